#include "ui/library/library_edits.h"

#include <QFileInfo>
#include <QRegularExpression>

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

// Words apart; what stands in quotes is one argument with its quotes, as the verb reads phrases.
QStringList arguments_of(const QString& text) {
    static const QRegularExpression word(QStringLiteral("\"[^\"]*\"|[^\\s\"]+"));
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();) words << found.next().captured();
    return words;
}

}  // namespace

Edit new_interview(const QString& code) {
    return {tr("new interview %1").arg(code), {{{QStringLiteral("interview"), QStringLiteral("add"), code}}}};
}

Ask import_file(const QString& interview, const QString& file) {
    return {tr("import %1 into %2").arg(QFileInfo(file).fileName(), interview),
            {QStringLiteral("import"), interview, file}};
}

Ask search_words(const QString& text, const QString& language, const QString& tag) {
    QStringList verb{QStringLiteral("search")};
    if (!language.isEmpty()) verb << QStringLiteral("--language") << language;
    if (!tag.isEmpty()) verb << QStringLiteral("--tag") << tag;
    verb << QStringLiteral("--") << arguments_of(text);
    return {tr("search"), verb};
}

}  // namespace counterclip::ui
