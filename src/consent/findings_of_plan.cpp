#include <cctype>

#include <fmt/format.h>

#include "consent/walk.h"

namespace counterclip::consent {

namespace {

bool lies_in_recording(const Source& s, std::int64_t recording, Range range) {
    const auto it = s.facts.recordings.find(recording);
    return it != s.facts.recordings.end() && !is_empty(range) && contains(Range{Time(0), it->second}, range);
}

bool names_someone(const TreatmentFacts& t) {
    return t.shows_name || !t.names_shown.empty();
}

std::string trimmed(std::string_view text) {
    const auto is_blank = [](unsigned char b) { return std::isspace(b) != 0; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

}  // namespace

Objections empty_clip(const Case& c) {
    if (c.facts.parts.empty())
        return {
            {fmt::format("clip {} has no parts", c.facts.clip), "make the clip from at least one segment or range"}};
    return of_parts(
        c, [](const PartFacts& p, const Source&) { return is_empty(p.range); },
        [](const std::string& part, const std::string&) {
            return Objection{part + " has no length", "take the part out, or give it a range"};
        });
}

Objections part_outside(const Case& c) {
    return of_parts(
        c,
        [](const PartFacts& p, const Source& s) {
            return !is_empty(p.range) && !lies_in_recording(s, p.recording, p.range);
        },
        [](const std::string& part, const std::string& code) {
            return Objection{
                part + " does not lie within a recording of the interview",
                fmt::format("shorten the part; 'counterclip interview show {}' lists the recordings", code)};
        });
}

Objections no_consent(const Case& c) {
    return of_sources(
        c, [](const Source& s) { return !s.facts.subject; },
        [](const std::string& code) {
            return Objection{fmt::format("interview {}: no consent of the subject is on record", code),
                             fmt::format("record what the subject said: counterclip consent set {}", code)};
        });
}

Objections withdrawn(const Case& c) {
    return of_sources(
        c, [](const Source& s) { return s.facts.subject && s.facts.subject->withdrawn; },
        [&](const std::string& code) {
            return Objection{
                fmt::format("interview {}: the subject's consent was withdrawn", code),
                fmt::format("take {} out of clip {}; see: counterclip consent history {}", code, c.facts.clip, code)};
        });
}

Objections use_not_granted(const Case& c) {
    return of_sources(
        c, [&](const Source& s) { return s.standing() && !grants(s.facts.subject, c.facts.purpose); },
        [&](const std::string& code) {
            return Objection{
                fmt::format("interview {}: the subject did not grant the use '{}' that clip {} is for", code,
                            to_string(c.facts.purpose), c.facts.clip),
                fmt::format("ask the subject, or take {} out; see: counterclip consent show {}", code, code)};
        });
}

Objections no_evidence(const Case& c) {
    return of_sources(
        c, [](const Source& s) { return s.standing() && !has_evidence(s.standing()->evidence); },
        [](const std::string& code) {
            return Objection{fmt::format("interview {}: the consent has no evidence", code),
                             fmt::format("say where it is recorded, who witnessed it or which document holds it: "
                                         "counterclip consent set {}",
                                         code)};
        });
}

Objections evidence_outside(const Case& c) {
    const auto is_outside = [](const Source& s) {
        const Revision* consent = s.standing();
        if (!consent || consent->evidence.method != Method::verbal_on_recording) return false;
        const Evidence& e = consent->evidence;
        return e.range && !lies_in_recording(s, e.recording, *e.range);
    };
    return of_sources(c, is_outside, [](const std::string& code) {
        return Objection{
            fmt::format("interview {}: the evidence of consent lies outside the interview's recordings", code),
            fmt::format("correct its recording and times: counterclip consent set {}", code)};
    });
}

Objections original_changed(const Case& c) {
    auto found = of_parts(
        c, [](const PartFacts& p, const Source&) { return p.original_destroyed; },
        [](const std::string& part, const std::string&) {
            return Objection{part + ": the original was destroyed at the person's request",
                             "take the part out of the clip; nothing brings it back"};
        });
    const auto changed = of_parts(
        c, [](const PartFacts& p, const Source&) { return !p.original_unchanged && !p.original_destroyed; },
        [](const std::string& part, const std::string& code) {
            return Objection{part + ": the original is not known to be the file that was imported",
                             fmt::format("restore the original of {} from a backup", code)};
        });
    found.insert(found.end(), changed.begin(), changed.end());
    return found;
}

Objections face_shown(const Case& c) {
    return of_sources(
        c,
        [&](const Source& s) {
            const bool asked = requirements(s.facts.subject, c.facts.purpose).hide_face;
            return s.has_picture && asked && !c.facts.treatments.hides_faces;
        },
        [&](const std::string& code) {
            return Objection{fmt::format("interview {}: the face must be hidden, clip {} shows it", code, c.facts.clip),
                             "let the clip hide faces"};
        });
}

Objections style_reversible(const Case& c) {
    const TreatmentFacts& t = c.facts.treatments;
    return of_sources(
        c,
        [&](const Source& s) {
            return s.has_picture && s.requires_.hide_face && t.hides_faces && !t.style_is_irreversible;
        },
        [&](const std::string& code) {
            return Objection{
                fmt::format("interview {}: the face must be hidden, but the style of clip {} can be undone", code,
                            c.facts.clip),
                "use the style veil or solid"};
        });
}

// This rule and the next two ask of every picture, whatever its subject allowed: a subject speaks for one face, and
// everybody else in the picture stays hidden.
Objections faces_not_analysed(const Case& c) {
    return of_parts(
        c, [](const PartFacts& p, const Source&) { return p.has_picture && !p.analysed; },
        [](const std::string& part, const std::string& code) {
            return Objection{part + ": faces were not analysed over the whole part",
                             fmt::format("counterclip faces analyze {}", code)};
        });
}

// How many and how long, so that whoever is asked to approve knows what they have not seen.
Objections gap_open(const Case& c) {
    Objections objections;
    for (std::size_t n = 0; n < c.facts.parts.size(); ++n) {
        const PartFacts& p = c.facts.parts[n];
        if (!p.has_picture || (p.open_gaps == 0 && p.open_gap_time == Time(0))) continue;
        const std::string time = p.open_gap_time > Time(0) ? fmt::format(" ({:.1f} s)", seconds(p.open_gap_time)) : "";
        const std::string count = p.open_gaps && *p.open_gaps > 0 ? fmt::format("{} ", *p.open_gaps) : "";
        objections.push_back(
            {fmt::format("{}: {}unresolved gap{}{}, where a face may be visible; those frames are hidden whole",
                         name_of(c, n), count, count == "1 " ? "" : "s", time),
             fmt::format("look at each and resolve it: counterclip faces gaps {}", p.interview)});
    }
    return objections;
}

Objections face_deleted(const Case& c) {
    return of_parts(
        c, [](const PartFacts& p, const Source&) { return p.has_picture && p.deleted_tracks != 0; },
        [&](const std::string& part, const std::string& code) {
            return Objection{part + ": somebody said of a track that it is no face; what it showed is not hidden",
                             fmt::format("look at it on the sheet of `counterclip verify {}`; `faces label` ({}) "
                                         "brings it back",
                                         c.facts.clip, code)};
        });
}

Objections pseudonym_missing(const Case& c) {
    if (!names_someone(c.facts.treatments)) return {};
    return of_sources(
        c, [](const Source& s) { return s.requires_.change_name && trimmed(s.facts.pseudonym).empty(); },
        [](const std::string& code) {
            return Objection{fmt::format("interview {}: the name must be changed, but no pseudonym is chosen", code),
                             fmt::format("choose a pseudonym for {}, or show no name", code)};
        });
}

// A name shown does not say whose it is, so with several interviews each name must be one of the pseudonyms. The text
// itself is not repeated in the finding: it may be the real name.
Objections name_shown_not_pseudonym(const Case& c) {
    const TreatmentFacts& t = c.facts.treatments;
    const bool some_name_is_changed =
        std::ranges::any_of(c.sources, [](const Source& s) { return s.requires_.change_name; });
    if (!some_name_is_changed || !names_someone(t)) return {};
    const auto is_pseudonym = [&](const std::string& shown) {
        return std::ranges::any_of(c.sources, [&](const Source& s) {
            auto spellings = s.facts.spellings;
            spellings.push_back(s.facts.pseudonym);
            return std::ranges::any_of(spellings, [&](const std::string& spelling) {
                return !trimmed(spelling).empty() && trimmed(shown) == trimmed(spelling);
            });
        });
    };
    const std::string mend = "show the pseudonym and nothing else";
    if (t.names_shown.empty())
        return {{fmt::format("clip {} shows a name, but it is not known which", c.facts.clip), mend}};
    Objections objections;
    for (std::size_t n = 0; n < t.names_shown.size(); ++n)
        if (!is_pseudonym(t.names_shown[n]))
            objections.push_back({fmt::format("clip {}: name {} of {} shown is not the pseudonym", c.facts.clip, n + 1,
                                              t.names_shown.size()),
                                  mend});
    return objections;
}

Objections names_not_searched(const Case& c) {
    if (c.facts.treatments.places_with_protected_terms && c.facts.treatments.spoken_terms) return {};
    return {{fmt::format("clip {}: texts and transcripts were not searched for protected terms", c.facts.clip),
             "let the gate open the vault: type its passphrase, or give --vault-passphrase-fd N or "
             "COUNTERCLIP_VAULT_PASSPHRASE; where it is gone, counterclip vault restore"}};
}

Objections protected_term(const Case& c) {
    const auto& places = c.facts.treatments.places_with_protected_terms;
    if (!places) return {};
    Objections objections;
    for (const std::string& place : *places)
        objections.push_back({fmt::format("clip {}: {}", c.facts.clip, place), "put the substitute in its place"});
    return objections;
}

Objections spoken_name(const Case& c) {
    const auto& places = c.facts.treatments.spoken_terms;
    if (!places) return {};
    Objections objections;
    for (const std::string& place : *places)
        objections.push_back({fmt::format("clip {}: {}, and its sound goes out", c.facts.clip, place),
                              fmt::format("take it out: counterclip redact suggest {}", c.facts.clip)});
    return objections;
}

Objections near_name(const Case& c) {
    Objections objections;
    auto places = c.facts.treatments.near_terms;
    std::ranges::copy(c.facts.treatments.near_terms_of_destination, std::back_inserter(places));
    for (const std::string& place : places)
        objections.push_back(
            {fmt::format("clip {}: {}", c.facts.clip, place),
             fmt::format("an auditor looks at it: counterclip names find {} --show; where it is the name, that "
                         "spelling goes into the vault",
                         c.facts.clip)});
    return objections;
}

// One for all of them: it is advice, and must not stand before what matters more.
Objections hard_to_read(const Case& c) {
    const auto& remarks = c.facts.treatments.hard_to_read;
    if (remarks.empty()) return {};
    return {{fmt::format("clip {}: {}", c.facts.clip, fmt::join(remarks, "; ")),
             "where it matters, shorten what is written: counterclip transcript correct; other cues: transcript split, "
             "merge"}};
}

Objections voice_not_altered(const Case& c) {
    const TreatmentFacts& t = c.facts.treatments;
    return of_sources(
        c,
        [&](const Source& s) { return s.has_sound && s.requires_.alter_voice && !t.alters_voice && !t.voice_is_gone; },
        [&](const std::string& code) {
            return Objection{
                fmt::format("interview {}: the voice must be altered, clip {} keeps it", code, c.facts.clip),
                fmt::format("take the voice out, or disguise it where few would know it: counterclip clip change {} "
                            "--disguise drawn",
                            c.facts.clip)};
        });
}

// A disguise is undone by whoever tries, and people who know somebody know how they speak.
Objections risk_voice(const Case& c) {
    const TreatmentFacts& t = c.facts.treatments;
    const auto too_weak = [&](const Source& s) {
        const Terms* terms = c.terms_of(s);
        return s.has_sound && terms && s.requires_.alter_voice && t.alters_voice && !t.voice_is_gone &&
               terms->risk >= Risk::strangers;
    };
    Objections objections;
    for (const Source& s : c.sources)
        if (too_weak(s))
            objections.push_back(
                {fmt::format("interview {}: the voice must not be known to {}, and a disguise does not keep it from "
                             "them",
                             s.facts.code, to_string(c.terms_of(s)->risk)),
                 fmt::format("take the voice out: counterclip clip change {} --disguise silence, or revoice, or dub; "
                             "or ask the subject "
                             "from whom they must stay unknown: counterclip consent set {} --risk casual ...",
                             c.facts.clip, s.facts.code)});
    return objections;
}

Objections details_incriminating(const Case& c) {
    return of_parts(
        c, [](const PartFacts& p, const Source&) { return p.incriminating; },
        [](const std::string& part, const std::string&) {
            return Objection{part + " holds, or may hold, something marked incriminating",
                             "leave it out, or redact it"};
        });
}

Objections details_identifying(const Case& c) {
    return of_parts(
        c, [](const PartFacts& p, const Source& s) { return p.identifying && s.requires_.omit_details; },
        [](const std::string& part, const std::string&) {
            return Objection{part + " holds, or may hold, something marked identifying, and details must be omitted",
                             "leave it out, or redact it"};
        });
}

}  // namespace counterclip::consent
