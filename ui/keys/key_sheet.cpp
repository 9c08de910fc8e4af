#include "ui/keys/key_sheet.h"

#include <algorithm>
#include <set>

#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/keys/keys.h"
#include "ui/look/columns_layout.h"

namespace counterclip::ui {

namespace {

// Rooms in the order in which their first key was made.
std::vector<std::pair<QString, std::vector<Key>>> by_room(const Keys& keys) {
    std::vector<std::pair<QString, std::vector<Key>>> rooms;
    for (const auto& key : keys.all()) {
        auto found = std::ranges::find_if(rooms, [&](const auto& room) { return room.first == key.room; });
        if (found == rooms.end()) {
            rooms.emplace_back(key.room, std::vector<Key>{});
            found = rooms.end() - 1;
        }
        found->second.push_back(key);
    }
    return rooms;
}

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text.toUpper());
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

QScrollArea* scrolling(QWidget* inside) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

}  // namespace

KeySheet::KeySheet(const Keys& keys, const QString& first, QWidget* parent)
    : QDialog(parent), search_(new QLineEdit(this)), nothing_(new QLabel(tr("No key is called so."), this)) {
    setWindowTitle(tr("Keys"));
    search_->setPlaceholderText(tr("Find: what it does, or the key itself"));
    search_->setAccessibleName(tr("Find a key"));
    search_->setClearButtonEnabled(true);
    auto* inside = new QWidget;
    auto* blocks = new ColumnsLayout(inside);
    blocks->setContentsMargins(0, 0, 8, 0);
    blocks->setSpacing(32);
    auto rooms = by_room(keys);
    std::ranges::stable_partition(rooms, [&](const auto& room) { return room.first == first; });
    for (const auto& [room, list] : rooms) blocks->addWidget(block(room, list));
    nothing_->hide();
    auto* note = new QLabel(
        tr("Ctrl+/ opens this sheet everywhere; so does ?, but in Cut, where ? takes out what is identifying. In every "
           "player: J K L shuttle, space plays, arrows step (with Shift a second). Keys are changed in File, "
           "Settings."),
        this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(8);
    all->addWidget(search_);
    all->addWidget(nothing_);
    all->addWidget(scrolling(inside), 1);
    all->addWidget(note);
    connect(search_, &QLineEdit::textChanged, this, &KeySheet::find);
    search_->setFocus();
    const QSize wished(1120, 640);
    resize(parent ? wished.boundedTo(parent->window()->size() - QSize(32, 48)) : wished);
}

QWidget* KeySheet::block(const QString& room, const std::vector<Key>& keys) {
    auto* made = new QWidget;
    auto* grid = new QGridLayout(made);
    grid->setContentsMargins(0, 0, 0, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(heading(room), 0, 0, 1, 2);
    int row = 0;
    for (const auto& key : keys) {
        const auto sequence = key.action->shortcut().toString(QKeySequence::NativeText);
        auto* cap = new QLabel(sequence, made);
        cap->setObjectName(sequence.isEmpty() ? QString() : QStringLiteral("key"));
        auto* title = new QLabel(key.title, made);
        grid->addWidget(cap, ++row, 0, Qt::AlignLeading | Qt::AlignVCenter);
        grid->addWidget(title, row, 1);
        rows_.push_back({(key.title + QLatin1Char('\n') + sequence).toLower(), cap, title, made});
    }
    return made;
}

void KeySheet::find(const QString& words) {
    std::set<QWidget*> found;
    for (const auto& row : rows_) {
        const bool fits = row.words.contains(words.trimmed().toLower());
        row.key->setVisible(fits);
        row.title->setVisible(fits);
        if (fits) found.insert(row.room);
    }
    for (const auto& row : rows_) row.room->setVisible(found.contains(row.room));
    nothing_->setVisible(found.empty());
}

KeyTable::KeyTable(Keys& keys, QWidget* parent) : QWidget(parent) {
    auto* inside = new QWidget;
    auto* grid = new QGridLayout(inside);
    int row = 0;
    for (const auto& [room, list] : by_room(keys)) {
        grid->addWidget(heading(room), row++, 0, 1, 2);
        for (const auto& key : list) {
            auto* field = new QKeySequenceEdit(key.action->shortcut());
            field->setAccessibleName(key.title);
            connect(field, &QKeySequenceEdit::editingFinished, this,
                    [&keys, field, id = key.id] { keys.choose(id, field->keySequence()); });
            grid->addWidget(new QLabel(key.title), row, 0);
            grid->addWidget(field, row++, 1);
        }
    }
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scrolling(inside));
}

}  // namespace counterclip::ui
