// All keys by room, as the `?` sheet and, with fields to change them, in the settings.
#pragma once

#include <QDialog>
#include <QWidget>

namespace counterclip::ui {

class Keys;

class KeySheet : public QDialog {
    Q_OBJECT
  public:
    explicit KeySheet(const Keys& keys, QWidget* parent = nullptr);
};

class KeyTable : public QWidget {
    Q_OBJECT
  public:
    explicit KeyTable(Keys& keys, QWidget* parent = nullptr);
};

}  // namespace counterclip::ui
