#include "ui/library/interview_table.h"

#include <algorithm>

#include "core/day.h"
#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/promise/stages.h"

namespace counterclip::ui {

namespace {

constexpr qint64 page_size = 200;

QVariant text_of(const archive::InterviewLine& line, int column) {
    switch (column) {
        case InterviewTable::code:
            return QString::fromStdString(line.code);
        case InterviewTable::pseudonym:
            return QString::fromStdString(line.pseudonym);
        case InterviewTable::consent:
            return consent_in_words(line.consent, line.revision);
        case InterviewTable::kind:
            return QString::fromStdString(line.kind);
        case InterviewTable::recordings:
            return line.recordings;
        case InterviewTable::clips:
            return line.clips;
        case InterviewTable::date:
            return QString::fromStdString(line.date);
        default:
            return {};
    }
}

}  // namespace

InterviewTable::InterviewTable(Desk& desk, QObject* parent) : QAbstractTableModel(parent), desk_(desk) {
    connect(&desk_, &Desk::opened, this, &InterviewTable::read_anew);
    connect(&desk_, &Desk::changed, this, &InterviewTable::read_anew);
}

void InterviewTable::set_filter(const archive::InterviewFilter& filter) {
    filter_ = filter;
    read_anew();
}

std::vector<archive::InterviewLine> InterviewTable::page(qint64 offset) {
    if (!desk_.is_open()) return {};
    auto filter = filter_;
    filter.limit = page_size;
    filter.offset = offset;
    try {
        auto found = desk_.archive().interview_lines(filter, today());
        total_ = found.total;
        return std::move(found.lines);
    } catch (const Error& error) {
        total_ = offset;
        Q_EMIT failed(QString::fromStdString(error.what()));
        return {};
    }
}

void InterviewTable::read_anew() {
    beginResetModel();
    total_ = 0;
    lines_ = page(0);
    endResetModel();
}

bool InterviewTable::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && std::ssize(lines_) < total_;
}

void InterviewTable::fetchMore(const QModelIndex& parent) {
    if (parent.isValid()) return;
    auto more = page(std::ssize(lines_));
    if (more.empty()) return;
    const int first = static_cast<int>(lines_.size());
    beginInsertRows({}, first, first + static_cast<int>(more.size()) - 1);
    std::move(more.begin(), more.end(), std::back_inserter(lines_));
    endInsertRows();
}

int InterviewTable::row_of(const QString& interview) const {
    const auto found = std::ranges::find(lines_, interview.toStdString(), &archive::InterviewLine::code);
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

void InterviewTable::repaint(const QString& interview) {
    const int row = row_of(interview);
    if (row >= 0) Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

int InterviewTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}
int InterviewTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant InterviewTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& shown = line(index.row());
    if (role == Qt::DisplayRole) return text_of(shown, index.column());
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == consent)
        return mood_of_consent(shown.consent) == Mood::stop ? roles().stop : roles().safe;
    return {};
}

QVariant InterviewTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case code:
            return tr("Interview");
        case pseudonym:
            return tr("Pseudonym");
        case consent:
            return tr("Consent");
        case kind:
            return tr("Kind");
        case recordings:
            return tr("Recordings");
        case clips:
            return tr("Clips");
        case date:
            return tr("Date");
        default:
            return {};
    }
}

}  // namespace counterclip::ui
