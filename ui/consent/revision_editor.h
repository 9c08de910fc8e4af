// The next revision of one consent, being written: the form, the evidence, what it would change, and saving it.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/consent/consent_edits.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace counterclip::ui {

class ChangesView;
class EvidenceForm;
class TermsForm;
struct Studio;

class RevisionEditor : public QWidget {
    Q_OBJECT
  public:
    // Its foot (what changes, reason, save) is made by it and placed by the room.
    RevisionEditor(const Studio& studio, QWidget& foot, QWidget* parent = nullptr);
    // Begins anew from the latest revision of that person in the interview chosen.
    void begin(const QString& person);
    // The archive changed: what a person is writing stays.
    void read();
    bool is_touched() const { return touched_; }  // a person has begun to write
    EvidenceForm& evidence() const { return *evidence_; }

  private:
    void make_foot(QWidget& foot);
    void show_latest();
    void on_change();
    NewRevision next() const;           // throws Error as the forms do
    consent::Revision preview() const;  // what `next` would be stored as
    QString problem() const;
    void look();
    void save();
    const Studio& studio_;
    QComboBox* purpose_;
    QCheckBox* like_all_;
    TermsForm* terms_;
    EvidenceForm* evidence_;
    ChangesView* changes_ = nullptr;
    QLabel* problem_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QPushButton* save_ = nullptr;
    QString person_ = QStringLiteral("subject");
    std::optional<consent::Revision> latest_;
    bool touched_ = false;
};

}  // namespace counterclip::ui
