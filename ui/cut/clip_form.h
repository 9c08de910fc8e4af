// The fields of a clip: title, cards, name, captions, voice, kind of file. Each that is left changed is an edit.
#pragma once

#include <QWidget>

#include "archive/records.h"

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace counterclip::ui {

class ClipForm : public QWidget {
    Q_OBJECT
  public:
    explicit ClipForm(QWidget* parent = nullptr);
    // `languages`: of the transcripts there are. `pseudonym` is proposed for the lower-third.
    void show_clip(const archive::Clip& clip, const QStringList& languages, const QString& pseudonym);

  Q_SIGNALS:
    // As `clip change` takes it.
    void change_asked(const QStringList& options, const QString& title);

  private:
    QLineEdit* add_line(QFormLayout& form, const QString& name, const QString& label, const QString& option);
    QComboBox* add_choice(QFormLayout& form, const QString& name, const QString& label, const QString& option);
    void put(QComboBox& box, const std::string& value);
    void ask_captions();
    void fill_treatments();
    QLineEdit* title_;
    QLineEdit* card_;
    QLineEdit* end_card_;
    QLineEdit* lower_third_;
    QComboBox* captions_;
    QComboBox* language_;
    QComboBox* voice_way_;
    QLineEdit* voice_;
    QComboBox* style_;
    QComboBox* tone_;
    QComboBox* purpose_;
    QComboBox* preset_;
    QComboBox* framing_;
};

}  // namespace counterclip::ui
