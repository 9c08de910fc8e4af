#include "ui/words/finding_words.h"

#include <algorithm>
#include <iterator>

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

struct Row {
    const char* code;
    Way way;
    QString (*name)();
    QString (*mend)();
};

// In the order of the gate's table.
// clang-format off
constexpr Row rows[]{
    Row{"EMPTY-CLIP", Way::parts, [] { return tr("nothing is in the clip"); },
        [] { return tr("Put a segment into it, or take the empty part out."); }},
    Row{"PART-OUTSIDE", Way::parts, [] { return tr("a part lies outside its recording"); },
        [] { return tr("Shorten the part."); }},
    Row{"NO-CONSENT", Way::consent, [] { return tr("no consent is written down"); },
        [] { return tr("Write down what the person said."); }},
    Row{"WITHDRAWN", Way::parts, [] { return tr("consent was taken back"); },
        [] { return tr("Take what this person said out of the clip."); }},
    Row{"USE-NOT-GRANTED", Way::consent, [] { return tr("this use was not allowed"); },
        [] { return tr("Ask the person, make the clip for whom they allowed, or take them out."); }},
    Row{"CONSENT-EXPIRED", Way::consent, [] { return tr("consent has ended"); },
        [] { return tr("Ask the person again, or take them out."); }},
    Row{"NO-EVIDENCE", Way::consent, [] { return tr("nobody can show how consent was given"); },
        [] { return tr("Say where it is recorded, who witnessed it, or which paper holds it."); }},
    Row{"EVIDENCE-OUTSIDE", Way::consent, [] { return tr("consent points to a place that is not there"); },
        [] { return tr("Correct the recording and the times where it was said."); }},
    Row{"ORIGINAL-CHANGED", Way::none, [] { return tr("the original is not the file that was imported"); },
        [] { return tr("Bring it back from a backup; what was destroyed on request goes out of the clip."); }},
    Row{"PREFERENCE-NOT-KEPT", Way::consent, [] { return tr("a wish for the interview was not kept"); },
        [] { return tr("Ask the person whether it may be used all the same, and note who was there."); }},
    Row{"STOPPED-EARLY", Way::consent, [] { return tr("the person stopped the interview"); },
        [] { return tr("Make sure that the consent was meant for what had been said by then."); }},
    Row{"FACE-SHOWN", Way::hide_faces, [] { return tr("a face that must be hidden is shown"); },
        [] { return tr("Have the clip hide faces."); }},
    Row{"MINOR", Way::hide_faces, [] { return tr("the face of somebody under age is shown"); },
        [] { return tr("Have the clip hide faces."); }},
    Row{"STYLE-REVERSIBLE", Way::details, [] { return tr("what hides the face can be undone"); },
        [] { return tr("Choose a veil or one colour."); }},
    Row{"FACES-NOT-ANALYSED", Way::find_faces, [] { return tr("nobody looked for faces yet"); },
        [] { return tr("Have them looked for; it works in the background."); }},
    Row{"GAP-OPEN", Way::gaps, [] { return tr("gaps are open"); },
        [] { return tr("Look at each and decide; until then those pictures are hidden whole."); }},
    Row{"FACE-DELETED", Way::faces, [] { return tr("somebody said of a face that it is none"); },
        [] { return tr("Look whether that is so."); }},
    Row{"PSEUDONYM-MISSING", Way::consent, [] { return tr("there is no pseudonym yet"); },
        [] { return tr("Choose one, or show no name."); }},
    Row{"NAME-SHOWN-NOT-PSEUDONYM", Way::details, [] { return tr("the name that is shown is not the pseudonym"); },
        [] { return tr("Show the pseudonym and nothing else."); }},
    Row{"PROTECTED-TERM", Way::details, [] { return tr("a protected name is written"); },
        [] { return tr("Put the substitute in its place."); }},
    Row{"NEAR-NAME", Way::audit, [] { return tr("something is like a protected name"); },
        [] { return tr("An auditor looks whether it is the name; that spelling then belongs with the protected ones."); }},
    Row{"SPOKEN-NAME", Way::redact, [] { return tr("a protected name is said"); },
        [] { return tr("Go there, mark it with I and O, and take it out with ?."); }},
    Row{"NAMES-NOT-SEARCHED", Way::none, [] { return tr("texts were not searched for names"); },
        [] { return tr("Sign in with the passphrase of the names."); }},
    Row{"CAPTIONS-HARD-TO-READ", Way::redact, [] { return tr("captions are hard to read"); },
        [] { return tr("Where it matters, shorten what is written, or split the line."); }},
    Row{"VOICE-NOT-ALTERED", Way::details, [] { return tr("the voice must be altered"); },
        [] { return tr("Choose who speaks, or silence."); }},
    Row{"RISK-VOICE", Way::details, [] { return tr("a disguised voice is not enough here"); },
        [] { return tr("Have a machine or somebody else speak, or choose silence."); }},
    Row{"OTHERS-VOICE", Way::consent, [] { return tr("somebody else may be heard who did not agree"); },
        [] { return tr("Listen for them and leave out where they speak, or ask them."); }},
    Row{"DETAILS-INCRIMINATING", Way::redact, [] { return tr("something incriminating is in it"); },
        [] { return tr("Leave it out, or mark it and take it out with !."); }},
    Row{"DETAILS-IDENTIFYING", Way::redact, [] { return tr("something identifying is in it"); },
        [] { return tr("Leave it out, or mark it and take it out with ?."); }},
    Row{"NOT-RENDERED", Way::render, [] { return tr("it is not rendered yet"); },
        [] { return tr("Render it."); }},
    Row{"RENDER-STALE", Way::render, [] { return tr("it was changed since it was rendered"); },
        [] { return tr("Render it again."); }},
    Row{"RENDER-CHANGED", Way::render, [] { return tr("the finished file was changed"); },
        [] { return tr("Render it again."); }},
    Row{"NOT-VERIFIED", Way::verify, [] { return tr("the finished file was not looked at yet"); },
        [] { return tr("Have it looked at; it works in the background."); }},
    Row{"FRAMES-NOT-AS-PLANNED", Way::render, [] { return tr("its pictures are not those that were planned"); },
        [] { return tr("Render it again."); }},
    Row{"STREAMS-FOREIGN", Way::render, [] { return tr("there is something in the file that nobody put there"); },
        [] { return tr("Render it again."); }},
    Row{"METADATA-LEFT", Way::render, [] { return tr("the file tells more than it shows"); },
        [] { return tr("Render it again."); }},
    Row{"OUT-OF-SYNC", Way::render, [] { return tr("sound and picture are apart"); },
        [] { return tr("Render it again."); }},
    Row{"SOUND-LEFT", Way::render, [] { return tr("sound that had to go is still heard"); },
        [] { return tr("Render it again."); }},
    Row{"FACE-NOT-COVERED", Way::faces, [] { return tr("a face is not covered"); },
        [] { return tr("Hide it there, then render again."); }},
    Row{"FACE-FOUND", Way::faces, [] { return tr("a face is still found"); },
        [] { return tr("Hide it there, then render again."); }},
    Row{"UNHEARD-SPEECH", Way::audit, [] { return tr("sound goes out that nobody wrote down"); },
        [] { return tr("An auditor listens to all of it and says so, or a transcript of it is brought in."); }},
    Row{"NEAR-NAMES-UNSEEN", Way::audit, [] { return tr("nobody said that they looked at what is like a name"); },
        [] { return tr("An auditor looks at every such place, and says so with the approval."); }},
    Row{"AUDITOR-EDITED", Way::audit, [] { return tr("whoever edited cannot approve"); },
        [] { return tr("Somebody who did not edit looks at it."); }},
    Row{"APPROVED-BY-EDITOR", Way::audit, [] { return tr("somebody approved who edited"); },
        [] { return tr("Somebody who did not edit looks at it."); }},
    Row{"NOT-APPROVED", Way::audit, [] { return tr("nobody approved it yet"); },
        [] { return tr("Somebody who did not edit looks at it."); }},
    Row{"REFUSED", Way::audit, [] { return tr("an auditor refused it"); },
        [] { return tr("Mend what was found and render again, or let the auditor decide again."); }},
    Row{"APPROVAL-VOID", Way::audit, [] { return tr("an approval no longer counts"); },
        [] { return tr("Let it be approved again."); }},
    Row{"SECOND-APPROVAL", Way::audit, [] { return tr("two people have to approve it"); },
        [] { return tr("Another auditor looks at it, too."); }},
    Row{"DESTINATION-UNKNOWN", Way::release, [] { return tr("it is not said where it goes"); },
        [] { return tr("Consent reaches certain people only: choose whom it goes to."); }},
    Row{"DESTINATION-TOO-WIDE", Way::release, [] { return tr("everyone would see it"); },
        [] { return tr("Let it go to a partner, or make a clip for the public where that is allowed."); }},
    Row{"AUDIENCE-NOT-GRANTED", Way::release, [] { return tr("consent does not reach these people"); },
        [] { return tr("Choose whom it may go to, or ask the person."); }},
    Row{"TERRITORY-NOT-GRANTED", Way::release, [] { return tr("consent does not reach these countries"); },
        [] { return tr("Choose whom it may go to, or ask the person."); }},
    Row{"LANGUAGE-NOT-GRANTED", Way::release, [] { return tr("consent does not reach these languages"); },
        [] { return tr("Choose whom it may go to, or ask the person."); }},
};
// clang-format on

}  // namespace

