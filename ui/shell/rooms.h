// The six rooms in the order of the work.
#pragma once

#include <vector>

#include <QString>

#include "ui/shell/room.h"

namespace counterclip::ui {

struct RoomKind {
    QString name;        // in the code and in Desk::asked_for()
    QString sign;        // one letter-sized sign for the rail
    QString (*title)();  // for people, in their language
    Room* (*make)(const Studio&, QWidget*);
};
const std::vector<RoomKind>& room_kinds();

}  // namespace counterclip::ui
