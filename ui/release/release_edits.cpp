#include "ui/release/release_edits.h"

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

void add_all(QStringList& verb, const char* option, const std::vector<std::string>& words) {
    for (const auto& word : words) verb << QString::fromLatin1(option) << text_of(word);
}

QStringList change_verb(const archive::Destination& before, const archive::Destination& now) {
    QStringList verb{QStringLiteral("destination"), QStringLiteral("change"), text_of(now.code)};
    if (before.audiences != now.audiences) add_all(verb, "--audience", now.audiences);
    if (before.territories != now.territories) add_all(verb, "--territory", now.territories);
    if (before.languages != now.languages) add_all(verb, "--language", now.languages);
    if (before.takedown_days != now.takedown_days)
        verb << QStringLiteral("--takedown-days") << QString::number(now.takedown_days);
    return verb;
}

}  // namespace

Edit add_destination(const archive::Destination& d) {
    QStringList verb{QStringLiteral("destination"), QStringLiteral("add"), text_of(d.code), QStringLiteral("--kind"),
                     text_of(d.kind)};
    add_all(verb, "--audience", d.audiences);
    add_all(verb, "--territory", d.territories);
    add_all(verb, "--language", d.languages);
    verb << QStringLiteral("--takedown-days") << QString::number(d.takedown_days);
    return {tr("new destination %1").arg(text_of(d.code)), {{verb}}};
}

Edit change_destination(const archive::Destination& before, const archive::Destination& now) {
    Step step{change_verb(before, now)};
    // No verb empties a list: where there was none, the one that is there now stays.
    const auto returns = [](const auto& was, const auto& is) { return was == is || !was.empty(); };
    if (returns(before.audiences, now.audiences) && returns(before.territories, now.territories) &&
        returns(before.languages, now.languages))
        step.way_back = [back = change_verb(now, before)](const QJsonDocument&) { return WayBack{back}; };
    return {tr("destination %1").arg(text_of(now.code)), {step}};
}

Edit close_destination(const QString& code) {
    return {tr("destination %1 closed").arg(code), {{{QStringLiteral("destination"), QStringLiteral("close"), code}}}};
}

Edit note_published(std::int64_t release, const QString& address, std::optional<qint64> reach) {
    QStringList verb{QStringLiteral("ledger"), QStringLiteral("publish"), QString::number(release),
                     QStringLiteral("--address"), address};
    if (reach) verb << QStringLiteral("--reach") << QString::number(*reach);
    return {tr("published at %1").arg(address), {{verb}}};
}

Edit note_reach(std::int64_t place, qint64 reach) {
    return {tr("how many it reached"),
            {{{QStringLiteral("ledger"), QStringLiteral("reach"), QStringLiteral("P%1").arg(place),
               QString::number(reach)}}}};
}

Edit note_taken_down(const QString& id, const QString& note) {
    QStringList verb{QStringLiteral("ledger"), QStringLiteral("done"), id};
    if (!note.isEmpty()) verb << QStringLiteral("--note") << note;
    return {tr("taken down"), {{verb}}};
}

Ask release_to(const QString& clip, const QString& destination, const QString& folder) {
    QStringList verb{QStringLiteral("release"), clip, QStringLiteral("--destination"), destination};
    if (!folder.isEmpty()) verb << QStringLiteral("--to") << folder;
    return {tr("release %1 to %2").arg(clip, destination), verb};
}

Ask check_package(const QString& clip, const QString& folder, const QString& key) {
    QStringList verb{QStringLiteral("verify-release"), folder};
    if (!key.isEmpty()) verb << QStringLiteral("--key") << key;
    return {tr("check the package of %1").arg(clip), verb};
}

}  // namespace counterclip::ui
