// The tags at the side: nine under the keys 1 to 9, the rest by a search in the codebook; the two dangers below them.
// Those that the chosen segment bears are marked. The menu of each puts it on another key.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/cut/marking.h"
#include "ui/cut/palette.h"

class QGridLayout;
class QLineEdit;
class QMenu;
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
    // The tag that somebody means: typed in the search, else the last of the segment chosen; empty = none.
    std::string tag_meant() const;
    // "Key for “anger”" with the nine keys and what is on each.
    void add_keys_to(QMenu& menu, const std::string& tag);

  Q_SIGNALS:
    void tag_asked(const QString& tag);
    void key_asked(const QString& tag, int key);  // 0 to 8
    void danger_asked(counterclip::archive::Danger danger);

  protected:
    // The list of completions is open and has the keys.
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool is_on_chosen(const std::string& tag) const;
    void open_menu(QToolButton& button, std::size_t key);
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
