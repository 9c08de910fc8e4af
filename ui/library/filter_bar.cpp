#include "ui/library/filter_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/promise/stages.h"

namespace counterclip::ui {

namespace {

constexpr int typing_pause_ms = 120;  // a search starts a program: not with every letter

QString data_of(const QComboBox* box) {
    return box->currentData().toString();
}

}  // namespace

FilterBar::FilterBar(Desk& desk, QWidget* parent)
    : QWidget(parent), desk_(desk), mode_(new QComboBox(this)), text_(new QLineEdit(this)) {
    mode_->addItem(tr("codes"));
    mode_->addItem(tr("what was said"));
    mode_->setObjectName(QStringLiteral("mode"));
    mode_->setAccessibleName(tr("Where to search"));
    text_->setClearButtonEnabled(true);
    text_->setObjectName(QStringLiteral("search"));
    text_->setAccessibleName(tr("Search"));
    auto* search = new QHBoxLayout;
    search->setSpacing(8);
    search->addWidget(mode_);
    search->addWidget(text_, 1);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    consent_ = add_choice("consent filter", tr("any consent"));
    stage_ = add_choice("stage filter", tr("any stage"));
    tag_ = add_choice("tag filter", tr("any tag"));
    language_ = add_choice("language filter", tr("any language"));
    for (auto* box : {consent_, stage_, tag_, language_}) filters->addWidget(box, 1);
    for (const auto& state : archive::consent_states())
        consent_->addItem(state == "none" ? tr("✕ none") : consent_in_words(state, 1), QString::fromStdString(state));
    for (const auto& stage : archive::clip_stages())
        stage_->addItem(stage_in_words(stage), QString::fromStdString(stage));
    // Any code can be typed; these are those of most interviews here.
    language_->setEditable(true);
    language_->setInsertPolicy(QComboBox::NoInsert);
    language_->lineEdit()->setPlaceholderText(tr("any language"));
    for (const auto* code : {"ar", "ku", "en", "fr", "ru", "so", "tr"})
        language_->addItem(QString::fromLatin1(code), QString::fromLatin1(code));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(search);
    all->addLayout(filters);

    typing_.setSingleShot(true);
    typing_.setInterval(typing_pause_ms);
    connect(&typing_, &QTimer::timeout, this, &FilterBar::changed);
    connect(text_, &QLineEdit::textChanged, this, [this] {
        if (in_words())
            typing_.start();
        else
            Q_EMIT changed();
    });
    connect(mode_, &QComboBox::currentIndexChanged, this, [this] {
        look();
        Q_EMIT changed();
    });
    for (auto* box : {consent_, stage_, tag_}) connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
    connect(language_, &QComboBox::currentTextChanged, this, [this] { typing_.start(); });
    connect(&desk_, &Desk::opened, this, &FilterBar::read_tags);
    connect(&desk_, &Desk::changed, this, &FilterBar::read_tags);
    read_tags();
    look();
}

QComboBox* FilterBar::add_choice(const char* name, const QString& title) {
    auto* box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->addItem(title);
    return box;
}

void FilterBar::read_tags() {
    if (!desk_.is_open()) return;
    const auto chosen = tag();
    const QSignalBlocker still(tag_);
    while (tag_->count() > 1) tag_->removeItem(1);
    try {
        for (const auto& code : desk_.archive().codebook())
            tag_->addItem(QString::fromStdString(code.tag), QString::fromStdString(code.tag));
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    tag_->setCurrentIndex(std::max(0, tag_->findData(chosen)));
}

// A transcript has no stage and no consent of its own.
void FilterBar::look() {
    text_->setPlaceholderText(in_words() ? tr("What was said; “words in quotes”, word*  (Ctrl+Shift+F)")
                                         : tr("Search codes and pseudonyms  (Ctrl+F)"));
    consent_->setEnabled(!in_words());
    stage_->setEnabled(!in_words());
}

bool FilterBar::in_words() const {
    return mode_->currentIndex() == 1;
}

void FilterBar::choose_mode(bool in_words) {
    mode_->setCurrentIndex(in_words ? 1 : 0);
}

QString FilterBar::words() const {
    return text_->text().trimmed();
}

QString FilterBar::language() const {
    return language_->currentIndex() == 0 && language_->currentText() == language_->itemText(0)
               ? QString()
               : language_->currentText().trimmed();
}

QString FilterBar::tag() const {
    return data_of(tag_);
}

bool FilterBar::narrows() const {
    const auto f = filter();
    return !(f.text.empty() && f.consent.empty() && f.tag.empty() && f.language.empty() && f.stage.empty());
}

archive::InterviewFilter FilterBar::filter() const {
    archive::InterviewFilter filter;
    filter.text = words().toStdString();
    filter.consent = data_of(consent_).toStdString();
    filter.tag = tag().toStdString();
    filter.language = language().toStdString();
    filter.stage = data_of(stage_).toStdString();
    return filter;
}

}  // namespace counterclip::ui
