// Widgets in as many columns as there is room for, each below the others in the column that ends first: long lists of
// small things read without scrolling sideways, in any window. Columns run in the direction of the language.
#pragma once

#include "ui/look/items_layout.h"

namespace counterclip::ui {

class ColumnsLayout : public ItemsLayout {
  public:
    using ItemsLayout::ItemsLayout;
    QSize minimumSize() const override;  // one column

  private:
    int laid(const QRect& place, bool placed) const override;
};

}  // namespace counterclip::ui
