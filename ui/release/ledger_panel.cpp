#include "ui/release/ledger_panel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QIntValidator>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/release/ledger_table.h"
#include "ui/release/release_edits.h"
#include "ui/shell/room.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

LedgerPanel::LedgerPanel(const Studio& studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      table_(new LedgerTable(studio.desk, this)),
      view_(new QTableView(this)),
      due_(new QLabel(this)),
      checked_(new QLabel(this)) {
    view_->setObjectName(QStringLiteral("ledger"));
    view_->setAccessibleName(tr("Ledger: what went out, what must come down first"));
    view_->setModel(table_);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setShowGrid(false);
    view_->setTabKeyNavigation(false);
    view_->verticalHeader()->hide();
    view_->horizontalHeader()->setHighlightSections(false);
    const std::pair<int, int> widths[] = {{LedgerTable::state, 184},
                                          {LedgerTable::clip, 136},
                                          {LedgerTable::destination, 120},
                                          {LedgerTable::where, 440},
                                          {LedgerTable::since, 96}};
    for (const auto& [column, width] : widths) view_->setColumnWidth(column, width);
    view_->horizontalHeader()->setStretchLastSection(true);
    due_->setObjectName(QStringLiteral("due"));
    due_->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;").arg(roles().stop.name()));
    checked_->setObjectName(QStringLiteral("checked"));
    checked_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(due_);
    column->addWidget(view_, 1);
    column->addWidget(make_deeds());
    column->addWidget(checked_);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        checked_->clear();  // it was said of another package
        look();
    });
    read();
}

QWidget* LedgerPanel::make_deeds() {
    auto* deeds = new QWidget(this);
    const auto line = [&](const char* name, const QString& title) {
        auto* field = new QLineEdit(deeds);
        field->setObjectName(QString::fromLatin1(name));
        field->setAccessibleName(title);
        field->setPlaceholderText(title);
        connect(field, &QLineEdit::textChanged, this, &LedgerPanel::look);
        return field;
    };
    const auto button = [&](const char* name, const QString& text, void (LedgerPanel::*act)()) {
        auto* one = new QPushButton(text, deeds);
        one->setObjectName(QString::fromLatin1(name));
        connect(one, &QPushButton::clicked, this, act);
        return one;
    };
    address_ = line("address", tr("where the public finds it"));
    reach_ = line("reach", tr("how many it reached"));
    reach_->setMaximumWidth(160);
    reach_->setValidator(new QIntValidator(0, 2'000'000'000, reach_));
    note_ = line("note", tr("how it came down, without names"));
    publish_ = button("publish", tr("Note it"), &LedgerPanel::publish);
    down_ = button("down", tr("✓ It is down"), &LedgerPanel::take_down);
    check_ = button("check", tr("Check the package"), &LedgerPanel::check);
    folder_ = button("folder", tr("Open its folder"), &LedgerPanel::open_folder);
    auto* row = new QHBoxLayout(deeds);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(address_, 3);
    row->addWidget(reach_);
    row->addWidget(publish_);
    row->addSpacing(8);
    row->addWidget(note_, 2);
    row->addWidget(down_);
    row->addSpacing(8);
    row->addWidget(check_);
    row->addWidget(folder_);
    return deeds;
}

void LedgerPanel::read() {
    const auto* before = current();
    const auto id = before ? before->id() : QString();
    table_->read();
    const int due = table_->must_come_down();
    due_->setText(due ? tr("✕ %n thing(s) must come down — first below, with their day", nullptr, due) : QString());
    due_->setVisible(due > 0);
    for (int row = 0; row < table_->rowCount(); ++row)
        if (table_->line(row).id() == id) view_->selectRow(row);
    look();
}

void LedgerPanel::go_to_due() {
    if (table_->must_come_down() > 0) view_->selectRow(0);
}

const LedgerLine* LedgerPanel::current() const {
    const auto index = view_->currentIndex();
    return index.isValid() && index.row() < table_->rowCount() ? &table_->line(index.row()) : nullptr;
}

void LedgerPanel::look() {
    const auto* line = current();
    const bool is_place = line && line->place;
    const bool is_out = line && line->state == LedgerLine::State::out;
    const bool is_package = line && !line->place && line->state != LedgerLine::State::failed;
    address_->setEnabled(is_out && !is_place);
    reach_->setEnabled(is_out);
    publish_->setEnabled(is_out && (is_place ? !reach_->text().isEmpty() : !address_->text().trimmed().isEmpty()));
    note_->setEnabled(line && line->is_up());
    // A word to it, so that no second click takes the next thing for down too.
    down_->setEnabled(line && line->is_up() && !note_->text().trimmed().isEmpty());
    down_->setToolTip(down_->isEnabled() ? QString() : tr("Say first how it came down."));
    check_->setEnabled(is_package);
    folder_->setEnabled(is_package);
}

void LedgerPanel::publish() {
    const auto* line = current();
    if (!line) return;
    const auto reach = reach_->text().isEmpty() ? std::nullopt : std::optional<qint64>(reach_->text().toLongLong());
    if (line->place && !reach) return;
    const auto edit = line->place ? note_reach(line->place, *reach)
                                  : note_published(line->release, address_->text().trimmed(), reach);
    studio_.edits.make(edit, [this](const Answer& answer) {
        if (!answer.done()) return;
        address_->clear();
        reach_->clear();
    });
}

void LedgerPanel::take_down() {
    const auto* line = current();
    if (!line) return;
    studio_.edits.make(note_taken_down(line->id(), note_->text().trimmed()), [this](const Answer& answer) {
        if (!answer.done()) return;
        note_->clear();
        go_to_due();  // the next
    });
}

void LedgerPanel::check() {
    const auto* line = current();
    if (!line) return;
    const auto clip = line->clip;
    try {
        const auto key = studio_.desk.archive().get_operator(line->signed_by.toStdString()).public_key;
        const auto folder = studio_.desk.archive().path(line->where.toStdString()).string();
        studio_.jobs.add(
            check_package(clip, QString::fromStdString(folder), QString::fromStdString(key)),
            [this, clip, by = line->signed_by](const Answer& answer) {
                const auto& colour = answer.done() ? roles().safe : roles().stop;
                checked_->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
                QStringList faults;
                for (const auto& fault : answer.json[QStringLiteral("faults")].toArray()) faults << fault.toString();
                if (faults.isEmpty()) faults << answer.error;
                checked_->setText(answer.done()
                                      ? tr("✓ The package of %1 is whole, and signed by %2.").arg(clip, by)
                                      : tr("✕ The package of %1: %2").arg(clip, faults.join(QStringLiteral("; "))));
            });
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
}

void LedgerPanel::open_folder() {
    const auto* line = current();
    if (!line) return;
    const auto folder = QString::fromStdString(studio_.desk.archive().path(line->where.toStdString()).string());
    if (!QFileInfo::exists(folder))
        studio_.desk.say(Desk::Tone::advice, tr("The package is not at %1 (any more).").arg(folder));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        studio_.desk.say(Desk::Tone::advice, tr("Nothing on this machine opens folders. It lies at %1").arg(folder));
}

}  // namespace counterclip::ui
