#include "ui/faces/faces_hands.h"

#include <algorithm>
#include <array>

#include <QJsonObject>

#include "ui/ask/ask_line.h"
#include "ui/desk/desk.h"
#include "ui/faces/faces_player.h"
#include "ui/player/player.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr Time drawn_for = 5s;      // a region that is drawn outside of gaps; its end is dragged
constexpr Time followed_for = 30s;  // each way
constexpr std::array square_things{"document", "name plate", "window", "screen", "sign"};

faces::Shape shape_of(const std::string& what) {
    const bool is_square = std::ranges::find(square_things, what) != square_things.end();
    return is_square ? faces::Shape::rectangle : faces::Shape::ellipse;
}

faces::RegionKey key_of(const QRectF& box, Time pts) {
    return {pts, static_cast<float>(box.x()), static_cast<float>(box.y()), static_cast<float>(box.width()),
            static_cast<float>(box.height())};
}

}  // namespace

FacesHands::FacesHands(const Studio& studio, FacesPlayer& player, AskLine& line, QObject* parent)
    : QObject(parent), studio_(studio), player_(player), line_(line) {
    connect(&player_.pencil(), &RegionPencil::drawn, this, &FacesHands::take_drawn);
    connect(&player_.pencil(), &RegionPencil::changed, this, &FacesHands::move_region);
}

void FacesHands::set_known(std::shared_ptr<const FacesKnown> known) {
    known_ = std::move(known);
}

FacesAt FacesHands::at() const {
    return {QString::fromStdString(known_->recording.interview), known_->recording.position};
}

void FacesHands::advise(const QString& text) {
    studio_.desk.say(Desk::Tone::advice, text);
}

const faces::Gap* FacesHands::gap() {
    const auto* found = known_ ? gap_of(*known_, chosen.gap) : nullptr;
    if (!found) advise(tr("Choose a gap first: N goes to the next."));
    return found;
}

const faces::Track* FacesHands::track() {
    const auto* found = known_ ? track_of(*known_, chosen.track) : nullptr;
    if (!found) advise(tr("Choose a person first, in the list or in the timeline."));
    return found;
}

void FacesHands::no_face() {
    const auto* found = gap();
    if (!found) return;
    line_.ask(tr("No face there that a mask does not cover: what did you see?"), {}, &player_,
              [this, where = at(), gap = *found](const QString& why) { make(say_no_face(where, gap, why)); });
}

void FacesHands::extend() {
    const auto* found = gap();
    if (!found) return;
    if (found->track == 0) return advise(tr("This gap is about no person: draw a region over it (R)."));
    make(extend_over_gap(at(), *found));
}

void FacesHands::reopen() {
    const auto* found = gap();
    if (!found) return;
    if (found->resolved_by.empty()) return advise(tr("This gap is open."));
    make(reopen_gap(at(), *found));
}

void FacesHands::draw() {
    if (known_) player_.pencil().begin();
}

// Drawn in an open gap it lasts as long as the gap, and settles it.
void FacesHands::take_drawn(const QRectF& box, qint64 pts) {
    if (!known_) return;
    const auto* open = gap_of(*known_, chosen.gap);
    if (open && (!open->resolved_by.empty() || !contains(open->range, Time(pts)))) open = nullptr;
    faces::Region region;
    region.keys = {key_of(box, open ? open->range.in : Time(pts))};
    region.out = open ? open->range.out : std::min(known_->recording.duration, Time(pts) + drawn_for);
    line_.ask(tr("What is hidden there?"), tr("face"), &player_,
              [this, region, gap = open ? open->id : 0](const QString& what) mutable {
                  region.what = what.toStdString();
                  region.shape = shape_of(region.what);
                  add(region, gap);
              });
}

void FacesHands::add(faces::Region region, qint64 gap_id) {
    const auto where = at();
    const auto* open = gap_of(*known_, gap_id);
    std::optional<faces::Gap> covered;
    if (open) covered = *open;
    studio_.edits.make(add_region(where, region), [this, where, covered](const Answer& answer) {
        const auto id = answer.json.object()[QLatin1String("id")].toInteger();
        if (answer.done() && covered && id != 0) make(cover_gap(where, *covered, id));
    });
}

