// The keys of the Cut room, and the buttons under the picture that do the same.
#include <QAction>

#include "ui/cut/clip_panel.h"
#include "ui/cut/cut_room.h"
#include "ui/cut/tag_panel.h"
#include "ui/cut/transport_row.h"
#include "ui/keys/keys.h"
#include "ui/player/player.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/transcript_panel.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

}  // namespace

void CutRoom::add_keys() {
    const auto add = [this](const char* id, const QString& title, const QKeySequence& key, std::function<void()> act) {
        return studio_.keys.add(*this, tr("Cut"), QStringLiteral("cut.") + QLatin1String(id), title, key,
                                std::move(act));
    };
    auto& player = *player_;
    auto* back = add("beginning", tr("To the beginning"), Qt::Key_Home, [this] { seek(0s); });
    add("shuttle_back", tr("Play backwards, again: faster"), Qt::Key_J, [&player] { player.shuttle(-1); });
    add("pause", tr("Pause"), Qt::Key_K, [&player] { player.pause(); });
    add("shuttle", tr("Play, again: faster"), Qt::Key_L, [&player] { player.shuttle(1); });
    add("play", tr("Play or pause"), Qt::Key_Space, [&player] { player.toggle(); });
    add("frame_back", tr("A frame back"), Qt::Key_Left, [&player] { player.step(-1); });
    add("frame", tr("A frame on"), Qt::Key_Right, [&player] { player.step(1); });
    const auto by = [this](Time t) { return [this, t] { seek(player_->position() + t); }; };
    add("second_back", tr("A second back"), QKeySequence(Qt::SHIFT | Qt::Key_Left), by(-1s));
    add("second", tr("A second on"), QKeySequence(Qt::SHIFT | Qt::Key_Right), by(1s));
    add("end", tr("To the end"), Qt::Key_End, [this] { seek(player_->duration() - player_->frame_length()); });
    // The picture of an edge may begin half a picture before or after it: that edge is where we are, not the next.
    add("edge_before", tr("Previous edge"), Qt::Key_Up,
        [this] { seek(timeline_->edge_before(player_->position() - player_->frame_length() / 2)); });
    add("edge_after", tr("Next edge"), Qt::Key_Down,
        [this] { seek(timeline_->edge_after(player_->position() + player_->frame_length() / 2)); });

    auto* in = add("mark_in", tr("Mark in"), Qt::Key_I, [this] {
        if (material_.can_be_marked()) marking_.mark_in(player_->position());
    });
    // The picture that is seen belongs to the stretch.
    auto* out = add("mark_out", tr("Mark out"), Qt::Key_O, [this] {
        if (material_.can_be_marked()) marking_.mark_out(player_->position() + player_->frame_length());
    });
    auto* clear = add("clear_marks", tr("Clear the marks"), Qt::Key_X, [this] { marking_.clear_marks(); });
    for (std::size_t n = 0; n < TagPalette::keys; ++n)
        studio_.keys.add(*this, tr("Cut"), QStringLiteral("cut.tag_%1").arg(n + 1), tr("Tag %1").arg(n + 1),
                         Qt::Key_1 + static_cast<int>(n), [this, n] { tag_number(n); });
    for (std::size_t n = 0; n < TagPalette::keys; ++n)
        studio_.keys.add(*this, tr("Cut"), QStringLiteral("cut.put_tag_%1").arg(n + 1),
                         tr("Put the chosen tag on key %1").arg(n + 1),
                         QKeySequence(Qt::ALT | (Qt::Key_1 + static_cast<int>(n))),
                         [this, n] { put_on_key(tags_->tag_meant(), n); });
    add("incriminating", tr("Take out: incriminating"), Qt::Key_Exclam,
        [this] { ask_danger(archive::Danger::incriminating); });
    add("identifying", tr("Take out: identifying"), Qt::Key_Question,
        [this] { ask_danger(archive::Danger::identifying); });
    add("remove", tr("Remove what is chosen"), Qt::Key_Delete, [this] { remove_chosen(); });
    add("new_clip", tr("New clip of the segments chosen"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [this] { clip_->begin_clip(); });
    add("add_to_clip", tr("Add the segments chosen to the clip"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] { clip_->add_to_clip(); });
    add("render", tr("Render the clip"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { clip_->render(); });
    add("find", tr("Search the transcript"), QKeySequence::Find, [this] { transcript_->find(); });

    transport_->add(*back, QStringLiteral("⏮"));
    transport_->add(*in, tr("I  in"));
    transport_->add(*out, tr("O  out"));
    transport_->add(*clear, tr("X"));
    transport_->finish();
}

}  // namespace counterclip::ui
