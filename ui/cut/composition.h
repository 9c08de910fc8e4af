// The clip that is made: what it is now, and its changes as edits. Which one it is, the Desk says.
//
// Window's thread.
#pragma once

#include <optional>

#include <QObject>

#include "archive/records.h"
#include "ui/cut/material.h"

namespace counterclip::ui {

class Desk;
class Edits;

class Composition : public QObject {
    Q_OBJECT
  public:
    Composition(Desk& desk, Edits& edits, QObject* parent);

    // The clip that is chosen, where it shows something of the interview; else none.
    void read(const Material& material);
    const std::optional<archive::Clip>& clip() const { return clip_; }
    Time length() const;

    // A new clip of the segments, in their order, under the next free code of the interview; it is chosen when made.
    // The pseudonym is proposed as its lower-third.
    void begin(const Material& material, const std::vector<qint64>& segments);
    void add(const std::vector<qint64>& segments);
    void move(int from, int to);
    void order(const std::vector<int>& rows);  // the parts as they are now, by their numbers, in a new order
    void remove(int part);
    void trim(int part, Range range);
    // One option of `clip change`: set("--title", text, tr("title")).
    void set(const QString& option, const QString& value, const QString& title);
    void set_all(const QStringList& options, const QString& title);

  Q_SIGNALS:
    void changed();  // another clip, or the same otherwise

  private:
    void set_parts(const std::vector<archive::ClipPart>& parts, const QString& title);
    QString words_of(const archive::ClipPart& part) const;
    Desk& desk_;
    Edits& edits_;
    std::optional<archive::Clip> clip_;
};

// "BTIB-0042-2": the first that no clip has, nor had before it was discarded. A clip's code names its files: the
// interview's says no name.
QString next_code(const archive::Archive& archive, const QString& interview);

}  // namespace counterclip::ui
