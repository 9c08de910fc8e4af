// What is said of protected terms and goes out, with the redaction that would take it out.
#include <fmt/format.h>

#include "archive/ranges.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/redaction_words.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/leftovers.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string what;  // a clip, or an interview
    archive::Removal how = archive::Removal::silence;
    bool near = false;
    bool apply = false;
};

// An interview as a clip of all of it, of which everything is heard.
archive::Clip as_clip(const archive::Archive& archive, const std::string& interview) {
    archive::Clip clip;
    clip.code = interview;
    for (const auto& recording : archive.recordings(interview))
        if (recording.purged_at.empty())
            clip.parts.push_back({interview, recording.id, {Time{}, recording.duration}, std::nullopt});
    return clip;
}

archive::Clip clip_named(const archive::Archive& archive, const std::string& code) {
    for (const auto& interview : archive.interviews())
        if (interview.code == code) return as_clip(archive, code);
    return archive.clip(code);
}

struct Suggestion {
    archive::Redaction redaction;
    clip::Leftover left;
};

// Several languages tell the same word at nearly the same time: one redaction for those that overlap.
std::vector<Suggestion> suggestions(const Arguments& a, const archive::Archive& archive, const archive::Vault& vault) {
    std::vector<Suggestion> all;
    for (const auto& left : clip::leftovers(archive, clip_named(archive, a.what), vault)) {
        if (!left.said || (!a.near && left.likeness == captions::Likeness::near)) continue;
        const auto same = std::find_if(all.begin(), all.end(), [&](const Suggestion& s) {
            return s.redaction.recording == left.recording && overlaps(s.redaction.range, *left.said);
        });
        if (same != all.end()) {
            auto& range = same->redaction.range;
            range = {std::min(range.in, left.said->in), std::max(range.out, left.said->out)};
            continue;
        }
        archive::Redaction r;
        r.interview = left.interview;
        r.recording = left.recording;
        r.range = *left.said;
        r.how = a.how;
        r.reason = fmt::format("a protected {} is said",
                               left.kind == archive::TermKind::other ? "term" : to_string(left.kind));
        all.push_back({std::move(r), left});
    }
    return all;
}

std::string command_for(const archive::Archive& archive, const archive::Redaction& r) {
    return fmt::format(
        "counterclip redact add {} --recording {} --in {} --out {} --why identifying --how {} --reason '{}'",
        r.interview, archive.recording(r.recording).position, format_time(r.range.in),
        format_time(r.range.out + std::chrono::microseconds(999)), to_string(r.how), r.reason);
}

void suggest(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = a.apply ? context.by() : std::string();
    const auto& vault = open_vault(archive, context);
    auto found = suggestions(a, archive, vault);
    if (a.apply)
        for (auto& s : found) s.redaction = archive.add_redaction(s.redaction, by);
    if (context.json()) {
        auto json = Json::array();
        for (const auto& s : found) {
            auto item = as_json(s.redaction);
            item["likeness"] = s.left.likeness == captions::Likeness::exact ? "exact" : "near";
            item["command"] = command_for(archive, s.redaction);
            json.push_back(std::move(item));
        }
        return print_json(json);
    }
    if (found.empty()) return print_line("no cue whose sound goes out holds a protected term");
    for (const auto& s : found)
        print_line(a.apply ? fmt::format("redaction {}: {} {}", s.redaction.id, s.redaction.interview,
                                         format_range(s.redaction.range))
                           : command_for(archive, s.redaction));
    if (!a.apply) context.remark("--apply does them all; listen to each: times of words are not exact");
}

}  // namespace

Verb redact_suggest_verb() {
    return {"redact suggest",
            "Find where a protected term is said and goes out, with the command that takes it out",
            {"redact suggest courage", "--as amina redact suggest BTIB-0042 --how bleep --apply"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_option("CODE", a->what, "A clip, or an interview: all of it")->required();
                add_read_option(app, "--how", a->how, archive::removal_from,
                                "silence, bleep or cut (default: silence)");
                app.add_flag("--near", a->near, "What is only like a protected term, too");
                app.add_flag("--apply", a->apply, "Redact all of it now");
                return [a](Context& context) { suggest(*a, context); };
            }};
}

}  // namespace counterclip::cli
