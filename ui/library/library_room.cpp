#include "ui/library/library_room.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/library/interview_table.h"
#include "ui/player/player.h"

namespace counterclip::ui {

LibraryRoom::LibraryRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      desk_(studio.desk),
      table_(new InterviewTable(studio.desk, this)),
      view_(new QTableView(this)),
      text_(new QLineEdit(this)),
      consent_(new QComboBox(this)),
      count_(new QLabel(this)),
      player_(new Player(studio.desk, this)) {
    text_->setPlaceholderText(tr("Search codes and pseudonyms  (Ctrl+F)"));
    text_->setClearButtonEnabled(true);
    text_->setAccessibleName(tr("Search"));
    consent_->addItem(tr("any consent"));
    for (const auto& state : archive::consent_states())
        consent_->addItem(QString::fromStdString(state), QString::fromStdString(state));
    consent_->setAccessibleName(tr("Filter by consent"));
    view_->setModel(table_);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setShowGrid(false);
    view_->setTabKeyNavigation(false);
    view_->setAccessibleName(tr("Interviews"));
    view_->verticalHeader()->hide();
    view_->horizontalHeader()->setStretchLastSection(true);
    view_->horizontalHeader()->setHighlightSections(false);
    view_->setColumnWidth(InterviewTable::code, 140);
    view_->setColumnWidth(InterviewTable::pseudonym, 180);
    view_->setColumnWidth(InterviewTable::consent, 150);

    auto* filters = new QHBoxLayout;
    filters->addWidget(text_, 1);
    filters->addWidget(consent_);
    filters->addWidget(count_);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(16, 16, 8, 16);
    column->setSpacing(8);
    column->addLayout(filters);
    column->addWidget(view_, 1);
    auto* both = new QSplitter(this);
    both->addWidget(left);
    both->addWidget(player_);
    both->setSizes({700, 500});
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    left->setMinimumWidth(520);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 16, 0);
    all->addWidget(both);

    connect(text_, &QLineEdit::textChanged, this, &LibraryRoom::read_filter);
    connect(consent_, &QComboBox::currentIndexChanged, this, &LibraryRoom::read_filter);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LibraryRoom::choose);
    connect(table_, &QAbstractItemModel::modelReset, this, [this] {
        count_->setText(table_->total() == 1 ? tr("1 interview") : tr("%1 interviews").arg(table_->total()));
    });
    connect(table_, &InterviewTable::failed, count_, &QLabel::setText);
    connect(&desk_, &Desk::interview_chosen, this, &LibraryRoom::show_interview);
    setFocusProxy(view_);
    studio_.keys.add(*this, tr("Library"), QStringLiteral("library.find"), tr("Find"), QKeySequence::Find,
                     [this] { find(); });
}

void LibraryRoom::leave() {
    player_->pause();
}

void LibraryRoom::find() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void LibraryRoom::read_filter() {
    archive::InterviewFilter filter;
    filter.text = text_->text().trimmed().toStdString();
    filter.consent = consent_->currentData().toString().toStdString();
    table_->set_filter(filter);
}

void LibraryRoom::choose(const QModelIndex& index) {
    if (index.isValid()) desk_.choose_interview(QString::fromStdString(table_->line(index.row()).code));
}

void LibraryRoom::show_interview() {
    player_->close();
    if (desk_.interview().isEmpty()) return;
    try {
        const auto recordings = desk_.archive().recordings(desk_.interview().toStdString());
        if (!recordings.empty()) player_->open(recordings.front());
    } catch (const Error& error) {
        count_->setText(QString::fromStdString(error.what()));
    }
}

}  // namespace counterclip::ui
