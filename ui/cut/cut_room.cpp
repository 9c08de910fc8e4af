#include "ui/cut/cut_room.h"

#include <algorithm>

#include <QComboBox>
#include <QDrag>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/ask/ask_line.h"
#include "ui/cut/clip_panel.h"
#include "ui/cut/cut_lanes.h"
#include "ui/cut/parts_list.h"
#include "ui/cut/tag_panel.h"
#include "ui/cut/transport_row.h"
#include "ui/derived/face_spans.h"
#include "ui/derived/thumbnails.h"
#include "ui/derived/waveform.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/player/picture_view.h"
#include "ui/player/player.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/transcript_panel.h"

namespace counterclip::ui {

namespace {

// px: its choice, tabs, a part or two, what stands in the way and the buttons.
constexpr int clip_height = 196;

// "TRANSCRIPT": the head of a panel, with what belongs to it at the other end.
QWidget* headed(const QString& title, QWidget* body, QWidget* beside, QWidget* parent) {
    auto* panel = new QWidget(parent);
    auto* head = new QLabel(title.toUpper(), panel);
    auto font = head->font();
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    head->setFont(font);
    head->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(head, 1);
    if (beside) row->addWidget(beside);
    auto* all = new QVBoxLayout(panel);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(row);
    all->addWidget(body, 1);
    return panel;
}

// As high as its content where there is room; else it scrolls, and what stands below stays in sight.
QScrollArea* scrolled_if_low(QWidget* content, QWidget* parent) {
    auto* scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    scroll->setMinimumHeight(72);
    return scroll;
}

QComboBox* ways_to_take_out(QWidget* parent) {
    auto* ways = new QComboBox(parent);
    ways->setAccessibleName(CutRoom::tr("How it is taken out"));
    ways->addItem(CutRoom::tr("silence"), static_cast<int>(archive::Removal::silence));
    ways->addItem(CutRoom::tr("bleep"), static_cast<int>(archive::Removal::bleep));
    ways->addItem(CutRoom::tr("cut out"), static_cast<int>(archive::Removal::cut));
    ways->hide();
    return ways;
}

}  // namespace

CutRoom::CutRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      marking_(studio.desk, studio.edits, this),
      thumbnails_(new Thumbnails(this)),
      waveform_(new Waveform(this)),
      faces_(new FaceSpans(this)),
      transcript_(new TranscriptPanel(studio.desk, this)),
      player_(new Player(studio.desk, this)),
      transport_(new TransportRow(this)),
      line_(new AskLine(this)),
      how_(ways_to_take_out(this)),
      tags_(new TagPanel(material_, palette_, marking_, this)),
      clip_(new ClipPanel(studio.desk, studio.edits, studio.jobs, material_, marking_, this)),
      timeline_(new Timeline(this)),
      recordings_(new QComboBox(this)),
      state_(new QLabel(this)) {
    marking_.set_material(material_);
    recordings_->setAccessibleName(tr("Recording"));
    recordings_->setFocusPolicy(Qt::TabFocus);
    state_->setForegroundRole(QPalette::PlaceholderText);
    state_->setObjectName(QStringLiteral("cut_state"));
    lay_out();
    add_keys();
    connect_parts();
    setFocusProxy(player_);
    open_recording();
}

// The panels outlive what they tell of: whatever they say while they go is no longer heard.
CutRoom::~CutRoom() {
    for (auto* part : findChildren<QObject*>()) part->disconnect(this);
}

void CutRoom::lay_out() {
    auto* beside_picture = new QWidget(this);
    auto* beside = new QHBoxLayout(beside_picture);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addWidget(state_);
    beside->addWidget(recordings_);
    auto* picture = new QWidget(this);
    auto* column = new QVBoxLayout(picture);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(player_, 1);
    column->addWidget(line_);
    column->addWidget(transport_);
    auto* side = new QWidget(this);
    auto* side_column = new QVBoxLayout(side);
    side_column->setContentsMargins(0, 0, 0, 0);
    side_column->setSpacing(4);
    side_column->addWidget(headed(tr("Tags"), scrolled_if_low(tags_, side), nullptr, side), 0);
    clip_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);  // takes what the tags leave, but
    clip_->setMinimumHeight(clip_height);
    side_column->addWidget(headed(tr("Clip"), clip_, nullptr, side), 1);

    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(headed(tr("Transcript"), transcript_, nullptr, this));
    across->addWidget(headed(tr("Recording"), picture, beside_picture, this));
    across->addWidget(side);
    across->setSizes({330, 560, 310});
    across->setStretchFactor(1, 1);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(across);
    down->addWidget(timeline_);
    down->setSizes({484, 176});
    down->setStretchFactor(0, 1);
    for (auto* splitter : {across, down}) splitter->setChildrenCollapsible(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(down);
}

void CutRoom::connect_parts() {
    auto& desk = studio_.desk;
    for (const auto signal : {&Desk::opened, &Desk::interview_chosen, &Desk::recording_chosen})
        connect(&desk, signal, this, &CutRoom::open_recording);
    connect(&desk, &Desk::changed, this, &CutRoom::read);
    connect(&desk, &Desk::signed_in, this, &CutRoom::read_choice);
    connect(&desk, &Desk::clip_chosen, this, &CutRoom::read_choice);
    connect(recordings_, &QComboBox::activated, this,
            [this] { studio_.desk.choose_recording(recordings_->currentData().toInt()); });

    connect(player_, &Player::moved, this, [this](qint64 pts) {
        timeline_->set_playhead(Time(pts));
        transcript_->set_playhead(Time(pts));
        clip_->set_playhead(Time(pts));
    });
    connect(&marking_, &Marking::marks_changed, this, [this] {
        timeline_->set_marks(marking_.in(), marking_.out());
        transport_->show_range(marking_.in(), marking_.out());
        tags_->read();
    });
    connect(&marking_, &Marking::choice_changed, this, &CutRoom::read_choice);
    connect(transcript_, &TranscriptPanel::seek_asked, this, [this](qint64 pts) { seek(Time(pts)); });
    connect(transcript_, &TranscriptPanel::chosen_changed, this, [this] {
        if (const auto lines = transcript_->chosen()) marking_.mark(*lines);
    });
    connect(transcript_, &TranscriptPanel::language_chosen, this, &CutRoom::read);
    connect(tags_, &TagPanel::tag_asked, this, &CutRoom::tag);
    connect(tags_, &TagPanel::key_asked, this,
            [this](const QString& tag, int key) { put_on_key(tag.toStdString(), static_cast<std::size_t>(key)); });
    connect(tags_, &TagPanel::danger_asked, this, &CutRoom::ask_danger);
    connect(clip_, &ClipPanel::seek_asked, this, [this](qint64 pts) { go_to(pts); });

    connect(timeline_, &Timeline::seek_asked, this, [this](qint64 pts) { seek(Time(pts)); });
    connect(timeline_, &Timeline::chosen, this,
            [this](const QString& lane, qint64 id) { choose_item(lane, id, false); });
    connect(timeline_, &Timeline::chosen_also, this,
            [this](const QString& lane, qint64 id) { choose_item(lane, id, true); });
    connect(timeline_, &Timeline::opened, this, &CutRoom::open_item);
    connect(timeline_, &Timeline::menu_asked, this, &CutRoom::item_menu);
    connect(timeline_, &Timeline::carried_out, this, &CutRoom::carry_out);
    connect(timeline_, &Timeline::marked, this, [this](qint64 in, qint64 out) {
        marking_.mark({Time(in), Time(out)});
    });
    connect(timeline_, &Timeline::trimmed, this, [this](const QString& lane, qint64 id, qint64 in, qint64 out) {
        if (lane == QStringLiteral("segments")) marking_.trim(id, {Time(in), Time(out)});
    });
    connect(thumbnails_, &Thumbnails::grew, this, [this] { timeline_->repaint_lane(QStringLiteral("thumbnails")); });
    connect(waveform_, &Waveform::grew, this, [this] { timeline_->repaint_lane(QStringLiteral("sound")); });
    connect(faces_, &FaceSpans::changed, this, &CutRoom::read_lanes);
}

void CutRoom::enter() {
    read();
}

void CutRoom::leave() {
    player_->pause();
}

void CutRoom::go_to(qint64 pts) {
    if (pts < 0) return;
    seek(Time(pts));
}

void CutRoom::open_recording() {
    auto& desk = studio_.desk;
    const auto recording = desk.chosen_recording();
    const auto id = recording ? recording->id : 0;
    const bool another = id != open_ || !desk.is_open();
    open_ = id;
    if (another) {
        marking_.forget();
        player_->close();
        thumbnails_->close();
        faces_->close();
        veil_.forget();
    }
    const bool exists = recording && recording->purged_at.empty();
    if (another && exists) {
        player_->open(*recording);
        thumbnails_->open(desk.archive_folder(), id, recording->duration);
        waveform_->read(recording->has_sound ? desk.archive().path(recording->file) : std::filesystem::path());
    } else if (another) {
        waveform_->read({});
    }
    if (another) timeline_->set_duration(recording ? recording->duration : Time(0));
    if (another) transcript_->open(recording);
    read();
}

void CutRoom::read() {
    bool veil_changed = true;
    try {
        transcript_->read();
        material_ = read_material(studio_.desk, transcript_->first_language());
        if (studio_.desk.is_open()) veil_changed = veil_.looks_otherwise(studio_.desk.archive());
    } catch (const Error& error) {
        material_ = {};
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    palette_.read(material_);
    marking_.set_material(material_);
    if (veil_changed && material_.can_be_marked()) {
        thumbnails_->forget();
        faces_->read(studio_.desk.archive_folder(), material_.recording->id);
    }
    fill_recordings();
    read_lanes();
    read_choice();
    show_empty_state();
}

void CutRoom::read_lanes() {
    timeline_->set_lanes(cut_lanes(material_, faces_->seen(), palette_, *thumbnails_, *waveform_));
    std::vector<TaggedStretch> stretches;
    for (const auto& segment : material_.segments)
        stretches.push_back({segment.range, palette_.colour_of(segment), title_of(segment)});
    transcript_->set_stretches(std::move(stretches));
}

void CutRoom::read_choice() {
    const auto& segments = marking_.segments();
    if (!segments.empty()) {
        timeline_->select(QStringLiteral("segments"), segments.front());
        timeline_->select_also({segments.begin() + 1, segments.end()});
    } else if (marking_.redaction()) {
        timeline_->select(QStringLiteral("redactions"), *marking_.redaction());
    }
    tags_->read();
    clip_->read();
}

void CutRoom::fill_recordings() {
    const QSignalBlocker quiet(recordings_);
    recordings_->clear();
    for (const auto& recording : material_.recordings)
        recordings_->addItem(tr("recording %1 of %2").arg(recording.position).arg(material_.recordings.size()),
                             recording.position);
    recordings_->setCurrentIndex(recordings_->findData(studio_.desk.recording()));
    recordings_->setVisible(recordings_->count() > 1);
}

void CutRoom::show_empty_state() {
    const auto say = [this](const QString& text) { player_->view().show_message(text); };
    state_->setText(material_.can_be_marked() && material_.recording->has_picture ? tr("veil on") : QString());
    if (!material_.interview) return say(tr("Choose an interview in the Library (F1), then cut it here."));
    if (!material_.recording)
        return say(
            material_.interview->kind == archive::RecordingKind::none
                ? tr("This conversation was not recorded. What was written down of it is in Consent and Library.")
                : tr("Nothing is imported yet. Import the recording in the Library, then cut it here."));
    if (material_.is_purged())
        say(tr("This recording was destroyed on request on %1. What was marked in it stays on record.")
                .arg(QString::fromStdString(material_.recording->purged_at.substr(0, 10))));
}

void CutRoom::seek(Time t) {
    if (material_.can_be_marked()) player_->seek(t);
}

void CutRoom::tag_number(std::size_t n) {
    if (!palette_.tags().at(n).empty()) tag(QString::fromStdString(palette_.tags().at(n)));
}

void CutRoom::tag(const QString& tag) {
    palette_.take_in(tag.toStdString());
    marking_.tag(tag);
}

void CutRoom::put_on_key(const std::string& tag, std::size_t key) {
    auto& desk = studio_.desk;
    if (tag.empty())
        return desk.say(Desk::Tone::advice,
                        tr("Choose a segment with the tag, or type the tag into the field below the keys, then Alt+%1.")
                            .arg(key + 1));
    palette_.put(tag, key);
    read_lanes();
    tags_->read();
    desk.say(Desk::Tone::done, tr("“%1” is on key %2 from now on, in every interview of this archive.")
                                   .arg(QString::fromStdString(tag))
                                   .arg(key + 1));
}

void CutRoom::ask_danger(archive::Danger danger) {
    if (const auto why = marking_.why_not(); !why.isEmpty()) return studio_.desk.say(Desk::Tone::advice, why);
    if (!marking_.marked())
        return studio_.desk.say(Desk::Tone::advice, tr("Mark the stretch first: I where it begins, O where it ends."));
    const bool incriminates = danger == archive::Danger::incriminating;
    line_->ask(
        incriminates ? tr("! incriminating, because") : tr("? identifying, because"), {}, player_,
        [this, danger](const QString& reason) {
            marking_.redact(danger, static_cast<archive::Removal>(how_->currentData().toInt()), reason);
        },
        how_);
}

void CutRoom::remove_chosen() {
    if (!marking_.redaction()) return marking_.remove_chosen();
    if (const auto why = marking_.why_not(); !why.isEmpty()) return studio_.desk.say(Desk::Tone::advice, why);
    line_->ask(tr("Take the redaction back, because"), {}, player_,
               [this](const QString& reason) { marking_.remove_chosen(reason); });
}

void CutRoom::choose_item(const QString& lane, qint64 id, bool also) {
    if (lane == QStringLiteral("segments")) return marking_.choose_segment(id, also);
    if (lane == QStringLiteral("redactions")) return marking_.choose_redaction(id);
}

// A segment is marked to be tagged or taken out again; faces and gaps are decided in their own room.
void CutRoom::open_item(const QString& lane, qint64 id) {
    if (lane == QStringLiteral("faces") || lane == QStringLiteral("gaps"))
        return Q_EMIT studio_.desk.asked_for(QStringLiteral("faces"), player_->position().count());
    if (lane == QStringLiteral("segments"))
        if (const auto* segment = material_.segment(id)) {
            marking_.mark(segment->range);
            timeline_->show_range(segment->range);
        }
    if (lane == QStringLiteral("redactions"))
        if (const auto* redaction = material_.redaction(id)) marking_.mark(redaction->range);
}

void CutRoom::item_menu(const QString& lane, qint64 id, const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (lane == QStringLiteral("segments")) {
        const bool may = marking_.why_not().isEmpty();
        menu->addAction(tr("New clip of it"), this, [this] { clip_->begin_clip(); })->setEnabled(may);
        menu->addAction(tr("Add to the clip"), this, [this] { clip_->add_to_clip(); })->setEnabled(may);
        menu->addAction(tr("Play it"), this, [this, id] {
            if (const auto* segment = material_.segment(id)) player_->play_range(segment->range);
        });
        if (const auto* segment = material_.segment(id))
            for (const auto& tag : segment->tags) tags_->add_keys_to(*menu, tag);
    }
    if (lane == QStringLiteral("segments") || lane == QStringLiteral("redactions"))
        menu->addAction(tr("Remove"), this, &CutRoom::remove_chosen)->setEnabled(marking_.why_not().isEmpty());
    else
        menu->addAction(tr("Show in Faces"), this, [this, lane, id] { open_item(QStringLiteral("faces"), id); })
            ->setEnabled(lane == QStringLiteral("faces") || lane == QStringLiteral("gaps"));
    menu->popup(global);
}

// Words travel, no picture: what is dragged may be dropped anywhere.
void CutRoom::carry_out(const QString& lane, qint64 id) {
    if (lane != QStringLiteral("segments") || !material_.segment(id)) return;
    auto ids = marking_.segments();
    if (std::ranges::find(ids, id) == ids.end()) ids = {id};
    auto* drag = new QDrag(this);
    drag->setMimeData(carried_segments(ids));
    drag->exec(Qt::CopyAction);
}

}  // namespace counterclip::ui
