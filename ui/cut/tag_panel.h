// The tags at the side: nine under the keys 1 to 9, the rest by a search in the codebook; the two dangers below them.
// Those that the chosen segment bears are marked.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/cut/marking.h"
#include "ui/cut/palette.h"

class QGridLayout;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace counterclip::ui {

class TagPanel : public QWidget {
    Q_OBJECT
  public:
    TagPanel(const Material& material, const TagPalette& palette, const Marking& marking, QWidget* parent);
    void read();  // the room read anew, or another choice was made
    QLineEdit& search() const { return *search_; }

  Q_SIGNALS:
    void tag_asked(const QString& tag);
    void danger_asked(counterclip::archive::Danger danger);

  private:
    bool is_on_chosen(const std::string& tag) const;
    void take_search();
    const Material& material_;
    const TagPalette& palette_;
    const Marking& marking_;
    std::vector<QToolButton*> buttons_;
    QPushButton* incriminating_;
    QPushButton* identifying_;
    QLineEdit* search_;
    QStringListModel* words_;
};

}  // namespace counterclip::ui
