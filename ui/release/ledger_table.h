// Where releases went and where the public finds them, as a table: what must come down first, by its day, then what is
// out, then what is down.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "archive/ledger_records.h"

namespace counterclip::ui {

class Desk;

struct LedgerLine {
    enum class State { overdue, due, out, being_written, down, failed };
    State state = State::out;
    std::int64_t release = 0;
    std::int64_t place = 0;  // 0: the release itself, its package
    QString clip;
    QString destination;
    QString where;  // address or folder
    QString since;  // day
    QString due;    // day
    QString done;
    QString signed_by;  // operator, of a release
    std::optional<qint64> reach;
    QString id() const;  // as the ledger names it: "P3", "2"
    bool is_up() const { return state == State::overdue || state == State::due || state == State::out; }
    bool must_come_down() const { return state == State::overdue || state == State::due; }
};

// In the order in which the table shows them.
std::vector<LedgerLine> ledger_lines(const std::vector<archive::Release>& releases,
                                     const std::vector<archive::Place>& places, const std::string& today);

class LedgerTable : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { state, clip, destination, where, since, reach, columns };

    explicit LedgerTable(Desk& desk, QObject* parent = nullptr);
    void read();
    const LedgerLine& line(int row) const { return lines_.at(static_cast<std::size_t>(row)); }
    int must_come_down() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    Desk& desk_;
    std::vector<LedgerLine> lines_;
};

}  // namespace counterclip::ui
