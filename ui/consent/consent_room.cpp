#include "ui/consent/consent_room.h"

namespace counterclip::ui {

ConsentRoom::ConsentRoom(const Studio& studio, QWidget* parent) : Room(parent), studio_(studio) {}

}  // namespace counterclip::ui