std::optional<FindingWords> words_for(const QString& code) {
    const auto* found = std::ranges::find_if(rows, [&](const Row& row) { return code == QLatin1String(row.code); });
    if (found == std::end(rows)) return std::nullopt;
    return FindingWords{found->name(), found->mend(), found->way};
}

QString label_of(Way way) {
    switch (way) {
        case Way::none:
            return {};
        case Way::consent:
            return tr("To Consent");
        case Way::parts:
            return tr("To the parts");
        case Way::details:
            return tr("To the details");
        case Way::redact:
            return tr("Go there");
        case Way::hide_faces:
            return tr("Hide faces");
        case Way::find_faces:
            return tr("Find faces");
        case Way::gaps:
            return tr("To the gap");
        case Way::faces:
            return tr("To Faces");
        case Way::render:
            return tr("Render");
        case Way::verify:
            return tr("Look at the file");
        case Way::audit:
            return tr("To Audit");
        case Way::release:
            break;
    }
    return tr("To Release");
}

QString room_of(Way way) {
    switch (way) {
        case Way::none:
            return {};
        case Way::consent:
            return QStringLiteral("consent");
        case Way::parts:
        case Way::details:
        case Way::redact:
        case Way::hide_faces:
        case Way::render:
        case Way::verify:
            return QStringLiteral("cut");
        case Way::find_faces:
        case Way::gaps:
        case Way::faces:
            return QStringLiteral("faces");
        case Way::audit:
            return QStringLiteral("audit");
        case Way::release:
            break;
    }
    return QStringLiteral("release");
}

}  // namespace counterclip::ui
