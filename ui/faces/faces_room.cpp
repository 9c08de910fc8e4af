#include "ui/faces/faces_room.h"

#include <algorithm>

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/ask/ask_line.h"
#include "ui/desk/desk.h"
#include "ui/faces/face_pictures.h"
#include "ui/faces/faces_hands.h"
#include "ui/faces/faces_lanes.h"
#include "ui/faces/faces_lines.h"
#include "ui/faces/faces_player.h"
#include "ui/keys/key_hints.h"
#include "ui/keys/keys.h"
#include "ui/player/picture_view.h"
#include "ui/player/player.h"
#include "ui/timeline/timeline.h"

namespace counterclip::ui {

namespace {

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

QVBoxLayout* column_in(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

}  // namespace

FacesRoom::FacesRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      player_(new FacesPlayer(studio.desk, this)),
      line_(new AskLine(this)),
      hands_(new FacesHands(studio, *player_, *line_, this)),
      timeline_(new Timeline(this)) {
    auto* middle = new QWidget(this);
    auto* column = column_in(middle);
    column->addWidget(player_, 1);
    column->addWidget(line_);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(make_left());
    across->addWidget(middle);
    across->addWidget(make_right());
    across->setSizes({240, 680, 240});
    across->setStretchFactor(1, 1);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(across);
    down->addWidget(timeline_);
    down->setSizes({440, 180});
    down->setStretchFactor(0, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 8, 16, 8);
    all->addWidget(down);
    setFocusProxy(player_);
    make_keys();
    connect_lists();
    connect_timeline();
    auto& desk = studio_.desk;
    connect(&desk, &Desk::opened, this, &FacesRoom::read_recording);
    connect(&desk, &Desk::recording_chosen, this, &FacesRoom::read_recording);
    connect(&desk, &Desk::signed_in, this, [this] {
        looking_.forget();
        pictures_.clear();
        show_lists();
        read_pictures(true);
    });
    connect(&desk, &Desk::changed, this, [this] {
        is_stale_ = true;
        if (is_here_) enter();
    });
    read_recording();
}

// After a click into the timeline, too, arrows step the player: the timeline has no use for them.
void FacesRoom::keyPressEvent(QKeyEvent* event) {
    const bool is_players = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                            event->key() == Qt::Key_Home || event->key() == Qt::Key_End ||
                            event->key() == Qt::Key_Space;
    if (is_players && timeline_->hasFocus())
        QCoreApplication::sendEvent(&player_->player(), event);
    else
        Room::keyPressEvent(event);
}

QWidget* FacesRoom::make_left() {
    auto* left = new QWidget(this);
    gaps_title_ = heading(tr("GAPS, WORST FIRST"), left);
    gaps_ = new LineList(tr("Gaps, worst first"), left);
    gaps_->setObjectName(QStringLiteral("gaps"));
    hints_ = new KeyHints(left);
    analyse_segments_ = new QPushButton(tr("Find faces in segments"), left);
    analyse_segments_->setObjectName(QStringLiteral("analyse_segments"));
    analyse_all_ = new QPushButton(tr("Find all faces"), left);
    analyse_all_->setObjectName(QStringLiteral("analyse_all"));
    connect(analyse_segments_, &QPushButton::clicked, this, [this] { hands_->analyse(true); });
    connect(analyse_all_, &QPushButton::clicked, this, [this] { hands_->analyse(false); });
    auto* column = column_in(left);
    column->addWidget(gaps_title_);
    column->addWidget(gaps_, 1);
    column->addWidget(hints_);
    column->addWidget(analyse_segments_);
    column->addWidget(analyse_all_);
    left->setMinimumWidth(200);
    return left;
}

QWidget* FacesRoom::make_right() {
    auto* right = new QWidget(this);
    meter_ = new QLabel(right);
    meter_->setObjectName(QStringLiteral("meter"));
    meter_->setWordWrap(true);
    people_ = new LineList(tr("People"), right);
    people_->setObjectName(QStringLiteral("people"));
    people_->set_empty_text(tr("Nobody was found yet."));
    regions_ = new LineList(tr("Regions"), right);
    regions_->setObjectName(QStringLiteral("regions"));
    regions_->set_empty_text(tr("Nothing is marked. R draws what else is to be hidden: a tattoo, a document."));
    auto* column = column_in(right);
    column->addWidget(meter_);
    column->addWidget(heading(tr("PEOPLE"), right));
    column->addWidget(people_, 3);
    column->addWidget(heading(tr("REGIONS"), right));
    column->addWidget(regions_, 2);
    right->setMinimumWidth(200);
    return right;
}

void FacesRoom::make_keys() {
    const auto key = [this](const char* id, const QString& title, const QKeySequence& sequence,
                            std::function<void()> act) {
        return studio_.keys.add(*this, tr("Faces"), QStringLiteral("faces.") + QLatin1String(id), title, sequence,
                                std::move(act));
    };
    hints_->add(*key("next", tr("Next gap"), Qt::Key_N, [this] { step_gap(1); }), tr("next"));
    hints_->add(*key("previous", tr("Previous gap"), Qt::Key_P, [this] { step_gap(-1); }), tr("previous"));
    hints_->add(*key("extend", tr("Extend the track over the gap"), Qt::Key_E, [this] { hands_->extend(); }),
                tr("extend"));
    hints_->add(*key("region", tr("Draw a region"), Qt::Key_R, [this] { hands_->draw(); }), tr("region"));
    hints_->add(*key("follow", tr("Follow the region"), Qt::Key_F, [this] { hands_->follow(); }), tr("follow"));
    hints_->add(*key("no_face", tr("No face here"), Qt::Key_0, [this] { hands_->no_face(); }), tr("no face here"));
    key("reopen", tr("Open the gap again"), Qt::Key_O, [this] { hands_->reopen(); });
    key("way", tr("Original, masks, as rendered"), Qt::Key_V, [this] { player_->next_way(); });
    key("back", tr("Backwards, faster"), Qt::Key_J, [this] { player_->player().shuttle(-1); });
    key("stop", tr("Play or stop"), Qt::Key_K, [this] { player_->player().toggle(); });
    key("forth", tr("Forwards, faster"), Qt::Key_L, [this] { player_->player().shuttle(1); });
    // Of the picture only: in lists these keys go from line to line.
    studio_.keys.add(*player_, tr("Faces"), QStringLiteral("faces.edge_before"), tr("Previous edge"), Qt::Key_Up,
                     [this] { seek(timeline_->edge_before(player_->player().position())); });
    studio_.keys.add(*player_, tr("Faces"), QStringLiteral("faces.edge_after"), tr("Next edge"), Qt::Key_Down,
                     [this] { seek(timeline_->edge_after(player_->player().position())); });
    key("remove_region", tr("No longer hide the region"), QKeySequence(Qt::SHIFT | Qt::Key_Delete),
        [this] { hands_->remove_region(); });
    key("give_up", tr("Not now"), Qt::Key_Escape, [this] { hands_->give_up(); });
    int number = 0;
    for (const auto label : {faces::Label::subject, faces::Label::interviewer, faces::Label::translator,
                             faces::Label::guard, faces::Label::bystander, faces::Label::unlabelled}) {
        ++number;
        const auto id = "label." + faces::to_string(label);
        people_actions_.push_back(key(id.c_str(), tr("This is: %1").arg(in_words(label)),
                                      QKeySequence(Qt::Key_0 + number), [this, label] { hands_->label(label); }));
    }
    people_actions_.push_back(key("show", tr("Show this face, as consent says"), {}, [this] { hands_->show_face(); }));
    people_actions_.push_back(key("merge", tr("Same face as …"), Qt::Key_M, [this] { hands_->begin_merge(); }));
    people_actions_.push_back(key("split", tr("Another face from here on"), Qt::Key_S, [this] { hands_->split(); }));
    people_actions_.push_back(
        key("delete", tr("No face at all …"), Qt::Key_Delete, [this] { hands_->remove_track(); }));
}

void FacesRoom::connect_lists() {
    connect(gaps_, &LineList::chosen, this, &FacesRoom::choose_gap);
    connect(people_, &LineList::chosen, this, [this](qint64 track) {
        if (hands_->take_other(track)) return;
        choose_track(track);
        if (const auto* found = track_of(*known_, track); found && !found->sightings.empty()) {
            const auto range = range_of_track(*found);
            if (!contains(range, player_->player().position())) seek(best_look(*found).pts);
        }
    });
    connect(people_, &LineList::menu_asked, this, &FacesRoom::open_people_menu);
    connect(regions_, &LineList::chosen, this, [this](qint64 region) {
        choose_region(region);
        if (const auto* found = region_of(*known_, region))
            if (!contains(faces::range_of(*found), player_->player().position())) seek(faces::range_of(*found).in);
    });
    connect(&player_->pencil(), &RegionPencil::chosen, this, &FacesRoom::choose_region);
}

void FacesRoom::connect_timeline() {
    connect(&player_->player(), &Player::moved, this, [this](qint64 pts) { timeline_->set_playhead(Time(pts)); });
    connect(timeline_, &Timeline::seek_asked, this, [this](qint64 pts) { player_->player().seek(Time(pts)); });
    connect(timeline_, &Timeline::chosen, this, [this](const QString& lane, qint64 id) {
        if (lane == QStringLiteral("gaps")) return choose_gap(id);
        if (lane == QStringLiteral("regions")) return choose_region(id);
        if (is_people_lane(lane) && !hands_->take_other(id)) choose_track(id);
    });
    connect(timeline_, &Timeline::trimmed, this, [this](const QString& lane, qint64 id, qint64 in, qint64 out) {
        const Range range{Time(in), Time(out)};
        if (lane == QStringLiteral("regions")) return hands_->trim_region(id, range);
        if (is_people_lane(lane)) hands_->trim_track(id, range);
    });
    connect(timeline_, &Timeline::menu_asked, this, [this](const QString& lane, qint64 id, const QPoint& global) {
        if (is_people_lane(lane)) open_people_menu(id, global);
    });
}

void FacesRoom::enter() {
    is_here_ = true;
    if (std::exchange(is_stale_, false)) read();
}

void FacesRoom::leave() {
    is_here_ = false;
    hands_->give_up();
    player_->player().pause();
}

void FacesRoom::go_to(qint64 pts) {
    if (pts < 0) return;
    sent_to_ = Time(pts);
    seek(Time(pts));
    choose_gap_sent_to();
}

// Who was sent to a gap decides on that one. It may not be read yet.
void FacesRoom::choose_gap_sent_to() {
    if (!known_ || !sent_to_) return;
    const auto at = *std::exchange(sent_to_, std::nullopt);
    for (const auto id : open_gaps(*known_))
        if (contains(gap_of(*known_, id)->range, at)) return choose_gap(id);
}

void FacesRoom::seek(Time at) {
    player_->player().pause();
    player_->player().seek(at);
}

void FacesRoom::read_recording() {
    reading_.forget();
    looking_.forget();
    hands_->give_up();
    known_.reset();
    hands_->set_known(nullptr);
    hands_->chosen = {};
    pictures_.clear();
    std::optional<archive::Recording> recording;
    try {
        recording = studio_.desk.chosen_recording();
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    player_->show_recording(recording);
    timeline_->set_lanes({});
    timeline_->set_duration(recording ? recording->duration : Time());
    show_lists();
    is_stale_ = true;
    if (is_here_) enter();
}

void FacesRoom::read() {
    try {
        const auto recording = studio_.desk.chosen_recording();
        if (!recording) return;
        reading_.run([folder = studio_.desk.archive_folder(),
                      id = recording->id] { return std::make_shared<const FacesKnown>(read_faces(folder, id)); },
                     [this](std::shared_ptr<const FacesKnown> known) { take(std::move(known)); });
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
}

void FacesRoom::take(std::shared_ptr<const FacesKnown> known) {
    if (!known->trouble.isEmpty()) return studio_.desk.say(Desk::Tone::trouble, known->trouble);
    known_ = std::move(known);
    hands_->set_known(known_);
    if (!track_of(*known_, hands_->chosen.track)) {
        const auto people = people_lines(*known_);
        hands_->chosen.track = people.empty() ? 0 : people.front().id;
    }
    player_->show_known(known_);
    player_->choose_track(hands_->chosen.track);
    show_lists();
    read_pictures(!studio_.desk.may_see_originals());
    choose_gap_sent_to();
}

void FacesRoom::show_lists() {
    show_meter();
    const bool is_known = known_ != nullptr;
    analyse_segments_->setEnabled(is_known);
    analyse_all_->setEnabled(is_known);
    gaps_->set_empty_text(
        !is_known ? (studio_.desk.interview().isEmpty() ? tr("Choose an interview in the library (F1).") : QString())
        : known_->is_analysed
            ? tr("No gap: every face was followed without doubt.")
            : tr("Nobody looked for faces in this recording yet. All of it is hidden until analysed."));
    if (!is_known) {
        gaps_->set_lines({});
        people_->set_lines({});
        regions_->set_lines({});
        return;
    }
    gaps_->set_lines(gap_lines(*known_, studio_.desk.may_see_originals()));
    auto people = people_lines(*known_);
    for (auto& line : people)
        if (const auto found = pictures_.find(line.id); found != pictures_.end()) line.picture = found->second;
    people_->set_lines(std::move(people));
    people_->choose(hands_->chosen.track);
    regions_->set_lines(region_lines(*known_));
    regions_->choose(hands_->chosen.region);
    timeline_->set_lanes(face_lanes(known_, hands_->chosen.track));
}

void FacesRoom::show_meter() {
    if (!known_) return meter_->clear();
    if (!known_->is_analysed) return meter_->setText(tr("hidden until analysed"));
    meter_->setText(tr("hidden in part: %1 % · hidden whole: %2 % · %n open gap(s)", nullptr, known_->open_gaps)
                        .arg(known_->share_masked * 100, 0, 'f', 1)
                        .arg(known_->share_whole * 100, 0, 'f', 1));
}

// The veiled ones may change with every label; originals do not.
void FacesRoom::read_pictures(bool anew) {
    if (!known_) return;
    if (anew) pictures_.clear();
    std::vector<std::int64_t> missing;
    for (const auto& line : people_lines(*known_))
        if (!pictures_.contains(line.id)) missing.push_back(line.id);
    if (missing.empty()) return;
    const bool of_original = studio_.desk.may_see_originals();
    looking_.run([folder = studio_.desk.archive_folder(), known = known_, missing,
                  of_original] { return read_face_pictures(folder, *known, missing, of_original); },
                 [this](const std::vector<FacePicture>& pictures) {
                     for (const auto& [track, image] : pictures) {
                         pictures_[track] = image;
                         people_->set_picture(track, image);
                     }
                 });
}

// Only what is open: worst first, round the ends.
void FacesRoom::step_gap(int by) {
    if (!known_) return;
    const auto open = open_gaps(*known_);
    if (open.empty()) return studio_.desk.say(Desk::Tone::done, tr("No gap is open."));
    const auto count = static_cast<std::ptrdiff_t>(open.size());
    const auto found = std::ranges::find(open, hands_->chosen.gap);
    std::ptrdiff_t at = by > 0 ? 0 : count - 1;
    if (found != open.end()) at = ((found - open.begin()) + by + count) % count;
    choose_gap(open[static_cast<std::size_t>(at)]);
}

void FacesRoom::choose_gap(qint64 id) {
    const auto* gap = known_ ? gap_of(*known_, id) : nullptr;
    if (!gap) return;
    hands_->chosen.gap = id;
    gaps_->choose(id);
    timeline_->select(QStringLiteral("gaps"), id);
    player_->choose_gap(id);
    if (gap->track != 0 && track_of(*known_, gap->track)) choose_track(gap->track);
    seek(gap->range.in);
}

void FacesRoom::choose_track(qint64 id) {
    hands_->chosen.track = id;
    people_->choose(id);
    player_->choose_track(id);
    timeline_->set_lanes(face_lanes(known_, id));
    timeline_->select(lane_of_track(*known_, id), id);
}

void FacesRoom::choose_region(qint64 id) {
    hands_->chosen.region = id;
    regions_->choose(id);
    player_->pencil().choose(id);
    timeline_->select(QStringLiteral("regions"), id);
}

void FacesRoom::open_people_menu(qint64 track, const QPoint& global) {
    choose_track(track);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto* action : people_actions_) menu->addAction(action);
    menu->popup(global);
}

}  // namespace counterclip::ui
