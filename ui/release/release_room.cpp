#include "ui/release/release_room.h"

namespace counterclip::ui {

ReleaseRoom::ReleaseRoom(const Studio& studio, QWidget* parent) : Room(parent), studio_(studio) {}

}  // namespace counterclip::ui
