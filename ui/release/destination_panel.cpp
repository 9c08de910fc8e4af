#include "ui/release/destination_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/release/release_edits.h"
#include "ui/shell/room.h"

namespace counterclip::ui {

namespace {

QString joined(const std::vector<std::string>& words, const QString& none = {}) {
    QStringList all;
    for (const auto& word : words) all << QString::fromStdString(word);
    return all.isEmpty() ? none : all.join(QLatin1Char(' '));
}

std::vector<std::string> words_of(const QLineEdit& field) {
    static const QRegularExpression between(QStringLiteral("[\\s,;،؛]+"));
    std::vector<std::string> words;
    for (const auto& word : field.text().split(between, Qt::SkipEmptyParts)) words.push_back(word.toStdString());
    return words;
}

}  // namespace

DestinationPanel::DestinationPanel(const Studio& studio, QWidget* parent)
    : QWidget(parent), studio_(studio), pages_(new QStackedWidget(this)) {
    pages_->addWidget(make_list());
    pages_->addWidget(make_form());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(pages_);
    look();
}

QWidget* DestinationPanel::make_list() {
    auto* page = new QWidget(this);
    list_ = new QListWidget(page);
    list_->setObjectName(QStringLiteral("destinations"));
    list_->setAccessibleName(tr("Destinations"));
    scope_ = new QLabel(page);
    scope_->setWordWrap(true);
    scope_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().dim.name()));
    auto* add = new QPushButton(tr("New …"), page);
    add->setObjectName(QStringLiteral("new destination"));
    change_ = new QPushButton(tr("Change …"), page);
    change_->setObjectName(QStringLiteral("change destination"));
    close_ = new QPushButton(tr("Close …"), page);
    close_->setObjectName(QStringLiteral("close destination"));
    auto* buttons = new QHBoxLayout;
    for (auto* button : {add, change_, close_}) buttons->addWidget(button);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(list_, 1);
    column->addWidget(scope_);
    column->addLayout(buttons);
    connect(list_, &QListWidget::currentRowChanged, this, [this] {
        look();
        Q_EMIT destination_chosen();
    });
    connect(add, &QPushButton::clicked, this, [this] { begin(nullptr); });
    connect(change_, &QPushButton::clicked, this, [this] { begin(current()); });
    connect(close_, &QPushButton::clicked, this, &DestinationPanel::close_chosen);
    return page;
}

