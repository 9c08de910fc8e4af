// An interview that is told in cues, with a vault of names: for tests of what leaves.
#pragma once

#include "archive/shelf.h"
#include "archive/vault_cases.h"
#include "captions/cue.h"
#include "clip/wording.h"

namespace counterclip::test {

using namespace std::chrono_literals;
using archive::TermKind;
using archive::Vault;

// Spoken by the subject, each word as long as the others.
inline captions::Cue cue_of(Range range, const std::vector<std::string>& words) {
    captions::Cue cue{range, {}, "subject", {}};
    const Time each = duration(range) / static_cast<Time::rep>(words.size());
    Time at = range.in;
    for (const auto& word : words) {
        if (!cue.text.empty()) cue.text += ' ';
        cue.words.push_back({{at, at + each}, cue.text.size(), word.size()});
        cue.text += word;
        at += each;
    }
    return cue;
}

struct Told {
    Shelf shelf;
    archive::Recording recording = shelf.import(1);
    Vault vault = make_quick_vault(Vault::file_in(shelf.folder()));

    Told() {
        auto interview = shelf.archive.interview("A-1");
        interview.pseudonym = "Yusuf";
        interview.pseudonyms = {{"ar", "يوسف"}};
        shelf.archive.change_interview(interview, "amina");
        vault.set("A-1", {{{"Salim", TermKind::name, {}},
                           {"Stringtown", TermKind::place, "a town in the north"},
                           {"Otherville", TermKind::place, {}}},
                          "",
                          ""});
    }
    archive::Transcript tell(const std::vector<captions::Cue>& cues, const std::string& language = "en") {
        archive::Transcript t;
        t.interview = "A-1";
        t.recording = recording.id;
        t.language = language;
        return shelf.archive.add_transcript(t, cues, "amina");
    }
    void redact(Range range, archive::Removal how = archive::Removal::silence, const std::string& replacement = {}) {
        archive::Redaction r;
        r.interview = "A-1";
        r.recording = recording.id;
        r.range = range;
        r.how = how;
        r.replacement = replacement;
        r.reason = "a test";
        shelf.archive.add_redaction(r, "amina");
    }
    std::vector<std::string> leaving(const archive::Transcript& t) const {
        std::vector<std::string> texts;
        for (const auto& cue : clip::transcript_to_leave(shelf.archive, t, &vault)) texts.push_back(cue.text);
        return texts;
    }
};

}  // namespace counterclip::test
