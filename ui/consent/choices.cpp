#include "ui/consent/choices.h"

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

using consent::Term;

Choice choice(const char* word, const QString& says, const QString& means) {
    return {QString::fromLatin1(word), says, means};
}

Question question(Term term, const char* option, const QString& title, std::vector<Choice> choices) {
    return {term, QString::fromLatin1(option), title, std::move(choices)};
}

}  // namespace

std::vector<Question> questions() {
    return {
        question(Term::use, "--use", tr("How far it may go"),
                 {choice("none", tr("nowhere"), tr("Kept, and never used: no clip of it can be made.")),
                  choice("research", tr("research"), tr("Researchers may study it; nobody else sees it.")),
                  choice("training", tr("training"), tr("It may be shown when people are trained, and studied.")),
                  choice("public", tr("public"), tr("Anybody may see it, and nobody can call it back for sure."))}),
        question(Term::face, "--face", tr("Face"),
                 {choice("hide", tr("hidden"), tr("Nobody sees the face in any frame.")),
                  choice("show", tr("shown"), tr("The face is seen and can be recognised."))}),
        question(
            Term::name, "--name", tr("Name"),
            {choice("changed", tr("changed"), tr("A pseudonym stands for the name wherever it is said or written.")),
             choice("real", tr("real"), tr("The real name may be said and written."))}),
        question(Term::voice, "--voice", tr("Voice"),
                 {choice("alter", tr("altered"), tr("The voice is changed so that it is not recognised.")),
                  choice("keep", tr("as it is"), tr("The voice is heard as it is; who knows it will know it."))}),
        question(Term::details, "--details", tr("Details"),
                 {choice("omit", tr("left out"), tr("Places, dates and people that tell who they are are left out.")),
                  choice("keep", tr("may stay"), tr("What tells who they are may stay in."))}),
        question(
            Term::risk, "--risk", tr("Must stay unknown to"),
            {choice("acquaintances", tr("people who know them"),
                    tr("Even family and neighbours must not recognise them.")),
             choice("strangers", tr("strangers who search"), tr("Somebody who tries to find out must not be able to.")),
             choice("casual", tr("chance viewers"), tr("Whoever sees it by chance must not learn who it is.")),
             choice("none", tr("nobody"), tr("They do not mind being known."))}),
    };
}

Question method_question() {
    return question(
        Term::evidence, "--method", tr("How they said so"),
        {choice("verbal", tr("on the recording"), tr("Mark where they say it: I where it begins, O where it ends.")),
         choice("witnesses", tr("before witnesses"), tr("Codes of those who heard it, never names: W-07.")),
         choice("written", tr("in writing"), tr("The signed form; only its fingerprint is kept, not the paper.")),
         choice("none", tr("not at all"), tr("Nobody can show that they said so: no face can be shown by it."))});
}

std::vector<PreferenceWords> preferences_in_words() {
    using consent::Preference;
    return {{Preference::woman_interviewer, tr("asked for a woman to interview them")},
            {Preference::no_men_present, tr("asked that no man be there")},
            {Preference::told_may_stop, tr("were told that they may stop at any time")},
            {Preference::stopped_early, tr("stopped early")},
            {Preference::left_questions_out, tr("left questions out")}};
}

QStringList persons() {
    return {QStringLiteral("subject"), QStringLiteral("interviewer"), QStringLiteral("translator"),
            QStringLiteral("guard"), QStringLiteral("bystander")};
}

QString person_in_words(const QString& person) {
    if (person == QStringLiteral("subject")) return tr("The person interviewed");
    if (person == QStringLiteral("interviewer")) return tr("Interviewer");
    if (person == QStringLiteral("translator")) return tr("Translator");
    if (person == QStringLiteral("guard")) return tr("Guard");
    if (person == QStringLiteral("bystander")) return tr("Bystander");
    return person;
}

QString title_of(Term term) {
    switch (term) {
        case Term::standing:
            return tr("Consent");
        case Term::use:
            return tr("How far it may go");
        case Term::face:
            return tr("Face");
        case Term::name:
            return tr("Name");
        case Term::voice:
            return tr("Voice");
        case Term::details:
            return tr("Details");
        case Term::audiences:
            return tr("For whom");
        case Term::territories:
            return tr("In which countries");
        case Term::languages:
            return tr("In which languages");
        case Term::until:
            return tr("Until");
        case Term::risk:
            return tr("Must stay unknown to");
        case Term::risk_note:
            return tr("Why it is dangerous");
        case Term::own_terms:
            return tr("Terms of its own");
        case Term::preferences:
            return tr("Wishes");
        case Term::evidence:
            return tr("How they said so");
    }
    return {};
}

QString value_in_words(Term term, const std::string& value) {
    const auto word = QString::fromStdString(value);
    auto asked = questions();
    asked.push_back(method_question());
    for (const auto& question : asked)
        if (question.term == term)
            for (const auto& choice : question.choices)
                if (choice.word == word) return choice.says;
    if (term == Term::standing) return value == "withdrawn" ? tr("taken back") : tr("given");
    if (term == Term::own_terms) return value == "as for all" ? tr("no, as for everything") : tr("yes");
    if (term == Term::preferences) {
        QStringList says;
        for (const auto& one : word.split(QStringLiteral(", "), Qt::SkipEmptyParts))
            for (const auto& known : preferences_in_words())
                if (to_string(known.preference) == one.toStdString()) says << known.says;
        return says.isEmpty() ? tr("none") : says.join(QStringLiteral(", "));
    }
    if (word.isEmpty()) return term == Term::until ? tr("no end") : tr("any");
    return word;
}

}  // namespace counterclip::ui
