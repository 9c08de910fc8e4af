#include "ui/keys/keys.h"

#include <algorithm>

#include <QSettings>

namespace counterclip::ui {

namespace {

QString setting_of(const QString& id) {
    return QStringLiteral("keys/") + id;
}

// `!` and `?` come with Shift on most keyboards, and not every platform leaves it out: both are taken.
QList<QKeySequence> all_ways_to(const QKeySequence& sequence) {
    if (sequence.count() != 1 || sequence[0].keyboardModifiers() != Qt::NoModifier) return {sequence};
    const int key = sequence[0].key();
    const bool is_sign = key > Qt::Key_Space && key < Qt::Key_AsciiTilde && !QChar(key).isLetterOrNumber();
    return is_sign ? QList<QKeySequence>{sequence, QKeySequence(Qt::SHIFT | sequence[0].key())}
                   : QList<QKeySequence>{sequence};
}

void put(QAction& action, const QString& title, const QKeySequence& sequence) {
    action.setShortcuts(all_ways_to(sequence));
    action.setToolTip(sequence.isEmpty() ? title
                                         : title + QStringLiteral("  (") + sequence.toString(QKeySequence::NativeText) +
                                               QStringLiteral(")"));
}

}  // namespace

QAction* Keys::add(QWidget& owner, const QString& room, const QString& id, const QString& title,
                   const QKeySequence& standard, std::function<void()> act) {
    auto* action = new QAction(title, &owner);
    const bool everywhere = owner.isWindow();
    action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    const auto chosen = QSettings().value(setting_of(id));
    put(*action, title, chosen.isValid() ? QKeySequence(chosen.toString()) : standard);
    connect(action, &QAction::triggered, &owner, [act = std::move(act)] { act(); });
    owner.addAction(action);
    keys_.push_back({room, id, title, standard, action});
    connect(action, &QObject::destroyed, this,
            [this, action] { std::erase_if(keys_, [&](const Key& key) { return key.action == action; }); });
    return action;
}

std::vector<Key> Keys::all() const {
    return keys_;
}

void Keys::choose(const QString& id, const QKeySequence& sequence) {
    const auto found = std::ranges::find(keys_, id, &Key::id);
    if (found == keys_.end()) return;
    put(*found->action, found->title, sequence);
    QSettings settings;
    if (sequence == found->standard)
        settings.remove(setting_of(id));
    else
        settings.setValue(setting_of(id), sequence.toString());
}

}  // namespace counterclip::ui
