#include "ui/faces/faces_room.h"

namespace counterclip::ui {

FacesRoom::FacesRoom(const Studio& studio, QWidget* parent) : Room(parent), studio_(studio) {}

}  // namespace counterclip::ui
