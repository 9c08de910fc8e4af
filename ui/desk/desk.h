// What all screens look at: the open archive, who works here, and what is chosen.
//
// Lives on the window's thread, with an Archive of its own; workers open the folder once more. It decides nothing: a
// screen that changes something calls the archive and then changed(), so that the others read anew.
#pragma once

#include <filesystem>
#include <optional>

#include <QObject>
#include <QString>

#include "archive/archive.h"

namespace counterclip::ui {

class Desk : public QObject {
    Q_OBJECT
  public:
    explicit Desk(QObject* parent = nullptr);

    // Throws Error when it cannot be opened; what was open then stays open.
    void open(const std::filesystem::path& folder);
    bool is_open() const { return archive_.has_value(); }
    archive::Archive& archive() { return archive_.value(); }  // only while is_open()

    // Empty: nobody, who may look at what is veiled and nothing else.
    const QString& by() const { return by_; }
    // Throws Error when there is no such operator, or they retired.
    void sign_in(const QString& code);
    void sign_out();
    bool has_role(const QString& role) const;  // an admin has all

    // The interview all screens show; empty = none.
    const QString& interview() const { return interview_; }
    void choose_interview(const QString& code);

  Q_SIGNALS:
    void opened();
    void signed_in();
    void interview_chosen();
    void changed();  // something in the archive

  private:
    std::optional<archive::Archive> archive_;
    QString by_;
    std::vector<std::string> roles_;
    QString interview_;
};

}  // namespace counterclip::ui
