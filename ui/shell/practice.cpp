#include "ui/shell/practice.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "core/error.h"
#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

QString s(const char* text) {
    return QString::fromLatin1(text);
}

std::shared_ptr<const Identity> operator_called(const char* code) {
    return std::make_shared<const Identity>(Identity{s(code)});
}

}  // namespace

QString puppet_program() {
    const QFileInfo beside(QCoreApplication::applicationDirPath() + s("/counterclip-puppet"));
    if (beside.isExecutable()) return beside.filePath();
    const QFileInfo with_program(QFileInfo(program()).path() + s("/counterclip-puppet"));
    return with_program.isExecutable() ? with_program.filePath() : QString();
}

Practice::Practice(Desk& desk, QString folder, QObject* parent)
    : QObject(parent), desk_(desk), folder_(std::move(folder)) {
    const auto archive = folder_ + s("/archive");
    const auto film = folder_ + s("/interview.mp4");
    const auto words = folder_ + s("/en.srt");
    const auto arabic = folder_ + s("/ar.srt");
    const auto ruth = operator_called("ruth");
    const auto amina = operator_called("amina");
    const auto puppet = puppet_program();
    const auto at = [&](QStringList verb) { return QStringList{s("--archive"), archive} + verb; };
    const auto person = [&](const char* code, QStringList roles) {
        QStringList verb{s("operator"), s("add"), s(code), s("--no-passphrase")};
        for (const auto& role : roles) verb << s("--role") << role;
        return Step{{tr("operators"), at(verb), ruth}};
    };
    const auto draw = tr("a puppet speaks (this takes the longest)");
    const auto lines = s("--progress-lines");
    steps_ = {
        {{draw, {s("interview"), film, s("--transcript"), words, lines}, {}, puppet}, 60},
        {{draw,
          {s("interview"), folder_ + s("/words.mp4"), lines, s("--size"), s("64x36"), s("--transcript"), arabic,
           s("--language"), s("ar")},
          {},
          puppet},
         10},
        {{tr("the archive"), {s("init"), archive}, ruth}},
        person("ruth", {s("admin")}),
        person("amina", {s("editor")}),
        person("samir", {s("auditor")}),
        person("lina", {s("distributor")}),
        {{tr("the interview"),
          at({s("interview"), s("add"), s("BTIB-0001"), s("--pseudonym"), s("Abu Karim"), s("--setting"), s("home"),
              s("--language"), s("en")}),
          amina}},
        {{tr("import"), at({s("import"), s("BTIB-0001"), film}), amina}, 4},
        {{tr("what is said"), at({s("transcript"), s("import"), s("BTIB-0001"), words, s("--language"), s("en")}),
          amina}},
        {{tr("what is said"), at({s("transcript"), s("import"), s("BTIB-0001"), arabic, s("--language"), s("ar")}),
          amina}},
    };
}

void Practice::start() {
    if (puppet_program().isEmpty()) {
        Q_EMIT ended(
            tr("The puppets' program (counterclip-puppet) is not beside this one; build it, or make an archive "
               "of your own."));
        return deleteLater();
    }
    if (!QDir().mkpath(folder_) || !QDir(folder_).isEmpty()) {
        Q_EMIT ended(tr("%1 cannot be used: it must be new or empty.").arg(folder_));
        return deleteLater();
    }
    go_on();
}

void Practice::cancel() {
    if (call_) call_->cancel();
}

void Practice::tell(double share) {
    double done = 0;
    double all = 0;
    for (std::size_t n = 0; n < steps_.size(); ++n) {
        all += steps_[n].weight;
        if (n < at_) done += steps_[n].weight;
    }
    done += std::max(0.0, share) * steps_[at_].weight;
    Q_EMIT stepped(steps_[at_].ask.title, static_cast<int>(at_) + 1, static_cast<int>(steps_.size()), share,
                   done / all);
}

void Practice::go_on() {
    if (at_ == steps_.size()) {
        QFile::remove(folder_ + s("/words.mp4"));
        try {
            desk_.open((folder_ + s("/archive")).toStdString());
            desk_.sign_in(s("amina"));
            desk_.choose_interview(s("BTIB-0001"));
            Q_EMIT ended({});
        } catch (const Error& error) {
            Q_EMIT ended(QString::fromStdString(error.what()));
        }
        return deleteLater();
    }
    tell(-1);
    call_ = new Call(desk_, steps_[at_].ask, this);
    connect(call_, &Call::progressed, this, [this](const QString& /*stage*/, qint64 done, qint64 total) {
        tell(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
    });
    connect(call_, &Call::finished, this, [this](const Answer& answer) {
        call_ = nullptr;
        if (!answer.done()) {
            Q_EMIT ended(answer.error);
            return deleteLater();
        }
        ++at_;
        go_on();
    });
    call_->start();
}

}  // namespace counterclip::ui
