#include "ui/keys/key_sheet.h"

#include <map>

#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/keys/keys.h"

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

KeySheet::KeySheet(const Keys& keys, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    auto* inside = new QWidget;
    auto* columns = new QHBoxLayout(inside);
    columns->setSpacing(32);
    constexpr std::size_t keys_a_column = 22;
    QGridLayout* grid = nullptr;
    int row = 0;
    std::size_t in_column = keys_a_column;
    for (const auto& [room, list] : by_room(keys)) {
        if (in_column + list.size() > keys_a_column) {
            auto* column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(16);
            column->addLayout(grid);
            column->addStretch();
            columns->addLayout(column);
            row = 0;
            in_column = 0;
        }
        grid->addWidget(heading(room), row++, 0, 1, 2);
        for (const auto& key : list) {
            auto* keys_of = new QLabel(key.action->shortcut().toString(QKeySequence::NativeText));
            keys_of->setObjectName(QStringLiteral("key"));
            grid->addWidget(keys_of, row, 0);
            grid->addWidget(new QLabel(key.title), row++, 1);
        }
        in_column += list.size() + 1;
    }
    auto* all = new QVBoxLayout(this);
    all->addWidget(scrolling(inside));
    all->addWidget(
        new QLabel(tr("In every player: J K L shuttle, space plays, arrows step (with Shift a second). "
                      "Keys are changed in File, Settings.")));
    resize(960, 600);
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
