#include "ui/cut/clip_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/cut/clip_findings.h"
#include "ui/cut/clip_form.h"
#include "ui/cut/cut_lanes.h"
#include "ui/cut/next_step.h"
#include "ui/cut/parts_list.h"
#include "ui/desk/desk.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

// "0:58": clips are short.
QString short_time(Time t) {
    const auto s = std::chrono::duration_cast<std::chrono::seconds>(t + std::chrono::milliseconds(500)).count();
    return QStringLiteral("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
}

QToolButton* tool(QWidget* parent, const QString& text) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace

ClipPanel::ClipPanel(Desk& desk, Edits& edits, Jobs& jobs, const Material& material, const Marking& marking,
                     QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      jobs_(jobs),
      material_(material),
      marking_(marking),
      composition_(desk, edits, this),
      clips_(new QComboBox(this)),
      new_(tool(this, tr("New"))),
      add_(tool(this, tr("+ Add"))),
      tabs_(new QTabBar(this)),
      pages_(new QStackedWidget(this)),
      parts_(new PartsList(this)),
      form_(new ClipForm(this)),
      findings_(new ClipFindings(desk, this)),
      length_(new QLabel(this)),
      render_(new QPushButton(tr("Render"), this)),
      way_(new QPushButton(this)),
      next_(new NextStep(*way_, *render_, this)),
      count_(tool(this, {})) {
    clips_->setAccessibleName(tr("Clip"));
    clips_->setObjectName(QStringLiteral("clips"));
    clips_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    clips_->setMinimumContentsLength(6);
    clips_->setFocusPolicy(Qt::TabFocus);
    render_->setObjectName(QStringLiteral("render"));
    render_->setFocusPolicy(Qt::TabFocus);
    count_->setAutoRaise(true);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(true);
    tabs_->setFocusPolicy(Qt::TabFocus);
    for (const auto& title : {tr("Parts"), tr("Details"), tr("Findings")}) tabs_->addTab(title);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(form_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pages_->addWidget(parts_);
    pages_->addWidget(scroll);
    pages_->addWidget(findings_);

    auto* first = new QHBoxLayout;
    first->setContentsMargins(8, 0, 8, 0);
    first->addWidget(clips_, 1);
    first->addWidget(length_);
    first->addWidget(add_);
    first->addWidget(new_);
    auto* last = new QHBoxLayout;
    last->setContentsMargins(8, 0, 8, 8);
    last->addWidget(way_);
    last->addWidget(render_);
    last->addWidget(count_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    all->addLayout(first);
    all->addWidget(tabs_);
    all->addWidget(pages_, 1);
    auto* next = new QHBoxLayout;
    next->setContentsMargins(8, 0, 8, 0);
    next->addWidget(next_);
    all->addLayout(next);
    all->addLayout(last);

    connect(tabs_, &QTabBar::currentChanged, pages_, &QStackedWidget::setCurrentIndex);
    connect(count_, &QToolButton::clicked, this, [this] { tabs_->setCurrentIndex(findings_page); });
    connect(clips_, &QComboBox::activated, this, &ClipPanel::choose_clip);
    connect(new_, &QToolButton::clicked, this, &ClipPanel::begin_clip);
    connect(add_, &QToolButton::clicked, this, &ClipPanel::add_to_clip);
    connect(render_, &QPushButton::clicked, this, &ClipPanel::render);
    connect(&composition_, &Composition::changed, this, &ClipPanel::show_clip);
    connect(findings_, &ClipFindings::changed, this, &ClipPanel::show_findings);
    connect(findings_, &ClipFindings::seek_asked, this, &ClipPanel::seek_asked);
    connect(findings_, &ClipFindings::chosen, this, [this] { next_->show_finding(findings_->next()); });
    connect(next_, &NextStep::mend_asked, this, &ClipPanel::mend);
    connect(form_, &ClipForm::change_asked, &composition_, &Composition::set_all);
    connect(parts_, &PartsList::move_asked, &composition_, &Composition::move);
    connect(parts_, &PartsList::remove_asked, &composition_, &Composition::remove);
    connect(parts_, &PartsList::trim_asked, this, &ClipPanel::trim_part);
    connect(parts_, &PartsList::segments_dropped, this, [this](const std::vector<qint64>& ids) {
        composition_.clip() ? composition_.add(ids) : composition_.begin(material_, ids);
    });
    connect(parts_, &QListWidget::itemClicked, this, [this] { go_to_part(parts_->currentRow()); });
}

void ClipPanel::read() {
    fill_clips();
    composition_.read(material_);
    const auto why = marking_.why_not();
    const auto choose =
        marking_.segments().empty() ? tr("Choose segments in the timeline first (Ctrl+click: several).") : QString();
    const auto says = [](QWidget& button, const QString& reason, const QString& what) {
        button.setEnabled(reason.isEmpty());
        button.setToolTip(reason.isEmpty() ? what : reason);
    };
    const auto no_clip = composition_.clip() ? QString() : tr("There is no clip yet: choose a segment, then New.");
    says(*new_, why.isEmpty() ? choose : why, tr("A new clip of the segments chosen  (Ctrl+Shift+N)"));
    says(*add_, why.isEmpty() ? (no_clip.isEmpty() ? choose : no_clip) : why,
         tr("The segments chosen become parts of this clip  (Ctrl+Shift+A)"));
    says(*render_, why.isEmpty() ? no_clip : why, tr("Makes the finished file and looks at it  (Ctrl+E)"));
    form_->setEnabled(why.isEmpty() && composition_.clip());
    form_->setToolTip(why);
    findings_->ask(composition_.clip() ? desk_.clip() : QString());
}

void ClipPanel::fill_clips() {
    const QSignalBlocker quiet(clips_);
    clips_->clear();
    clips_->addItem(material_.clips.empty() ? tr("no clip yet") : tr("choose a clip"), QString());
    for (const auto& line : material_.clips) {
        const auto code = QString::fromStdString(line.code);
        const auto title = QString::fromStdString(line.title);
        clips_->addItem(title.isEmpty() ? code : tr("%1 · “%2”").arg(code, title), code);
    }
    const int at = clips_->findData(desk_.clip());
    clips_->setCurrentIndex(std::max(0, at));
    clips_->setToolTip(clips_->currentText());
}

QStringList ClipPanel::languages() const {
    QStringList words;
    if (!material_.interview) return words;
    for (const auto& transcript : desk_.archive().transcripts(material_.interview->code)) {
        const auto language = QString::fromStdString(transcript.language);
        if (!words.contains(language)) words << language;
    }
    return words;
}

void ClipPanel::show_clip() {
    std::vector<PartsList::Line> lines;
    const auto& clip = composition_.clip();
    length_->setText(clip ? short_time(composition_.length()) : QString());
    if (clip) {
        int n = 0;
        for (const auto& part : clip->parts) {
            const auto* segment = part.segment ? material_.segment(*part.segment) : nullptr;
            const auto name = segment ? title_of(*segment) : QString::fromStdString(part.interview);
            lines.push_back({tr("%1 · %2   %3").arg(++n).arg(name, short_time(duration(part.range))),
                             QString::fromStdString(format_time(part.range.in) + " – " + format_time(part.range.out))});
        }
        form_->show_clip(*clip, languages(),
                         material_.interview ? QString::fromStdString(material_.interview->pseudonym) : QString());
    }
    parts_->show_parts(lines);
    if (!clip) {
        auto* hint =
            new QListWidgetItem(tr("Choose a segment, then New: it becomes the first part of a clip."), parts_);
        hint->setFlags(Qt::NoItemFlags);
    }
}

void ClipPanel::show_findings() {
    count_->setText(findings_->summary());
    count_->setVisible(!count_->text().isEmpty());
    next_->show_finding(findings_->next());
    const auto n = findings_->findings().size();
    tabs_->setTabText(findings_page, n == 0 ? tr("Findings") : tr("Findings (%1)").arg(n));
}

// Somebody else may have discarded it a moment ago.
void ClipPanel::choose_clip() {
    try {
        desk_.choose_clip(clips_->currentData().toString());
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
}

void ClipPanel::begin_clip() {
    composition_.begin(material_, marking_.segments());
}

void ClipPanel::add_to_clip() {
    if (!composition_.clip()) return begin_clip();
    composition_.add(marking_.segments());
}

void ClipPanel::go_to_part(int row) {
    const auto& clip = composition_.clip();
    if (!clip || row < 0 || row >= static_cast<int>(clip->parts.size())) return;
    const auto& part = clip->parts[static_cast<std::size_t>(row)];
    try {
        const auto recording = desk_.archive().recording(part.recording);
        desk_.choose_interview(QString::fromStdString(recording.interview));
        desk_.choose_recording(recording.position);
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    Q_EMIT seek_asked(part.range.in.count());
}

// Only on the recording that is seen: the playhead stands on its clock.
void ClipPanel::trim_part(int row, bool in) {
    const auto& clip = composition_.clip();
    if (!clip || row < 0 || row >= static_cast<int>(clip->parts.size())) return;
    const auto& part = clip->parts[static_cast<std::size_t>(row)];
    if (!material_.recording || part.recording != material_.recording->id)
        return desk_.say(Desk::Tone::advice, tr("This part is of another recording: click it first, then trim it."));
    composition_.trim(row, in ? Range{playhead_, part.range.out} : Range{part.range.in, playhead_});
}

void ClipPanel::render() {
    const auto code = desk_.clip();
    if (!composition_.clip()) return desk_.say(Desk::Tone::advice, tr("Choose a clip to render first."));
    if (const auto why = marking_.why_not(); !why.isEmpty()) return desk_.say(Desk::Tone::advice, why);
    if (const auto why = findings_->why_not_rendered()) return desk_.say(Desk::Tone::advice, *why);
    jobs_.add({tr("render %1").arg(code), {QStringLiteral("render"), code}}, [this, code](const Answer& answer) {
        if (answer.done())
            desk_.say(Desk::Tone::done, tr("%1 is rendered. Next: an auditor looks at it in Audit.").arg(code));
        desk_.refresh();
    });
    desk_.say(Desk::Tone::done, tr("%1 is being rendered; the jobs at the lower left tell how far it is.").arg(code));
}

}  // namespace counterclip::ui
