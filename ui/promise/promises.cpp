#include "ui/promise/promises.h"

#include "core/day.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

Promise hidden(const QString& words, const QString& why) {
    return {Mood::safe, QStringLiteral("◆"), words, why};
}
Promise open(const QString& words, const QString& why) {
    return {Mood::plain, QStringLiteral("○"), words, why};
}
Promise stopped(const QString& words, const QString& why) {
    return {Mood::stop, QStringLiteral("✕"), words, why};
}

QString said_where(const consent::Evidence& evidence) {
    switch (evidence.method) {
        case consent::Method::verbal_on_recording:
            return evidence.range ? tr("said on the recording, %1–%2")
                                        .arg(begins(QString::fromStdString(format_time(evidence.range->in))),
                                             ends(QString::fromStdString(format_time(evidence.range->out))))
                                  : tr("said on the recording");
        case consent::Method::verbal_before_witnesses:
            return tr("said before witnesses");
        case consent::Method::written:
            return tr("in writing");
        case consent::Method::none:
            break;
    }
    return {};
}

QString reach_in_words(consent::Use use) {
    switch (use) {
        case consent::Use::research:
            return tr("use: research");
        case consent::Use::training:
            return tr("use: training");
        case consent::Use::public_:
            return tr("use: public");
        case consent::Use::none:
            break;
    }
    return tr("not to be used");
}

Promise use_of(const consent::Terms& terms) {
    if (terms.use == consent::Use::none)
        return stopped(reach_in_words(terms.use), tr("Nothing of this interview may be shown."));
    if (!terms.until.empty() && terms.until < today())
        return stopped(tr("ended %1").arg(QString::fromStdString(terms.until)), tr("The consent has ended."));
    auto words = reach_in_words(terms.use);
    if (!terms.until.empty()) words += tr(" until %1").arg(QString::fromStdString(terms.until));
    return {Mood::plain, onwards(), words, tr("How far it may go, and until when.")};
}

}  // namespace

std::vector<Promise> promises_of(const archive::Interview& interview, const std::optional<consent::Revision>& latest) {
    if (!latest) return {stopped(tr("no consent on record"), tr("Nothing said is not a yes: nothing may be shown."))};
    if (latest->withdrawn)
        return {
            stopped(tr("consent withdrawn"), tr("Nothing may be shown any more; what is public has to come down."))};
    const auto& terms = consent::terms_for(*latest, consent::Use::public_);
    std::vector<Promise> all{use_of(terms)};
    all.push_back(terms.face == consent::FaceTerm::hide || interview.minor
                      ? hidden(tr("face hidden"), tr("The face is hidden in every frame."))
                      : open(tr("face may show"), tr("They allowed the face to be seen.")));
    all.push_back(terms.name == consent::NameTerm::changed || interview.minor
                      ? hidden(tr("name changed"), tr("The real name appears nowhere; the pseudonym stands for it."))
                      : open(tr("real name"), tr("They allowed the real name.")));
    all.push_back(terms.voice == consent::VoiceTerm::alter
                      ? hidden(tr("voice altered"), tr("The voice is not to be recognised."))
                      : open(tr("own voice"), tr("They allowed the voice as it is.")));
    all.push_back(terms.details == consent::DetailsTerm::omit
                      ? hidden(tr("details left out"), tr("Whatever tells who they are is left out."))
                      : open(tr("details may stay"), tr("They allowed details to stay in.")));
    if (const auto where = said_where(latest->evidence); where.isEmpty())
        all.push_back({Mood::warn, QStringLiteral("!"), tr("no evidence"), tr("Nobody can show that they said so.")});
    else
        all.push_back({Mood::plain, QStringLiteral("¶"), where, tr("Where they said so.")});
    if (interview.custody)
        all.push_back({Mood::warn, QStringLiteral("!"), tr("in custody"), tr("A second auditor decides too.")});
    if (interview.minor)
        all.push_back(
            {Mood::warn, QStringLiteral("!"), tr("under age"), tr("Face and name are hidden whatever they said.")});
    return all;
}

}  // namespace counterclip::ui
