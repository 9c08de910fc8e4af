// The archive's interviews as a table for views, read a page at a time: ten thousand of them open at once.
#pragma once

#include <QAbstractTableModel>

#include "archive/overview.h"

namespace counterclip::ui {

class Desk;

class InterviewTable : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { code, pseudonym, consent, kind, recordings, clips, date, columns };

    explicit InterviewTable(Desk& desk, QObject* parent = nullptr);
    // Reads anew. Limit and offset are the table's own.
    void set_filter(const archive::InterviewFilter& filter);
    const archive::InterviewLine& line(int row) const { return lines_.at(static_cast<std::size_t>(row)); }
    int row_of(const QString& interview) const;  // among those read; -1: not there
    void repaint(const QString& interview);
    qint64 total() const { return total_; }  // of the filter, read or not

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

  Q_SIGNALS:
    void failed(const QString& why);

  private:
    void read_anew();
    std::vector<archive::InterviewLine> page(qint64 offset);
    Desk& desk_;
    archive::InterviewFilter filter_;
    std::vector<archive::InterviewLine> lines_;
    qint64 total_ = 0;
};

}  // namespace counterclip::ui
