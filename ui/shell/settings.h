// What people choose once: language, colours, when the window locks, keys. Kept in QSettings.
#pragma once

#include <QDialog>

class QComboBox;

namespace counterclip::ui {

class IdleLock;
class Keys;

class Settings : public QDialog {
    Q_OBJECT
  public:
    Settings(Keys& keys, IdleLock& lock, QWidget* parent = nullptr);

  Q_SIGNALS:
    void start_again_asked();  // another language was chosen, which a running window does not learn

  private:
    QWidget* make_language_note(QComboBox& language);
};

// Colours and language as chosen, for the start; `light` overrules.
void apply_chosen_look(bool light);
// "" = as the system; else "en", "ar". Turns the layout where the language is written from right to left.
void apply_chosen_language(const QString& overruled = {});

}  // namespace counterclip::ui
