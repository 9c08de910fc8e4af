#include "ui/consent/history_panel.h"

#include <algorithm>

#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/day.h"
#include "core/error.h"
#include "ui/consent/changes_view.h"
#include "ui/consent/choices.h"
#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

QString standing_of(const std::optional<consent::Revision>& latest) {
    if (!latest) return HistoryPanel::tr("? nothing recorded");
    if (latest->withdrawn) return HistoryPanel::tr("✕ taken back");
    if (!latest->terms.until.empty() && latest->terms.until < today()) return HistoryPanel::tr("✕ ended");
    if (latest->terms.use == consent::Use::none) return HistoryPanel::tr("✕ not to be used");
    return HistoryPanel::tr("→ %1").arg(value_in_words(consent::Term::use, to_string(latest->terms.use)));
}

QString line_of(const consent::Revision& revision) {
    auto line = HistoryPanel::tr("%1   %2   %3")
                    .arg(revision.id)
                    .arg(QString::fromStdString(revision.at.substr(0, 10)), QString::fromStdString(revision.author));
    if (revision.withdrawn) line += QStringLiteral("   ") + HistoryPanel::tr("✕ taken back");
    return revision.reason.empty() ? line : line + QStringLiteral("\n") + QString::fromStdString(revision.reason);
}

}  // namespace

HistoryPanel::HistoryPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      persons_(new QListWidget(this)),
      revisions_(new QListWidget(this)),
      changes_(new ChangesView(this)) {
    persons_->setObjectName(QStringLiteral("persons"));
    persons_->setAccessibleName(tr("Whose consent"));
    persons_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    persons_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    persons_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    persons_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    persons_->setTextElideMode(Qt::ElideRight);
    revisions_->setObjectName(QStringLiteral("revisions"));
    revisions_->setAccessibleName(tr("Revisions, the newest first"));
    revisions_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    revisions_->setWordWrap(true);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(changes_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 8, 16);
    all->setSpacing(8);
    all->addWidget(heading(tr("WHOSE"), this));
    all->addWidget(persons_);
    all->addWidget(heading(tr("REVISIONS"), this));
    all->addWidget(revisions_, 3);
    all->addWidget(scroll, 2);
    connect(persons_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (!item) return;
        person_ = item->data(Qt::UserRole).toString();
        read_revisions();  // the list of persons must not be made anew by its own signal
        Q_EMIT person_chosen();
    });
    connect(revisions_, &QListWidget::itemSelectionChanged, this, &HistoryPanel::compare);
    connect(revisions_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        const auto& evidence = history_[item->data(Qt::UserRole).toUInt()].evidence;
        if (evidence.range) Q_EMIT evidence_asked(evidence.recording, evidence.range->in.count());
    });
}

void HistoryPanel::read_persons() {
    const QSignalBlocker still(persons_);
    persons_->clear();
    if (desk_.interview().isEmpty()) return;
    const auto latest = desk_.archive().latest_consents(desk_.interview().toStdString());
    auto all = persons();
    for (const auto& [person, revision] : latest)
        if (const auto name = QString::fromStdString(person); !all.contains(name)) all << name;
    for (const auto& person : all) {
        const auto found = latest.find(person.toStdString());
        const auto standing =
            standing_of(found == latest.end() ? std::nullopt : std::optional<consent::Revision>(found->second));
        auto* item = new QListWidgetItem(person_in_words(person) + QLatin1Char('\n') + standing, persons_);
        item->setData(Qt::UserRole, person);
        if (person == person_) persons_->setCurrentItem(item);
    }
    persons_->setFixedHeight(persons_->sizeHintForRow(0) * static_cast<int>(all.size()) + 2 * persons_->frameWidth());
}

void HistoryPanel::read() {
    try {
        read_persons();
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    read_revisions();
}

void HistoryPanel::read_revisions() {
    history_.clear();
    try {
        if (!desk_.interview().isEmpty() && desk_.may_read_words())
            history_ = desk_.archive().consent_history(desk_.interview().toStdString(), person_.toStdString());
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    const QSignalBlocker still(revisions_);
    revisions_->clear();
    for (auto n = history_.size(); n-- > 0;) {
        auto* item = new QListWidgetItem(line_of(history_[n]), revisions_);
        item->setData(Qt::UserRole, QVariant::fromValue<uint>(static_cast<uint>(n)));
        item->setToolTip(tr("Return goes where it is said"));
    }
    if (revisions_->count()) revisions_->item(0)->setSelected(true);
    compare();
}

std::vector<std::pair<std::int64_t, Range>> HistoryPanel::said_in(std::int64_t recording) const {
    std::vector<std::pair<std::int64_t, Range>> said;
    for (auto n = history_.size(); n-- > 0;) {
        const auto& evidence = history_[n].evidence;
        if (evidence.range && evidence.recording == recording) said.emplace_back(history_[n].id, *evidence.range);
    }
    return said;
}

void HistoryPanel::compare() {
    std::vector<std::size_t> chosen;
    for (const auto* item : revisions_->selectedItems()) chosen.push_back(item->data(Qt::UserRole).toUInt());
    std::ranges::sort(chosen);
    if (!desk_.may_read_words()) return changes_->show_only(tr("Sign in to read them."));
    if (chosen.empty()) return changes_->show_only(tr("Choose one revision, or two to compare them."));
    const auto after = chosen.back();
    const bool alone = chosen.size() == 1;
    if (alone && after == 0)
        return changes_->show_changes(consent::compared({}, history_[0]),
                                      tr("The first one, against what holds while nobody asked:"));
    const auto before = alone ? after - 1 : chosen.front();
    changes_->show_changes(consent::compared(history_[before], history_[after]),
                           tr("From revision %1 to %2:").arg(history_[before].id).arg(history_[after].id));
}

}  // namespace counterclip::ui
