#include "ui/release/ledger_table.h"

#include <algorithm>
#include <tuple>

#include <QFont>

#include "core/day.h"
#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

using State = LedgerLine::State;

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

State state_of(const std::string& due, const std::string& done, const std::string& today) {
    if (!done.empty()) return State::down;
    if (due.empty()) return State::out;
    return due < today ? State::overdue : State::due;
}

LedgerLine line_of(const archive::Release& r, const std::string& today) {
    LedgerLine line;
    line.state = r.state == "failed"    ? State::failed
                 : r.state == "writing" ? State::being_written
                                        : state_of(r.takedown_due, r.takedown_done, today);
    line.release = r.id;
    line.clip = text_of(r.clip);
    line.destination = text_of(r.destination);
    line.where = text_of(r.folder);
    line.since = text_of(r.at.substr(0, 10));
    line.due = text_of(r.takedown_due);
    line.done = text_of(r.takedown_done.substr(0, 10));
    line.signed_by = text_of(r.by);
    return line;
}

LedgerLine line_of(const archive::Place& p, const std::string& today) {
    LedgerLine line;
    line.state = state_of(p.takedown_due, p.takedown_done, today);
    line.release = p.release;
    line.place = p.id;
    line.clip = text_of(p.clip);
    line.destination = text_of(p.destination);
    line.where = text_of(p.address);
    line.since = text_of(p.since);
    line.due = text_of(p.takedown_due);
    line.done = text_of(p.takedown_done.substr(0, 10));
    if (p.reach) line.reach = *p.reach;
    return line;
}

QString state_in_words(const LedgerLine& line) {
    switch (line.state) {
        case State::overdue:
            return LedgerTable::tr("✕ overdue since %1").arg(line.due);
        case State::due:
            return LedgerTable::tr("✕ down by %1").arg(line.due);
        case State::out:
            return line.place ? LedgerTable::tr("⌂ published") : LedgerTable::tr("→ sent");
        case State::being_written:
            return LedgerTable::tr("… being written");
        case State::down:
            return LedgerTable::tr("✓ taken down %1").arg(line.done);
        case State::failed:
            return LedgerTable::tr("– never came to be");
    }
    return {};
}

QColor colour_of(const LedgerLine& line) {
    if (line.must_come_down()) return roles().stop;
    return line.is_up() ? roles().text : roles().dim;
}

}  // namespace

QString LedgerLine::id() const {
    return place ? QStringLiteral("P%1").arg(place) : QString::number(release);
}

std::vector<LedgerLine> ledger_lines(const std::vector<archive::Release>& releases,
                                     const std::vector<archive::Place>& places, const std::string& today) {
    std::vector<LedgerLine> lines;
    for (const auto& release : releases) lines.push_back(line_of(release, today));
    for (const auto& place : places) lines.push_back(line_of(place, today));
    // Places before their package: a release is down when its places are. Else the newest first.
    std::ranges::stable_sort(lines, [](const LedgerLine& a, const LedgerLine& b) {
        const auto key = [](const LedgerLine& l) {
            return std::tuple(l.state, l.must_come_down() ? l.due : QString());
        };
        if (key(a) != key(b)) return key(a) < key(b);
        if (a.must_come_down()) return (a.place != 0) > (b.place != 0);
        return std::tuple(a.since, a.release, a.place) > std::tuple(b.since, b.release, b.place);
    });
    return lines;
}

LedgerTable::LedgerTable(Desk& desk, QObject* parent) : QAbstractTableModel(parent), desk_(desk) {}

void LedgerTable::read() {
    beginResetModel();
    lines_.clear();
    try {
        if (desk_.is_open())
            lines_ = ledger_lines(desk_.archive().releases(archive::LedgerFilter{}), desk_.archive().places(), today());
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    endResetModel();
}

int LedgerTable::must_come_down() const {
    return static_cast<int>(std::ranges::count_if(lines_, &LedgerLine::must_come_down));
}

int LedgerTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}
int LedgerTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant LedgerTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& shown = line(index.row());
    if (role == Qt::ForegroundRole) return colour_of(shown);
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == where) return shown.where;
    if (role == Qt::FontRole && shown.must_come_down() && index.column() == state) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case state:
            return state_in_words(shown);
        case clip:
            return shown.clip;
        case destination:
            return shown.destination;
        case where:
            return shown.place ? shown.where : tr("package %1").arg(shown.where);
        case since:
            return shown.since;
        case reach:
            return shown.reach
                       ? tr("%n reached", nullptr, static_cast<int>(std::min<qint64>(*shown.reach, 2'000'000'000)))
                       : QString();
        default:
            return {};
    }
}

QVariant LedgerTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case state:
            return tr("State");
        case clip:
            return tr("Clip");
        case destination:
            return tr("Destination");
        case where:
            return tr("Where");
        case since:
            return tr("Since");
        case reach:
            return tr("Reach");
        default:
            return {};
    }
}

}  // namespace counterclip::ui
