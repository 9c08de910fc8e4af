#include "ui/cut/cut_room.h"

namespace counterclip::ui {

CutRoom::CutRoom(const Studio& studio, QWidget* parent) : Room(parent), studio_(studio) {}

}  // namespace counterclip::ui
