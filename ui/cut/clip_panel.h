// The clip at the side: which one, its parts, its fields, what stands between it and the world, and its rendering.
#pragma once

#include <QWidget>

#include "ui/cut/composition.h"
#include "ui/cut/marking.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace counterclip::ui {

class ClipFindings;
class ClipForm;
class Jobs;
class NextStep;
class PartsList;
struct ClipFinding;

class ClipPanel : public QWidget {
    Q_OBJECT
  public:
    ClipPanel(Desk& desk, Edits& edits, Jobs& jobs, const Material& material, const Marking& marking, QWidget* parent);
    void read();
    void begin_clip();  // of the segments chosen
    void add_to_clip();
    void render();
    PartsList& parts() const { return *parts_; }
    const Composition& composition() const { return composition_; }
    void set_playhead(Time t) { playhead_ = t; }

  Q_SIGNALS:
    void seek_asked(qint64 pts);

  private:
    enum Page { parts_page, fields_page, findings_page };
    void fill_clips();
    void choose_clip();
    void show_clip();
    void show_findings();
    void go_to_part(int row);
    void trim_part(int row, bool in);
    void mend(const ClipFinding& finding);
    void find_faces();
    void go_to_gap();
    void verify();
    QStringList languages() const;
    Desk& desk_;
    Jobs& jobs_;
    const Material& material_;
    const Marking& marking_;
    Composition composition_;
    Time playhead_{};
    QComboBox* clips_;
    QToolButton* new_;
    QToolButton* add_;
    QTabBar* tabs_;
    QStackedWidget* pages_;
    PartsList* parts_;
    ClipForm* form_;
    ClipFindings* findings_;
    QLabel* length_;
    QPushButton* render_;
    QPushButton* way_;
    NextStep* next_;
    QToolButton* count_;
};

}  // namespace counterclip::ui
