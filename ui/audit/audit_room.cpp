#include "ui/audit/audit_room.h"

namespace counterclip::ui {

AuditRoom::AuditRoom(const Studio& studio, QWidget* parent) : Room(parent), studio_(studio) {}

}  // namespace counterclip::ui
