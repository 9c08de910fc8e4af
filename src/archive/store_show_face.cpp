// Whose face may be seen is decided by that person's consent and by nothing else: there is no switch for it.
#include "archive/face_records.h"

namespace counterclip::archive {

namespace {

void require_one_person(const std::string& doing, faces::Label person) {
    switch (person) {
        case faces::Label::subject:
        case faces::Label::interviewer:
        case faces::Label::translator:
            return;
        case faces::Label::guard:
        case faces::Label::bystander:
            throw Error(
                doing,
                fmt::format("there can be several in the role of {}, and none of them is shown", to_string(person)),
                ErrorKind::refused);
        case faces::Label::unlabelled:
        case faces::Label::not_a_face:
            break;
    }
    throw Error(doing, "nobody said whose it is; name the person: subject, interviewer or translator",
                ErrorKind::refused);
}

// Why the consent does not show the face, or nothing.
std::string objection(const std::optional<consent::Revision>& latest, const std::string& person) {
    if (!latest) return fmt::format("no consent of the {} is recorded", person);
    if (latest->withdrawn) return fmt::format("the {} withdrew consent", person);
    const auto& terms = consent::terms_for(*latest, consent::Use::public_);
    if (terms.face != consent::FaceTerm::show) return fmt::format("the {} asked for a hidden face", person);
    if (terms.use < consent::Use::public_)
        return fmt::format("the consent of the {} ends at the use '{}'", person, to_string(terms.use));
    if (!consent::has_evidence(latest->evidence)) return fmt::format("the consent of the {} has no evidence", person);
    return {};
}

}  // namespace

void Archive::show_face(std::int64_t recording, std::int64_t track, faces::Label person, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("show the face of track {} of recording {}", track, recording);
    require_one_person(doing, person);
    const auto word = to_string(person);
    state_->change(doing, "faces show-face", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        if (person == faces::Label::subject && interview(where.interview).minor)
            throw Error(doing,
                        fmt::format("the subject of {} is under age; their face is never shown", where.interview),
                        ErrorKind::refused);
        const auto latest = latest_consent(where.interview, word);
        const auto why_not = objection(latest, word);
        if (!why_not.empty() || !consent::shows_face(latest, consent::Use::public_))
            throw Error(doing,
                        fmt::format("{}; only a consent of their own shows it: `counterclip consent set {} --person {} "
                                    "--use public --face show ...`",
                                    why_not, where.interview, word),
                        ErrorKind::refused);
        const auto before = find_track(db, recording, track);
        run(db, "UPDATE tracks SET label = ? WHERE recording = ? AND id = ?", word, recording, track);
        auto details = place(recording, range_of(before));
        details["track"] = track;
        details["from"] = to_string(before.label);
        details["to"] = word;
        details["consent_revision"] = latest->id;
        return {object_of(where), std::move(details)};
    });
}

}  // namespace counterclip::archive
