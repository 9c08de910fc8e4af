#include "ui/timeline/timeline.h"

namespace counterclip::ui {

Timeline::Timeline(QWidget* parent) : QWidget(parent) {}

}  // namespace counterclip::ui
