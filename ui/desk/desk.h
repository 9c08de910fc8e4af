// What all screens look at: the open archive, who works here, and what is chosen.
//
// Lives on the window's thread, with an Archive of its own; workers open the folder once more. It decides nothing: a
// screen that changes something makes an Edit or a Job (ui/work) and everybody reads anew when changed() comes, which
// it also does within a second when another window or the command line changed the archive.
#pragma once

#include <filesystem>
#include <optional>

#include <QObject>
#include <QString>
#include <QTimer>

#include "archive/archive.h"
#include "core/secret.h"

namespace counterclip::ui {

// Who works here, and what opens their key and the vault. An empty code: nobody.
struct Identity {
    QString by{};
    SecretText key_passphrase{};
    SecretText vault_passphrase{};
};

class Desk : public QObject {
    Q_OBJECT
  public:
    explicit Desk(QObject* parent = nullptr);

    // Throws Error when it cannot be opened; what was open then stays open.
    void open(const std::filesystem::path& folder) { take(archive::Archive::open(folder)); }
    // One that was opened elsewhere: a large one is opened away from the window.
    void take(archive::Archive archive);
    bool is_open() const { return archive_.has_value(); }
    archive::Archive& archive() { return archive_.value(); }  // only while is_open()
    std::filesystem::path archive_folder() const { return archive_.value().folder(); }

    // Empty: nobody, who may look at what is veiled and nothing else.
    const QString& by() const { return identity_.by; }
    const Identity& identity() const { return identity_; }
    // Throws Error when there is no such operator, or they retired. The passphrases are known to be right (ui/shell's
    // SignIn asks `operator check`); they are kept until sign_out().
    void sign_in(Identity identity);
    void sign_in(const QString& code) { sign_in(Identity{code}); }
    void sign_out();
    bool has_role(const QString& role) const;  // an admin has all
    // Whether the original may be on the screen, in the rooms that show it: to editors and auditors.
    bool may_see_originals() const { return has_role(QStringLiteral("editor")) || has_role(QStringLiteral("auditor")); }

    // What all screens show; empty = none. A clip that is chosen chooses the interview of its first part too;
    // one that is discarded is no longer chosen. Throws Error for a clip that is not there, or discarded.
    const QString& interview() const { return interview_; }
    void choose_interview(const QString& code);
    const QString& clip() const { return clip_; }
    void choose_clip(const QString& code);
    // Of the interview chosen: its position 1, 2 ...; the screens show one recording at a time.
    int recording() const { return recording_; }
    void choose_recording(int position);
    // The same as a record; nothing when there is none.
    std::optional<archive::Recording> chosen_recording() const;

    // Has everybody read anew, now.
    void refresh();
    // A word to the person at the window: what went wrong and what next, or what was done.
    enum class Tone { done, advice, trouble };
    void say(Tone tone, const QString& text) { Q_EMIT said(tone, text); }

  Q_SIGNALS:
    void opened();
    void signed_in();  // or out
    void interview_chosen();
    void recording_chosen();  // also when the interview is another
    void clip_chosen();
    void changed();  // something in the archive
    void said(counterclip::ui::Desk::Tone tone, const QString& text);
    void asked_for(const QString& room, qint64 pts);  // a screen sends to another: "faces" at a time; < 0 = as it is

  private:
    void look_for_changes();
    void leave_discarded_clip();
    std::optional<archive::Archive> archive_;
    Identity identity_;
    std::vector<std::string> roles_;
    QString interview_;
    QString clip_;
    int recording_ = 1;
    std::int64_t seen_ = 0;  // events of the log that everybody has read
    QTimer watch_;
};

}  // namespace counterclip::ui