void FacesHands::move_region(qint64 id, const QRectF& box, qint64 pts) {
    const auto* region = known_ ? region_of(*known_, id) : nullptr;
    if (region) make(change_region(at(), *region, with_key(*region, box, Time(pts))));
}

// The chosen region from here on; else the place where the gap's face was last known.
void FacesHands::follow() {
    if (!known_) return;
    const auto now = player_.player().position();
    faces::Region drawn;
    qint64 instead_of = 0;
    if (const auto* region = region_of(*known_, chosen.region); region && faces::at(*region, now)) {
        drawn = *region;
        drawn.keys = {*faces::at(*region, now)};
        instead_of = region->id;
    } else if (const auto* open = gap_of(*known_, chosen.gap); open && faces::area(open->where) > 0) {
        drawn.what = "face";
        drawn.keys = {{open->range.in, open->where.x, open->where.y, open->where.w, open->where.h}};
    } else {
        return advise(tr("Draw a region first (R), or choose a gap whose face has a last known place."));
    }
    const auto from = drawn.keys.front().pts;
    make(follow_region(
        at(), drawn, {std::max(Time(), from - followed_for), std::min(known_->recording.duration, from + followed_for)},
        instead_of));
}

void FacesHands::remove_region() {
    const auto* region = known_ ? region_of(*known_, chosen.region) : nullptr;
    if (!region) return advise(tr("Choose a region first."));
    line_.ask(
        tr("Why is it no longer hidden?"), {}, &player_,
        [this, where = at(), region = *region](const QString& why) { make(ui::remove_region(where, region, why)); });
}

void FacesHands::label(faces::Label label) {
    if (const auto* found = track(); found && found->label != label) make(label_track(at(), *found, label));
}

void FacesHands::show_face() {
    if (const auto* found = track()) make(ui::show_face(at(), *found, found->label));
}

void FacesHands::begin_merge() {
    if (!track()) return;
    merging_ = chosen.track;
    advise(tr("Choose the other track of the same face; Esc: not now."));
}

bool FacesHands::take_other(qint64 other) {
    const auto kept = std::exchange(merging_, 0);
    if (kept == 0 || kept == other || !known_) return false;
    make(merge_tracks(at(), kept, other));
    return true;
}

void FacesHands::split() {
    if (const auto* found = track()) make(split_track(at(), found->id, player_.player().position()));
}

void FacesHands::remove_track() {
    const auto* found = track();
    if (!found) return;
    line_.ask(tr("No face, and no longer hidden: what is it?"), {}, &player_,
              [this, where = at(), id = found->id](const QString& why) { make(delete_track(where, id, why)); });
}

void FacesHands::trim_track(qint64 id, Range range) {
    const auto* found = known_ ? track_of(*known_, id) : nullptr;
    if (!found) return;
    const auto now = range_of_track(*found);
    // A face that was seen was seen: a track gets longer, never shorter.
    if (range.in >= now.in && range.out <= now.out)
        return advise(tr("A face that was seen stays hidden there: split the track, or say that it is no face."));
    make(extend_track(at(), id, {std::min(range.in, now.in), std::max(range.out, now.out)}));
}

void FacesHands::trim_region(qint64 id, Range range) {
    const auto* region = known_ ? region_of(*known_, id) : nullptr;
    if (!region || is_empty(range)) return;
    auto changed = *region;
    // The place at the new beginning is the first key; keys outside go.
    auto first = faces::at(*region, range.in).value_or(region->keys.front());
    first.pts = range.in;
    std::erase_if(changed.keys, [&](const auto& key) { return key.pts <= range.in || key.pts >= range.out; });
    changed.keys.insert(changed.keys.begin(), first);
    changed.out = range.out;
    make(change_region(at(), *region, changed));
}

void FacesHands::give_up() {
    const bool began_nothing = merging_ == 0 && !player_.pencil().is_drawing() && !line_.is_asking();
    if (began_nothing) return studio_.edits.cancel();  // a region that is followed takes its time
    merging_ = 0;
    player_.pencil().stop();
    if (line_.is_asking()) line_.give_up();
}

void FacesHands::analyse(bool segments_only) {
    if (known_) studio_.jobs.add(analyse_faces(at(), segments_only));
}

}  // namespace counterclip::ui
