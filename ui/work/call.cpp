#include "ui/work/call.h"

#include <csignal>

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <QStandardPaths>

#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

constexpr int longest_goodbye_ms = 5'000;

QString last_or(const QStringList& lines, const QString& otherwise) {
    return lines.isEmpty() ? otherwise : lines.last();
}

// What this process was started with says nothing about who works here.
QProcessEnvironment environment_for(const Identity& who) {
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto* variable : {"COUNTERCLIP_ARCHIVE", "COUNTERCLIP_OPERATOR", "COUNTERCLIP_PASSPHRASE",
                                 "COUNTERCLIP_VAULT_PASSPHRASE", "COUNTERCLIP_NEW_PASSPHRASE"})
        environment.remove(QString::fromLatin1(variable));
    const auto vault = who.vault_passphrase.view();
    if (!vault.empty())
        environment.insert(QStringLiteral("COUNTERCLIP_VAULT_PASSPHRASE"),
                           QString::fromUtf8(vault.data(), static_cast<qsizetype>(vault.size())));
    return environment;
}

// Of an archive that is being made while another is open.
bool names_its_archive(const QStringList& words) {
    return words.startsWith(QStringLiteral("--archive")) || words.startsWith(QStringLiteral("init"));
}

}  // namespace

QString program() {
    const auto named = qEnvironmentVariable("COUNTERCLIP_PROGRAM");
    if (!named.isEmpty()) return named;
    const QFileInfo beside(QCoreApplication::applicationDirPath() + QStringLiteral("/counterclip"));
    return beside.isExecutable() ? beside.filePath() : QStandardPaths::findExecutable(QStringLiteral("counterclip"));
}

Call::Call(const Desk& desk, Ask ask, QObject* parent) : QObject(parent), desk_(desk), ask_(std::move(ask)) {
    connect(&process_, &QProcess::readyReadStandardError, this, &Call::read_errors);
    connect(&process_, &QProcess::finished, this, &Call::finish);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        said_ << tr("The program %1 does not start: %2").arg(program(), process_.errorString());
        finish(1, QProcess::NormalExit);
    });
}

Call::~Call() {
    process_.disconnect(this);
    if (process_.state() == QProcess::NotRunning) return;
    set_paused(false);
    process_.terminate();
    if (process_.waitForFinished(longest_goodbye_ms)) return;
    process_.kill();
    process_.waitForFinished(longest_goodbye_ms);
}

void Call::start() {
    const auto& who = ask_.as ? *ask_.as : desk_.identity();
    QStringList words{QStringLiteral("--json"), QStringLiteral("--progress"), QStringLiteral("json")};
    if (desk_.is_open() && !names_its_archive(ask_.words))
        words << QStringLiteral("--archive") << QString::fromStdString(desk_.archive_folder().string());
    if (!who.by.isEmpty()) words << QStringLiteral("--as") << who.by;
    const bool has_passphrase = !who.key_passphrase.empty();
    if (has_passphrase) words << QStringLiteral("--passphrase-fd") << QStringLiteral("0");
    process_.setProcessEnvironment(environment_for(who));
    if (ask_.instead_of_program.isEmpty())
        process_.start(program(), words + ask_.words);
    else
        process_.start(ask_.instead_of_program, ask_.words);
    if (has_passphrase) {
        const auto passphrase = who.key_passphrase.view();
        process_.write(passphrase.data(), static_cast<qint64>(passphrase.size()));
        process_.write("\n");
    }
    process_.closeWriteChannel();
}

void Call::cancel() {
    cancelled_ = true;
    set_paused(false);
    process_.terminate();
}

void Call::set_paused(bool paused) {
    if (paused == paused_ || process_.state() != QProcess::Running) return;
    paused_ = paused;
    ::kill(static_cast<pid_t>(process_.processId()), paused ? SIGSTOP : SIGCONT);
}

void Call::read_errors() {
    unread_ += process_.readAllStandardError();
    for (auto end = unread_.indexOf('\n'); end >= 0; end = unread_.indexOf('\n')) {
        read_line(unread_.left(end));
        unread_.remove(0, end + 1);
    }
}

void Call::read_line(const QByteArray& line) {
    if (line.startsWith("{\"progress\"")) {
        const auto step = QJsonDocument::fromJson(line).object();
        Q_EMIT progressed(step[QStringLiteral("progress")].toString(), step[QStringLiteral("done")].toInteger(),
                          step[QStringLiteral("total")].toInteger());
        return;
    }
    auto text = QString::fromUtf8(line);
    if (text.startsWith(QStringLiteral("counterclip: "))) text.remove(0, 13);
    if (!text.trimmed().isEmpty()) said_ << text;
}

void Call::finish(int code, QProcess::ExitStatus status) {
    if (std::exchange(ended_, true)) return;
    read_errors();
    if (!unread_.isEmpty()) read_line(std::exchange(unread_, {}));
    Answer answer;
    // Before the child is ready to be asked, the question ends it.
    const bool ended_by_us = cancelled_ && status == QProcess::CrashExit;
    answer.code = ended_by_us ? 130 : status == QProcess::CrashExit ? 1 : code;
    answer.json = QJsonDocument::fromJson(process_.readAllStandardOutput());
    if (ended_by_us)
        answer.error = tr("%1: cancelled").arg(ask_.title);
    else if (status == QProcess::CrashExit)
        answer.error = tr("%1: the program ended in the middle of it; the archive is as before. %2")
                           .arg(ask_.title, last_or(said_, {}));
    else if (code != 0)
        answer.error = last_or(said_, tr("%1: failed without a word (exit code %2)").arg(ask_.title).arg(code));
    if (!answer.done() && !said_.isEmpty()) said_.removeLast();
    answer.remarks = said_;
    Q_EMIT finished(answer);
    deleteLater();
}

}  // namespace counterclip::ui
