// One run of a verb of the command line, as a child process: the application does everything through these, so that it
// can do nothing that `counterclip` cannot, with the same rights, checks and words. A fault in a decoder ends the child
// and not the window.
//
// Lives on the window's thread and never blocks it. The child gets the operator's passphrase by its standard input and
// the vault's in its environment. It goes away by itself after finished().
#pragma once

#include <memory>

#include <QJsonDocument>
#include <QObject>
#include <QProcess>
#include <QStringList>

namespace counterclip::ui {

class Desk;

struct Identity;

struct Ask {
    QString title;      // for people: "render courage"
    QStringList words;  // the verb and its arguments; archive, operator and the form of the answer are added
    std::shared_ptr<const Identity> as{};  // instead of who is signed in
    QString instead_of_program{};          // another program altogether, given `words` only
};

struct Answer {
    int code = 1;  // of the program: 0 done, 1 failed, 2 wrong usage, 3 refused, 130 cancelled
    QJsonDocument json;
    QString error;        // one line for people; empty when done
    QStringList remarks;  // what the verb said beside its answer
    bool done() const { return code == 0; }
    bool refused() const { return code == 3; }
    bool cancelled() const { return code == 130; }
};

class Call : public QObject {
    Q_OBJECT
  public:
    Call(const Desk& desk, Ask ask, QObject* parent);
    ~Call() override;  // a child that still runs is asked to stop, and waited for

    const Ask& ask() const { return ask_; }
    void start();
    void cancel();  // asks the child to stop cleanly; finished() tells when it did
    void set_paused(bool paused);

  Q_SIGNALS:
    void progressed(const QString& stage, qint64 done, qint64 total);  // total 0 = not known
    void finished(const counterclip::ui::Answer& answer);

  private:
    void read_errors();
    void read_line(const QByteArray& line);
    void finish(int code, QProcess::ExitStatus status);
    const Desk& desk_;
    Ask ask_;
    QProcess process_;
    QByteArray unread_;
    QStringList said_;
    bool paused_ = false;
    bool cancelled_ = false;
    bool ended_ = false;
};

// Where the program is: COUNTERCLIP_PROGRAM, else `counterclip` beside this one, else on the PATH.
QString program();

}  // namespace counterclip::ui

Q_DECLARE_METATYPE(counterclip::ui::Answer)
