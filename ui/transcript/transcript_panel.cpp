#include "ui/transcript/transcript_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/transcript/transcript_delegate.h"

namespace counterclip::ui {

namespace {

// "Arabic (ar-SY)": people look for the language, not for its code.
QString name_of(const std::string& tag) {
    const auto code = QString::fromStdString(tag);
    const auto name = QLocale::languageToString(QLocale(code).language());
    return name == QStringLiteral("C") ? code : TranscriptPanel::tr("%1 (%2)").arg(name, code);
}

std::vector<std::string> languages_of(const archive::Archive& archive, const archive::Recording& recording) {
    std::vector<std::string> languages;
    for (const auto& transcript : archive.transcripts(recording.interview))
        if (transcript.recording == recording.id &&
            std::ranges::find(languages, transcript.language) == languages.end())
            languages.push_back(transcript.language);
    return languages;
}

void choose(QComboBox& box, const QString& language) {
    box.setCurrentIndex(std::max(0, box.findData(language)));
}

}  // namespace

TranscriptPanel::TranscriptPanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      model_(new TranscriptModel(this)),
      list_(new QListView(this)),
      first_(new QComboBox(this)),
      second_(new QComboBox(this)),
      text_(new QLineEdit(this)),
      empty_(new QLabel(this)) {
    list_->setModel(model_);
    list_->setItemDelegate(new TranscriptDelegate(list_));
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setResizeMode(QListView::Adjust);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("Transcript"));
    first_->setAccessibleName(tr("Language of the transcript"));
    second_->setAccessibleName(tr("Second language"));
    text_->setPlaceholderText(tr("Search the transcript  (Ctrl+F)"));
    text_->setAccessibleName(tr("Search the transcript"));
    text_->setClearButtonEnabled(true);
    text_->setObjectName(QStringLiteral("transcript_search"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setContentsMargins(16, 16, 16, 16);
    for (auto* box : {first_, second_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    auto* languages = new QHBoxLayout;
    languages->setContentsMargins(8, 0, 8, 0);
    languages->addWidget(first_, 1);
    languages->addWidget(second_, 1);
    auto* search_row = new QHBoxLayout;
    search_row->setContentsMargins(8, 0, 8, 0);
    search_row->addWidget(text_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(languages);
    all->addLayout(search_row);
    all->addWidget(list_, 1);
    all->addWidget(empty_, 1);

    for (auto* box : {first_, second_})
        connect(box, &QComboBox::activated, this, [this] {
            read();
            Q_EMIT language_chosen();
        });
    connect(list_, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT seek_asked(model_->line(index.row()).range.in.count()); });
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TranscriptPanel::chosen_changed);
    connect(model_, &TranscriptModel::current_changed, this, &TranscriptPanel::follow);
    connect(text_, &QLineEdit::returnPressed, this, [this] { search(1); });
    auto* back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), text_);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, [this] { search(-1); });
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), text_);
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] { list_->setFocus(); });
    connect(&desk_, &Desk::signed_in, this, [this] {
        text_->clear();  // what somebody else looked for
        read();
    });
}

void TranscriptPanel::open(const std::optional<archive::Recording>& recording) {
    recording_ = recording;
    model_->set_lines({});
}

QString TranscriptPanel::first_language() const {
    return first_->currentData().toString();
}

void TranscriptPanel::read() {
    try {
        if (desk_.may_read_words()) read_languages();
        read_lines();
    } catch (const Error& error) {
        model_->set_lines({});
        empty_->setText(QString::fromStdString(error.what()));
    }
}

void TranscriptPanel::read_languages() {
    const auto first = first_->currentData().toString();
    const auto second = second_->currentData().toString();
    first_->clear();
    second_->clear();
    second_->addItem(tr("one language"), QString());
    if (recording_)
        for (const auto& language : languages_of(desk_.archive(), *recording_))
            for (auto* box : {first_, second_}) box->addItem(name_of(language), QString::fromStdString(language));
    choose(*first_, first);
    // Both at once, where there are two: an editor reads the one and cuts by the other.
    choose(*second_, first.isEmpty() && first_->count() > 1 ? first_->itemData(1).toString() : second);
    first_->setEnabled(first_->count() > 1);
    second_->setEnabled(first_->count() > 1);
}

std::vector<captions::Cue> TranscriptPanel::cues_of(const QString& language) const {
    if (!recording_ || language.isEmpty()) return {};
    const auto transcript = desk_.archive().latest_transcript(recording_->id, language.toStdString());
    return transcript ? desk_.archive().cues(transcript->id) : std::vector<captions::Cue>{};
}

void TranscriptPanel::read_lines() {
    const auto first = first_->currentData().toString();
    const auto second = second_->currentData().toString();
    std::vector<TranscriptLine> lines;
    const bool may_read = desk_.may_read_words();
    if (recording_ && may_read) {
        const auto unsaid = clip::unsaid(desk_.archive(), recording_->id, true);
        lines = lines_of(cues_of(first), second == first ? std::vector<captions::Cue>{} : cues_of(second), unsaid);
    }
    const int scrolled = list_->verticalScrollBar()->value();
    QList<int> chosen;
    for (const auto& index : list_->selectionModel()->selectedRows()) chosen << index.row();
    const bool as_many = static_cast<int>(lines.size()) == model_->rowCount();
    model_->set_lines(std::move(lines));
    if (as_many) {
        for (const int row : chosen) list_->selectionModel()->select(model_->index(row), QItemSelectionModel::Select);
        list_->verticalScrollBar()->setValue(scrolled);
    }
    const bool none = model_->rowCount() == 0;
    list_->setVisible(!none);
    empty_->setVisible(none);
    text_->setEnabled(!none);
    empty_->setText(!recording_ ? tr("Nothing is recorded here.")
                    : !may_read ? tr("Sign in to read what is said here: it can hold names.")
                                : tr("No transcript yet. Import one (SRT, VTT …) in the Library, and its lines stand "
                                     "here. You can mark and tag by time without one."));
}

void TranscriptPanel::set_playhead(Time t) {
    model_->set_playhead(t);
}

// The line that is heard is kept in sight, unless somebody holds a choice of lines.
void TranscriptPanel::follow(int row) {
    if (row < 0 || list_->selectionModel()->selectedRows().size() > 1) return;
    list_->scrollTo(model_->index(row), QAbstractItemView::EnsureVisible);
}

std::optional<Range> TranscriptPanel::chosen() const {
    return list_->selectionModel()->selectedRows().size() < 2 ? std::nullopt : selected();
}

std::optional<Range> TranscriptPanel::selected() const {
    const auto rows = list_->selectionModel()->selectedRows();
    if (rows.empty()) return std::nullopt;
    Range range{Time::max(), Time::min()};
    for (const auto& index : rows) {
        const auto& line = model_->line(index.row()).range;
        range = {std::min(range.in, line.in), std::max(range.out, line.out)};
    }
    return range;
}

void TranscriptPanel::find() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void TranscriptPanel::search(int way) {
    const auto from = static_cast<std::size_t>(std::max(0, list_->currentIndex().row()));
    const auto found = find_line(model_->lines(), text_->text(), from, way);
    if (!found) return desk_.say(Desk::Tone::advice, tr("“%1” is not said in this transcript.").arg(text_->text()));
    const auto index = model_->index(static_cast<int>(*found));
    list_->setCurrentIndex(index);
    list_->scrollTo(index, QAbstractItemView::PositionAtCenter);
    Q_EMIT seek_asked(model_->line(index.row()).range.in.count());
}

}  // namespace counterclip::ui
