#include "ui/library/library_room.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/library/clip_list.h"
#include "ui/library/filter_bar.h"
#include "ui/library/hit_list.h"
#include "ui/library/import_bar.h"
#include "ui/library/interview_table.h"
#include "ui/library/interview_thumbnails.h"
#include "ui/library/row_painter.h"
#include "ui/look/roles.h"
#include "ui/player/player.h"

namespace counterclip::ui {

namespace {

QStringList files_of(const QMimeData* dropped) {
    QStringList files;
    for (const auto& url : dropped->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

LibraryRoom::LibraryRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      desk_(studio.desk),
      table_(new InterviewTable(studio.desk, this)),
      thumbnails_(new InterviewThumbnails(studio.desk, this)),
      filters_(new FilterBar(studio.desk, this)),
      view_(new QTableView(this)),
      hits_(new HitList(studio.desk, this)),
      results_(new QStackedWidget(this)),
      import_(new QPushButton(tr("Import …"), this)),
      count_(new QLabel(this)),
      import_bar_(new ImportBar(studio_, this)),
      player_(new Player(studio.desk, this)),
      clips_(new ClipList(studio.desk, this)) {
    setAcceptDrops(true);
    make_view();
    auto* both = new QSplitter(this);
    both->setChildrenCollapsible(false);
    both->addWidget(make_left());
    both->addWidget(make_right());
    both->setSizes({760, 440});
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(both);

    connect(filters_, &FilterBar::changed, this, &LibraryRoom::read_filter);
    connect(&filters_->text(), &QLineEdit::returnPressed, this, &LibraryRoom::go_to_result);
    filters_->text().installEventFilter(this);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LibraryRoom::choose);
    connect(table_, &QAbstractItemModel::modelReset, this, &LibraryRoom::read_count);
    connect(table_, &InterviewTable::failed, count_, &QLabel::setText);
    connect(thumbnails_, &InterviewThumbnails::ready, table_, &InterviewTable::repaint);
    connect(hits_, &HitList::found, count_, &QLabel::setText);
    connect(import_, &QPushButton::clicked, this, &LibraryRoom::choose_files);
    connect(&desk_, &Desk::interview_chosen, this, &LibraryRoom::show_interview);
    connect(&desk_, &Desk::changed, clips_, &ClipList::read);
    setFocusProxy(view_);
    add_keys();
    read_count();
}

void LibraryRoom::make_view() {
    view_->setModel(table_);
    view_->setItemDelegate(new RowPainter(*table_, *thumbnails_, view_));
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setShowGrid(false);
    view_->setTabKeyNavigation(false);
    view_->setAccessibleName(tr("Interviews"));
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setDefaultSectionSize(InterviewThumbnails::height + 8);
    view_->horizontalHeader()->setStretchLastSection(true);
    view_->horizontalHeader()->setHighlightSections(false);
    const std::pair<int, int> widths[] = {{InterviewTable::code, 184},      {InterviewTable::pseudonym, 120},
                                          {InterviewTable::consent, 144},   {InterviewTable::kind, 56},
                                          {InterviewTable::recordings, 88}, {InterviewTable::clips, 48},
                                          {InterviewTable::date, 72}};
    for (const auto& [column, width] : widths) view_->setColumnWidth(column, width);
}

QWidget* LibraryRoom::make_left() {
    results_->addWidget(view_);
    results_->addWidget(hits_);
    import_->setObjectName(QStringLiteral("import files"));
    count_->setObjectName(QStringLiteral("count"));
    count_->setWordWrap(true);
    count_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().dim.name()));
    auto* foot = new QHBoxLayout;
    foot->addWidget(count_, 1);
    foot->addWidget(import_);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(16, 16, 8, 16);
    column->setSpacing(8);
    column->addWidget(filters_);
    column->addWidget(results_, 1);
    column->addWidget(import_bar_);
    column->addLayout(foot);
    left->setMinimumWidth(520);
    return left;
}

QWidget* LibraryRoom::make_right() {
    auto* title = new QLabel(tr("CLIPS OF THIS INTERVIEW"), this);
    title->setObjectName(QStringLiteral("heading"));
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(8, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(player_, 3);
    column->addWidget(title);
    column->addWidget(clips_, 2);
    return right;
}

void LibraryRoom::add_keys() {
    studio_.keys.add(*this, tr("Library"), QStringLiteral("library.find"), tr("Find"), QKeySequence::Find,
                     [this] { find(); });
    studio_.keys.add(*this, tr("Library"), QStringLiteral("library.words"), tr("Find what was said"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { find(true); });
}

void LibraryRoom::leave() {
    player_->pause();
}

void LibraryRoom::find(bool in_words) {
    filters_->choose_mode(in_words);
    filters_->text().setFocus(Qt::ShortcutFocusReason);
    filters_->text().selectAll();
}

void LibraryRoom::read_filter() {
    const bool in_words = filters_->in_words();
    results_->setCurrentIndex(in_words ? 1 : 0);
    if (in_words)
        hits_->search(filters_->words(), filters_->language(), filters_->tag());
    else
        table_->set_filter(filters_->filter());
}

// After a reading anew the chosen interview stays chosen.
void LibraryRoom::read_count() {
    if (filters_->in_words()) return;
    const auto total = table_->total();
    if (!desk_.is_open())
        count_->setText(tr("No archive is open: open one with Ctrl+O."));
    else if (total == 0 && filters_->narrows())
        count_->setText(tr("No interview is like that: take a filter away."));
    else if (total == 0)
        count_->setText(tr("No interview yet: drop a recording here, or make one in Consent (F2)."));
    else
        count_->setText(tr("%n interview(s)", nullptr, static_cast<int>(total)));
    const int row = table_->row_of(desk_.interview());
    if (row >= 0 && view_->currentIndex().row() != row) view_->selectRow(row);
}

void LibraryRoom::choose(const QModelIndex& index) {
    if (index.isValid()) desk_.choose_interview(QString::fromStdString(table_->line(index.row()).code));
}

void LibraryRoom::show_interview() {
    player_->close();
    clips_->read();
    if (desk_.interview().isEmpty()) return;
    try {
        const auto recordings = desk_.archive().recordings(desk_.interview().toStdString());
        if (!recordings.empty()) player_->open(recordings.front());
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
}

void LibraryRoom::go_to_result() {
    if (filters_->in_words()) return hits_->go();
    if (table_->rowCount() == 0) return;
    view_->selectRow(std::max(0, view_->currentIndex().row()));
    view_->setFocus();
}

// Down from the search field goes into what was found.
bool LibraryRoom::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &filters_->text() && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        results_->currentWidget()->setFocus();
        return true;
    }
    return Room::eventFilter(watched, event);
}

QString LibraryRoom::interview_at(QPoint place) const {
    if (results_->currentWidget() != view_) return {};
    const auto in_view = view_->viewport()->mapFrom(this, place);
    if (!view_->viewport()->rect().contains(in_view)) return {};
    const auto index = view_->indexAt(in_view);
    return index.isValid() ? QString::fromStdString(table_->line(index.row()).code) : QString();
}

void LibraryRoom::dragEnterEvent(QDragEnterEvent* event) {
    if (desk_.is_open() && !files_of(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void LibraryRoom::dragMoveEvent(QDragMoveEvent* event) {
    event->setDropAction(Qt::CopyAction);  // the original stays where it is
    event->accept();
}

void LibraryRoom::dropEvent(QDropEvent* event) {
    const auto files = files_of(event->mimeData());
    if (!desk_.is_open() || files.isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const auto interview = interview_at(event->position().toPoint());
    if (interview.isEmpty()) return import_bar_->ask(files);
    desk_.choose_interview(interview);
    import_bar_->import(interview, files);
}

void LibraryRoom::choose_files() {
    if (!desk_.is_open()) return desk_.say(Desk::Tone::advice, tr("Open an archive first."));
    import_bar_->ask(QFileDialog::getOpenFileNames(this, tr("Recordings to import")));
}

}  // namespace counterclip::ui
