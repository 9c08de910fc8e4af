#include "ui/shell/rooms.h"

#include "ui/audit/audit_room.h"
#include "ui/consent/consent_room.h"
#include "ui/cut/cut_room.h"
#include "ui/faces/faces_room.h"
#include "ui/library/library_room.h"
#include "ui/release/release_room.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

template <class Kind>
Room* make(const Studio& studio, QWidget* parent) {
    return new Kind(studio, parent);
}

}  // namespace

const std::vector<RoomKind>& room_kinds() {
    static const std::vector<RoomKind> kinds{
        {QStringLiteral("library"), QStringLiteral("▤"), [] { return tr("Library"); }, make<LibraryRoom>},
        {QStringLiteral("consent"), QStringLiteral("✓"), [] { return tr("Consent"); }, make<ConsentRoom>},
        {QStringLiteral("cut"), QStringLiteral("✂"), [] { return tr("Cut"); }, make<CutRoom>},
        {QStringLiteral("faces"), QStringLiteral("◉"), [] { return tr("Faces"); }, make<FacesRoom>},
        {QStringLiteral("audit"), QStringLiteral("⚖"), [] { return tr("Audit"); }, make<AuditRoom>},
        {QStringLiteral("release"), QStringLiteral("⇪"), [] { return tr("Release"); }, make<ReleaseRoom>},
    };
    return kinds;
}

}  // namespace counterclip::ui
