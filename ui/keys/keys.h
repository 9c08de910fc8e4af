// Every key of the application in one table: what the `?` sheet lists, tooltips name and settings change.
//
// A room makes its actions through a Keys of its own name; what people chose instead is kept in QSettings. Actions
// work while the focus is in the widget they are made for.
#pragma once

#include <functional>
#include <vector>

#include <QAction>
#include <QKeySequence>
#include <QString>
#include <QWidget>

namespace counterclip::ui {

struct Key {
    QString room;  // as people see it: "Cut"; "Everywhere"
    QString id;    // for settings: "cut.mark_in"
    QString title;
    QKeySequence standard;
    QAction* action = nullptr;
};

class Keys : public QObject {
    Q_OBJECT
  public:
    explicit Keys(QObject* parent = nullptr) : QObject(parent) {}

    // An action of `owner` (and its children) under a key. Text, shortcut and tooltip are set; the caller may put it
    // into menus and on buttons. `owner` the window: everywhere.
    QAction* add(QWidget& owner, const QString& room, const QString& id, const QString& title,
                 const QKeySequence& standard, std::function<void()> act);
    // In the order of adding; those whose widget is gone are not among them.
    std::vector<Key> all() const;
    // From now on and at the next start; an empty one takes the key away. The standard one forgets the choice.
    void choose(const QString& id, const QKeySequence& sequence);

  private:
    std::vector<Key> keys_;
};

}  // namespace counterclip::ui
