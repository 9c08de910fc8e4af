#include "ui/consent/consent_edits.h"

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

void add(QStringList& verb, const char* option, const std::string& value) {
    verb << QString::fromLatin1(option) << text_of(value);
}

void add_all(QStringList& verb, const char* option, const std::vector<std::string>& words, const char* none) {
    if (words.empty() && none) add(verb, option, none);
    for (const auto& word : words) add(verb, option, word);
}

void add_terms(QStringList& verb, const consent::Terms& is, const consent::Terms* was) {
    const auto other = [&](auto term) { return !was || is.*term != was->*term; };
    using T = consent::Terms;
    if (other(&T::use)) add(verb, "--use", to_string(is.use));
    if (other(&T::face)) add(verb, "--face", to_string(is.face));
    if (other(&T::name)) add(verb, "--name", to_string(is.name));
    if (other(&T::voice)) add(verb, "--voice", to_string(is.voice));
    if (other(&T::details)) add(verb, "--details", to_string(is.details));
    if (other(&T::risk)) add(verb, "--risk", to_string(is.risk));
    if (other(&T::risk_note)) add(verb, "--risk-note", is.risk_note);
    if (other(&T::audiences)) add_all(verb, "--audience", is.audiences, "any");
    if (other(&T::territories)) add_all(verb, "--territory", is.territories, "any");
    if (other(&T::languages)) add_all(verb, "--language", is.languages, "any");
    if (other(&T::until)) add(verb, "--until", is.until.empty() ? "forever" : is.until);
}

void add_evidence(QStringList& verb, const NewEvidence& evidence) {
    add(verb, "--method", evidence.method.toStdString());
    if (evidence.method == QStringLiteral("verbal") && evidence.range) {
        add(verb, "--recording", std::to_string(evidence.recording));
        add(verb, "--in", format_time(evidence.range->in));
        add(verb, "--out", format_time(evidence.range->out));
    }
    if (evidence.method == QStringLiteral("witnesses"))
        for (const auto& witness : evidence.witnesses) add(verb, "--witness", witness.toStdString());
    if (evidence.method == QStringLiteral("written")) add(verb, "--document", evidence.document.toStdString());
}

struct Field {
    const char* option;
    std::string archive::Interview::*text;
};
constexpr Field fields[] = {{"--pseudonym", &archive::Interview::pseudonym},
                            {"--date", &archive::Interview::date},
                            {"--place", &archive::Interview::place},
                            {"--setting", &archive::Interview::setting},
                            {"--gender", &archive::Interview::gender},
                            {"--age-band", &archive::Interview::age_band},
                            {"--nationality", &archive::Interview::nationality},
                            {"--ethnicity", &archive::Interview::ethnicity},
                            {"--role", &archive::Interview::role}};

// What turns `before` into `now`.
QStringList change_verb(const archive::Interview& before, const archive::Interview& now) {
    QStringList verb{QStringLiteral("interview"), QStringLiteral("change"), text_of(now.code)};
    for (const auto& field : fields)
        if (before.*field.text != now.*field.text) add(verb, field.option, now.*field.text);
    if (before.languages != now.languages) add_all(verb, "--language", now.languages, "");
    if (before.present != now.present) add_all(verb, "--present", now.present, "");
    if (before.custody != now.custody)
        verb << (now.custody ? QStringLiteral("--custody") : QStringLiteral("--no-custody"));
    if (before.minor != now.minor) verb << (now.minor ? QStringLiteral("--minor") : QStringLiteral("--no-minor"));
    return verb;
}

}  // namespace

Edit set_consent(const NewRevision& next, const std::optional<consent::Revision>& before) {
    QStringList verb{QStringLiteral("consent"), QStringLiteral("set"), next.interview};
    add(verb, "--person", next.person.toStdString());
    const bool stands = before && !before->withdrawn;
    if (next.purpose) add(verb, "--for", to_string(*next.purpose));
    if (next.purpose && next.like_all) {
        verb << QStringLiteral("--like-all");
    } else {
        const auto* was = !stands        ? nullptr
                          : next.purpose ? &consent::terms_for(*before, *next.purpose)
                                         : &before->terms;
        add_terms(verb, next.terms, was);
    }
    if (!stands || before->preferences != next.preferences) {
        std::vector<std::string> words;
        for (const auto wish : next.preferences) words.push_back(to_string(wish));
        add_all(verb, "--prefer", words, "none");
    }
    add_evidence(verb, next.evidence);
    add(verb, "--reason", next.reason.toStdString());
    return {tr("consent of %1").arg(next.interview), {{verb}}};
}

Edit withdraw_consent(const QString& interview, const QString& person, const QString& reason) {
    return {tr("withdrawal of %1").arg(interview),
            {{{QStringLiteral("consent"), QStringLiteral("withdraw"), interview, QStringLiteral("--person"), person,
               QStringLiteral("--reason"), reason}}}};
}

Edit add_interview(const archive::Interview& interview) {
    QStringList verb{QStringLiteral("interview"), QStringLiteral("add"), text_of(interview.code)};
    add(verb, "--kind", to_string(interview.kind));
    for (const auto& field : fields)
        if (!(interview.*field.text).empty()) add(verb, field.option, interview.*field.text);
    add_all(verb, "--language", interview.languages, nullptr);
    add_all(verb, "--present", interview.present, nullptr);
    if (interview.custody) verb << QStringLiteral("--custody");
    if (interview.minor) verb << QStringLiteral("--minor");
    return {tr("new interview %1").arg(text_of(interview.code)), {{verb}}};
}

Edit change_interview(const archive::Interview& before, const archive::Interview& now) {
    Step step{change_verb(before, now)};
    step.way_back = [back = change_verb(now, before)](const QJsonDocument&) { return WayBack{back}; };
    return {tr("description of %1").arg(text_of(now.code)), {step}};
}

}  // namespace counterclip::ui
