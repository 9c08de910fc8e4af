// Widgets in lines like words in a paragraph: what does not fit beside the others begins a new line, from the side on
// which the language is read. Longer words of another language, or a narrow window, hide no answer.
#pragma once

#include "ui/look/items_layout.h"

namespace counterclip::ui {

class FlowLayout : public ItemsLayout {
  public:
    using ItemsLayout::ItemsLayout;
    QSize minimumSize() const override;

  private:
    int laid(const QRect& place, bool placed) const override;
};

}  // namespace counterclip::ui