QWidget* DestinationPanel::make_form() {
    auto* page = new QWidget(this);
    auto* form = new QFormLayout;
    form->setSpacing(8);
    const auto line = [&](const char* name, const QString& title, const QString& placeholder) {
        auto* field = new QLineEdit(page);
        field->setObjectName(QString::fromLatin1(name));
        field->setAccessibleName(title);
        field->setPlaceholderText(placeholder);
        form->addRow(title, field);
        return field;
    };
    code_ = line("destination code", tr("Code"), tr("stands in the package"));
    kind_ = new QComboBox(page);
    kind_->addItem(tr("a partner: a folder for somebody"), QStringLiteral("partner"));
    kind_->addItem(tr("the web: everyone"), QStringLiteral("web"));
    kind_->setAccessibleName(tr("Kind"));
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("Kind"), kind_);
    audiences_ = line("destination audiences", tr("For whom"), tr("everyone"));
    territories_ = line("destination territories", tr("Countries"), tr("everywhere"));
    languages_ = line("destination languages", tr("Languages"), tr("any"));
    days_ = new QSpinBox(page);
    days_->setRange(0, 3650);
    days_->setAccessibleName(tr("Days it has to take a clip down"));
    form->addRow(tr("Days to take down"), days_);
    problem_ = new QLabel(page);
    problem_->setWordWrap(true);
    problem_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().stop.name()));
    auto* back = new QPushButton(tr("Back"), page);
    auto* save = new QPushButton(tr("Save"), page);
    save->setObjectName(QStringLiteral("save destination"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(save);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(form);
    column->addWidget(problem_);
    column->addLayout(buttons);
    column->addStretch();
    connect(back, &QPushButton::clicked, this, [this] { pages_->setCurrentIndex(0); });
    connect(save, &QPushButton::clicked, this, &DestinationPanel::save);
    return page;
}

void DestinationPanel::read() {
    const auto before = current() ? QString::fromStdString(current()->code) : QString();
    {
        const QSignalBlocker still(list_);
        list_->clear();
        all_.clear();
        try {
            if (studio_.desk.is_open()) all_ = studio_.desk.archive().destinations();
        } catch (const Error& error) {
            studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
        }
        std::ranges::stable_partition(all_, [](const auto& d) { return d.closed_at.empty(); });
        for (const auto& d : all_) {
            const auto code = QString::fromStdString(d.code);
            auto* item = new QListWidgetItem(
                d.closed_at.empty() ? QStringLiteral("⇪ ") + code : tr("– %1, closed").arg(code), list_);
            if (!d.closed_at.empty()) item->setForeground(roles().dim);
        }
        for (int row = 0; row < list_->count(); ++row)
            if (QString::fromStdString(all_[static_cast<std::size_t>(row)].code) == before) list_->setCurrentRow(row);
        if (list_->currentRow() < 0 && !all_.empty()) list_->setCurrentRow(0);
    }
    look();
    Q_EMIT destination_chosen();
}

const archive::Destination* DestinationPanel::current() const {
    const int row = list_->currentRow();
    return row < 0 || row >= std::ssize(all_) ? nullptr : &all_[static_cast<std::size_t>(row)];
}

QString DestinationPanel::chosen() const {
    const auto* d = current();
    return d && d->closed_at.empty() ? QString::fromStdString(d->code) : QString();
}

void DestinationPanel::look() {
    const auto* d = current();
    change_->setEnabled(d && d->closed_at.empty());
    close_->setEnabled(change_->isEnabled());
    if (!d) return scope_->setText(tr("Nobody may receive clips yet: make a destination with “New …”."));
    scope_->setText(tr("%1 — for %2, in %3, languages: %4; takes down within %n day(s)", nullptr, d->takedown_days)
                        .arg(d->kind == "web" ? tr("the web") : tr("a partner"), joined(d->audiences, tr("everyone")),
                             joined(d->territories, tr("all countries")), joined(d->languages, tr("any"))));
}

void DestinationPanel::begin(const archive::Destination* before) {
    new_ = !before;
    before_ = before ? *before : archive::Destination{};
    code_->setText(QString::fromStdString(before_.code));
    code_->setEnabled(new_);
    kind_->setCurrentIndex(std::max(0, kind_->findData(QString::fromStdString(before_.kind))));
    kind_->setEnabled(new_);
    audiences_->setText(joined(before_.audiences));
    territories_->setText(joined(before_.territories));
    languages_->setText(joined(before_.languages));
    days_->setValue(before_.takedown_days);
    problem_->clear();
    pages_->setCurrentIndex(1);
    (new_ ? code_ : audiences_)->setFocus();
}

archive::Destination DestinationPanel::written() const {
    auto now = before_;
    now.code = code_->text().trimmed().toStdString();
    now.kind = kind_->currentData().toString().toStdString();
    now.audiences = words_of(*audiences_);
    now.territories = words_of(*territories_);
    now.languages = words_of(*languages_);
    now.takedown_days = days_->value();
    return now;
}

void DestinationPanel::save() {
    const auto now = written();
    const auto emptied = [](const auto& was, const auto& is) { return !was.empty() && is.empty(); };
    if (!new_ && (emptied(before_.audiences, now.audiences) || emptied(before_.territories, now.territories) ||
                  emptied(before_.languages, now.languages)))
        return problem_->setText(tr("A limit can be replaced, not taken away: close this one and make another."));
    studio_.edits.make(new_ ? add_destination(now) : change_destination(before_, now), [this](const Answer& answer) {
        if (!answer.done()) return problem_->setText(answer.error);
        pages_->setCurrentIndex(0);
    });
}

void DestinationPanel::close_chosen() {
    const auto code = chosen();
    if (code.isEmpty()) return;
    auto* ask = new QMessageBox(QMessageBox::Warning, tr("Close a destination"),
                                tr("Nothing will go to %1 any more. This cannot be undone; what went there stays in "
                                   "the ledger and has to come down when it must.")
                                    .arg(code),
                                QMessageBox::Cancel, this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = ask->addButton(tr("Close it for good"), QMessageBox::AcceptRole);
    connect(yes, &QAbstractButton::clicked, this, [this, code] { studio_.edits.make(close_destination(code)); });
    ask->open();
}

}  // namespace counterclip::ui
