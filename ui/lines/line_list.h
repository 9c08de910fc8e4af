// A list of things to decide about, the worst first: a sign, a title, a line or two below it, a picture. Gaps, people,
// findings and waiting clips are such lists.
//
// It shows what it is given. Setting lines anew keeps what is chosen, by id; headings cannot be chosen.
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QImage>
#include <QListView>

#include "ui/promise/mood.h"

namespace counterclip::ui {

struct Line {
    qint64 id = 0;  // the room's own; unique in the list
    Mood mood = Mood::plain;
    QString sign{};  // stands for the colour; empty = none
    QString title;
    QString below{};  // wraps
    QString aside{};  // at the other end of the title
    QImage picture{};
    bool is_heading = false;
};

class LineModel : public QAbstractListModel {
    Q_OBJECT
  public:
    using QAbstractListModel::QAbstractListModel;
    void set_lines(std::vector<Line> lines);
    void set_picture(qint64 id, const QImage& picture);
    const Line& line(int row) const { return lines_.at(static_cast<std::size_t>(row)); }
    int row_of(qint64 id) const;  // -1 = none
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    std::vector<Line> lines_;
};

class LineList : public QListView {
    Q_OBJECT
  public:
    explicit LineList(const QString& name, QWidget* parent = nullptr);

    void set_lines(std::vector<Line> lines);
    void set_picture(qint64 id, const QImage& picture);
    const LineModel& lines() const { return *model_; }
    // What is said in the place of an empty list.
    void set_empty_text(const QString& text);
    void choose(qint64 id);    // without chosen()
    qint64 chosen_id() const;  // 0 = none
    // The next one or the one before that can be chosen, round the ends; chosen() tells.
    void step(int by);
    // All of it in words, a line each.
    QString text() const;

  Q_SIGNALS:
    void chosen(qint64 id);
    void opened(qint64 id);  // double click, Return
    void menu_asked(qint64 id, const QPoint& global);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    LineModel* model_;
    QString empty_text_;
    bool quiet_ = false;
};

}  // namespace counterclip::ui
