// All keys by room, as the sheet that Ctrl+/ opens and, with fields to change them, in the settings.
#pragma once

#include <vector>

#include <QDialog>
#include <QWidget>

class QLineEdit;

namespace counterclip::ui {

class Keys;
struct Key;

class KeySheet : public QDialog {
    Q_OBJECT
  public:
    // `first`: the room that stands first, as people see it: the one that is worked in.
    KeySheet(const Keys& keys, const QString& first, QWidget* parent = nullptr);
    // Only what is called so, or is under that key; empty = all.
    void find(const QString& words);

  private:
    struct Row {
        QString words;  // what it is found by
        QWidget* key;
        QWidget* title;
        QWidget* room;
    };
    QWidget* block(const QString& room, const std::vector<Key>& keys);
    std::vector<Row> rows_;
    QLineEdit* search_;
    QWidget* nothing_;
};

class KeyTable : public QWidget {
    Q_OBJECT
  public:
    explicit KeyTable(Keys& keys, QWidget* parent = nullptr);
};

}  // namespace counterclip::ui
