#include "ui/release/release_room.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/release/destination_panel.h"
#include "ui/release/ledger_panel.h"
#include "ui/release/outgoing_list.h"
#include "ui/release/outgoing_panel.h"

namespace counterclip::ui {

namespace {

QWidget* titled(const QString& title, QWidget* content, const QMargins& margins) {
    auto* panel = new QWidget;
    auto* label = new QLabel(title, panel);
    label->setObjectName(QStringLiteral("heading"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(margins);
    column->setSpacing(8);
    column->addWidget(label);
    column->addWidget(content, 1);
    return panel;
}

}  // namespace

ReleaseRoom::ReleaseRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      clips_(new OutgoingList(studio.desk, this)),
      outgoing_(new OutgoingPanel(studio_, this)),
      destinations_(new DestinationPanel(studio_, this)),
      ledger_(new LedgerPanel(studio_, this)) {
    auto* above = new QSplitter(this);
    above->setChildrenCollapsible(false);
    above->addWidget(titled(tr("CLIPS"), clips_, {16, 8, 8, 8}));
    above->addWidget(titled(tr("WHAT STANDS IN THE WAY"), outgoing_, {8, 8, 8, 8}));
    above->addWidget(titled(tr("DESTINATIONS"), destinations_, {8, 8, 16, 8}));
    above->setSizes({312, 568, 320});
    for (const auto& [part, share] : {std::pair{0, 3}, {1, 6}, {2, 3}}) above->setStretchFactor(part, share);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->setChildrenCollapsible(false);
    both->addWidget(above);
    both->addWidget(titled(tr("LEDGER"), ledger_, {16, 8, 16, 8}));
    both->setSizes({352, 280});
    for (const int part : {0, 1}) both->setStretchFactor(part, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(both);
    clips_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(clips_);

    const auto stale = [this] {
        out_of_date_ = true;
        if (isVisible()) read();
    };
    connect(&studio_.desk, &Desk::opened, this, stale);
    connect(&studio_.desk, &Desk::changed, this, stale);
    connect(clips_, &QListWidget::currentRowChanged, this, [this] {
        show_chosen();
        try {
            if (!clips_->clip().isEmpty()) studio_.desk.choose_clip(clips_->clip());
        } catch (const Error& error) {
            studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
        }
    });
    connect(destinations_, &DestinationPanel::destination_chosen, this, &ReleaseRoom::show_chosen);
}

void ReleaseRoom::enter() {
    if (out_of_date_) read();
    if (!studio_.desk.clip().isEmpty()) clips_->choose(studio_.desk.clip());
    ledger_->go_to_due();
}

void ReleaseRoom::read() {
    out_of_date_ = false;
    clips_->read();
    destinations_->read();
    ledger_->read();
    outgoing_->choose(clips_->clip(), destinations_->chosen());
    outgoing_->ask();
}

void ReleaseRoom::show_chosen() {
    outgoing_->choose(clips_->clip(), destinations_->chosen());
}

}  // namespace counterclip::ui
