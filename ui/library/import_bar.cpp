#include "ui/library/import_bar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/library/library_edits.h"
#include "ui/look/roles.h"
#include "ui/shell/room.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

bool is_there(Desk& desk, const QString& code) {
    archive::InterviewFilter filter;
    filter.text = code.toStdString();
    for (const auto& line : desk.archive().interview_lines(filter, {}).lines)
        if (line.code == filter.text) return true;
    return false;
}

}  // namespace

ImportBar::ImportBar(const Studio& studio, QWidget* parent)
    : QFrame(parent), studio_(studio), what_(new QLabel(this)), code_(new QLineEdit(this)), go_(new QPushButton(this)) {
    setObjectName(QStringLiteral("importBar"));
    setStyleSheet(QStringLiteral("#importBar { border: 1px solid %1; border-radius: 6px; }").arg(roles().safe.name()));
    code_->setObjectName(QStringLiteral("import code"));
    code_->setAccessibleName(tr("The interview, by its code; a new code makes a new one"));
    code_->setPlaceholderText(tr("code, such as BTIB-0042; never a name"));
    go_->setObjectName(QStringLiteral("import"));
    go_->setDefault(true);
    auto* cancel = new QPushButton(tr("Leave it"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(what_);
    row->addWidget(code_, 1);
    row->addWidget(go_);
    row->addWidget(cancel);
    connect(code_, &QLineEdit::textChanged, this, &ImportBar::look);
    connect(code_, &QLineEdit::returnPressed, this, &ImportBar::go);
    connect(go_, &QPushButton::clicked, this, &ImportBar::go);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ImportBar::ask(const QStringList& files) {
    if (files.isEmpty()) return;
    files_ = files;
    what_->setText(files.size() == 1 ? tr("%1 into interview").arg(QFileInfo(files.first()).fileName())
                                     : tr("%n file(s) into interview", nullptr, static_cast<int>(files.size())));
    code_->setText(studio_.desk.interview());
    look();
    show();
    code_->setFocus();
    code_->selectAll();
}

void ImportBar::look() {
    const auto code = code_->text().trimmed();
    go_->setEnabled(!code.isEmpty());
    try {
        go_->setText(code.isEmpty() || !studio_.desk.is_open() || is_there(studio_.desk, code)
                         ? tr("Import")
                         : tr("Import into a new interview"));
    } catch (const Error&) {
        go_->setText(tr("Import"));  // which of the two it is, the verb will say
    }
}

void ImportBar::go() {
    const auto code = code_->text().trimmed();
    if (code.isEmpty() || !studio_.desk.is_open()) return;
    hide();
    const auto files = files_;
    try {
        if (is_there(studio_.desk, code)) return import(code, files);
    } catch (const Error& error) {
        return studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    studio_.edits.make(new_interview(code), [this, code, files](const Answer& answer) {
        if (!answer.done()) return show();  // the notice says why; what was dropped is still here
        studio_.desk.choose_interview(code);
        import(code, files);
    });
}

void ImportBar::import(const QString& interview, const QStringList& files) {
    for (const auto& file : files)
        studio_.jobs.add(import_file(interview, file), [this, interview, file](const Answer& answer) {
            if (answer.done())
                studio_.desk.say(Desk::Tone::done, tr("%1 is in %2; the original where it came from is as it was.")
                                                       .arg(QFileInfo(file).fileName(), interview));
        });
}

}  // namespace counterclip::ui
