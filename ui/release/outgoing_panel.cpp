#include "ui/release/outgoing_panel.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/release/release_edits.h"
#include "ui/shell/room.h"
#include "ui/words/finding_words.h"
#include "ui/words/tr.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

constexpr int room_role = Qt::UserRole;
constexpr const char* room_shown = "room";

}  // namespace

OutgoingPanel::OutgoingPanel(const Studio& studio, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      title_(new QLabel(this)),
      verdict_(new QLabel(this)),
      findings_(new QListWidget(this)),
      folder_(new QLineEdit(this)),
      way_(new QPushButton(this)),
      release_(new QPushButton(this)) {
    title_->setStyleSheet(QStringLiteral("font-weight: 600;"));
    verdict_->setObjectName(QStringLiteral("verdict"));
    verdict_->setWordWrap(true);
    findings_->setObjectName(QStringLiteral("findings"));
    findings_->setAccessibleName(tr("What stands in the way"));
    findings_->setWordWrap(true);
    findings_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    folder_->setObjectName(QStringLiteral("package folder"));
    folder_->setAccessibleName(tr("The folder to make"));
    folder_->setPlaceholderText(tr("into the archive's own releases — or a new folder elsewhere"));
    release_->setObjectName(QStringLiteral("release"));
    release_->setDefault(true);
    way_->setObjectName(QStringLiteral("way"));
    way_->hide();
    auto* where = new QPushButton(tr("Where …"), this);
    auto* row = new QHBoxLayout;
    row->addWidget(folder_, 1);
    row->addWidget(where);
    row->addWidget(release_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(verdict_);
    column->addWidget(findings_, 1);
    column->addWidget(way_, 0, Qt::AlignLeading);
    column->addLayout(row);
    connect(where, &QPushButton::clicked, this, [this] {
        const auto parent_folder = QFileDialog::getExistingDirectory(this, tr("Make the package in"));
        if (!parent_folder.isEmpty()) folder_->setText(parent_folder + QLatin1Char('/') + clip_);
    });
    connect(findings_, &QListWidget::currentRowChanged, this, &OutgoingPanel::show_way);
    connect(way_, &QPushButton::clicked, this, [this] {
        const auto room = way_->property(room_shown).toString();
        Q_EMIT studio_.desk.asked_for(room, -1);
    });
    connect(release_, &QPushButton::clicked, this, &OutgoingPanel::ask_to_release);
    connect(&studio_.desk, &Desk::signed_in, this, &OutgoingPanel::look);
    look();
}

void OutgoingPanel::choose(const QString& clip, const QString& destination) {
    if (clip == clip_ && destination == destination_) return;
    clip_ = clip;
    destination_ = destination;
    ask();
}

// A look at it: hashing every original takes minutes, and the release itself does.
void OutgoingPanel::ask() {
    if (call_) {
        call_->disconnect(this);
        call_->cancel();
        call_ = nullptr;
    }
    blocks_ = -1;
    findings_->clear();
    look();
    if (clip_.isEmpty()) return;
    QStringList words{QStringLiteral("clip"), QStringLiteral("check"), clip_, QStringLiteral("--quick")};
    if (!destination_.isEmpty()) words << QStringLiteral("--destination") << destination_;
    call_ = new Call(studio_.desk, {tr("look at %1").arg(clip_), words}, this);
    connect(call_, &Call::finished, this, &OutgoingPanel::take);
    call_->start();
}

void OutgoingPanel::take(const Answer& answer) {
    call_ = nullptr;
    if (!answer.done() && !answer.refused()) {
        verdict_->setText(QStringLiteral("✕ ") + answer.error);
        return;
    }
    show_findings(answer.json);
}

void OutgoingPanel::show_findings(const QJsonDocument& findings) {
    findings_->clear();
    blocks_ = 0;
    for (const auto& severity : {QStringLiteral("blocks"), QStringLiteral("warns")})
        for (const auto& value : findings.array()) {
            const auto finding = value.toObject();
            if (finding[QStringLiteral("severity")].toString() != severity) continue;
            const bool stops = severity == QStringLiteral("blocks");
            if (stops) ++blocks_;
            const auto code = finding[QStringLiteral("code")].toString();
            const auto words = words_for(code);
            const auto name = words ? words->name + QStringLiteral("\n") : QString();
            const auto mend = words ? words->mend : isolated(finding[QStringLiteral("mend")].toString());
            auto* item =
                new QListWidgetItem(QStringLiteral("%1 %2%3\n%4 %5")
                                        .arg(stops ? QStringLiteral("✕") : QStringLiteral("!"), name,
                                             isolated(finding[QStringLiteral("what")].toString()), onwards(), mend),
                                    findings_);
            item->setToolTip(code);
            item->setData(room_role, words ? room_of(words->way) : QString());
            item->setForeground(stops ? roles().stop : roles().warn);
        }
    if (findings_->count() > 0) findings_->setCurrentRow(0);
    look();
}

// Nothing is mended here but where it goes, which is chosen beside.
void OutgoingPanel::show_way() {
    const auto* item = findings_->currentItem();
    const auto room = item ? item->data(room_role).toString() : QString();
    way_->setVisible(!room.isEmpty() && room != QStringLiteral("release"));
    way_->setText(room == QStringLiteral("consent") ? tr("Mend it in Consent")
                  : room == QStringLiteral("faces") ? tr("Mend it in Faces")
                  : room == QStringLiteral("audit") ? tr("Decide it in Audit")
                                                    : tr("Mend it in Cut"));
    way_->setProperty(room_shown, room);
}

void OutgoingPanel::look() {
    const bool may = studio_.desk.has_role(QStringLiteral("distributor"));
    release_->setText(destination_.isEmpty() ? tr("Release …") : tr("Release to %1").arg(destination_));
    release_->setEnabled(may && blocks_ == 0 && !destination_.isEmpty());
    release_->setToolTip(may ? QString() : tr("Distributors release: sign in as one."));
    findings_->setVisible(findings_->count() > 0);
    if (clip_.isEmpty()) {
        title_->setText(tr("Choose a clip to see whether it can go out."));
        return verdict_->clear();
    }
    title_->setText(clip_);
    if (destination_.isEmpty())
        verdict_->setText(tr("Choose where it is to go."));
    else if (blocks_ < 0)
        verdict_->setText(tr("… looking what stands in the way"));
    else if (blocks_ > 0)
        verdict_->setText(tr("✕ It cannot go to %1: %n thing(s) to mend first.", nullptr, blocks_).arg(destination_));
    else if (!may)
        verdict_->setText(tr("✓ Nothing stands in the way. Distributors release: sign in as one."));
    else
        verdict_->setText(tr("✓ Nothing stands in the way to %1. Files are compared with their fingerprints once more "
                             "when it goes.")
                              .arg(destination_));
}

// What has left cannot be called back for sure, so one click is not enough.
void OutgoingPanel::ask_to_release() {
    QStringList before;
    for (const auto& release : studio_.desk.archive().releases(archive::LedgerFilter{}))
        if (release.clip == clip_.toStdString() && release.destination == destination_.toStdString() &&
            release.state == "written")
            before << QString::fromStdString(release.at.substr(0, 10));
    auto* box = new QMessageBox(QMessageBox::Question, tr("Release"), tr("Release %1 to %2?").arg(clip_, destination_),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("sure to release"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto again =
        before.isEmpty() ? QString() : tr("It went there already, on %1. ").arg(before.join(QStringLiteral(", ")));
    box->setInformativeText(again + tr("What has left can be ordered down, and never called back for sure."));
    auto* go = box->addButton(tr("Release"), QMessageBox::AcceptRole);
    box->setDefaultButton(go);
    connect(go, &QPushButton::clicked, this, &OutgoingPanel::release);
    box->open();
}

void OutgoingPanel::release() {
    const auto clip = clip_;
    const auto destination = destination_;
    studio_.jobs.add(release_to(clip, destination, folder_->text().trimmed()),
                     [this, clip, destination](const Answer& answer) {
                         if (answer.done()) {
                             folder_->clear();
                             studio_.desk.say(Desk::Tone::done, tr("%1 went to %2.").arg(clip, destination));
                         } else if (answer.refused() && clip == clip_ && answer.json.isArray()) {
                             show_findings(answer.json);
                         }
                     });
}

}  // namespace counterclip::ui
