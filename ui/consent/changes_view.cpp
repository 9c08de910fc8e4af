#include "ui/consent/changes_view.h"

#include "ui/consent/choices.h"
#include "ui/look/roles.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

using consent::TermChange;
using consent::Way;

QString sign_of(Way way) {
    return way == Way::stricter ? QStringLiteral("▲") : way == Way::looser ? QStringLiteral("▼") : QStringLiteral("•");
}

QString word_of(Way way) {
    switch (way) {
        case Way::stricter:
            return ChangesView::tr("stricter");
        case Way::looser:
            return ChangesView::tr("looser");
        case Way::neither:
            break;
    }
    return ChangesView::tr("changed");
}

QColor colour_of(Way way) {
    return way == Way::stricter ? roles().safe : way == Way::looser ? roles().warn : roles().dim;
}

QString what_of(const TermChange& change) {
    auto title = title_of(change.term);
    if (change.purpose)
        title = ChangesView::tr("%1, for %2 only")
                    .arg(title, value_in_words(consent::Term::use, to_string(*change.purpose)));
    if (change.term == consent::Term::risk_note) return title;
    const auto was = value_in_words(change.term, change.was);
    const auto is = value_in_words(change.term, change.is);
    if (was == is) return ChangesView::tr("%1: anew, %2").arg(title, is);
    return QStringLiteral("%1: %2 %3 %4").arg(title, was, onwards(), is);
}

}  // namespace

ChangesView::ChangesView(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setAlignment(Qt::AlignTop | Qt::AlignLeading);
    setAccessibleName(tr("What changes"));
}

void ChangesView::show_changes(const std::vector<TermChange>& changes, const QString& heading) {
    lines_.clear();
    auto html = QStringLiteral("<p style='color:%1'>%2</p>").arg(roles().dim.name(), heading.toHtmlEscaped());
    for (const auto& change : changes) {
        const auto what = what_of(change);
        lines_ << word_of(change.way) + QStringLiteral(": ") + what;
        html += QStringLiteral("<p style='margin:2px 0'><span style='color:%1'>%2 %3</span>&nbsp; %4</p>")
                    .arg(colour_of(change.way).name(), sign_of(change.way), word_of(change.way).toHtmlEscaped(),
                         what.toHtmlEscaped());
    }
    if (changes.empty()) html += QStringLiteral("<p>%1</p>").arg(tr("Nothing."));
    setText(html);
    setAccessibleDescription(lines_.join(QStringLiteral(". ")));
}

void ChangesView::show_only(const QString& words) {
    lines_.clear();
    setText(QStringLiteral("<p style='color:%1'>%2</p>").arg(roles().dim.name(), words.toHtmlEscaped()));
    setAccessibleDescription(words);
}

}  // namespace counterclip::ui
