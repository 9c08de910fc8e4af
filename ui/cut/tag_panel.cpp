#include "ui/cut/tag_panel.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStringListModel>
#include <QStylePainter>
#include <QToolButton>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

// Its key in a box, its colour as a dot, its word as far as there is room (all of it in the tip).
class TagButton : public QToolButton {
  public:
    TagButton(int key, QWidget* parent) : QToolButton(parent), key_(key) {
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setFixedHeight(24);
    }
    void set_colour(const QColor& colour) { colour_ = colour; }

  protected:
    void nextCheckState() override {}  // what is on the segment shows, not what was pressed

    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(isChecked() ? QPen(colour_) : QPen(Qt::NoPen));
            painter.setBrush(roles().raised);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const auto placed = [&](int at, int wide) {
            return QRect(mirrored ? width() - at - wide : at, 3, wide, height() - 6);
        };
        painter.setPen(roles().line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(placed(4, 18)).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(isEnabled() ? roles().text : roles().dim);
        painter.drawText(placed(4, 18), Qt::AlignCenter, QString::number(key_));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour_);
        painter.drawEllipse(QRectF(placed(27, 8).center().x() - 3, height() / 2.0 - 4, 8, 8));
        auto words = placed(40, width() - 44);
        painter.setPen(isEnabled() ? roles().text : roles().dim);
        if (isChecked()) {
            auto font = this->font();
            font.setBold(true);
            painter.setFont(font);
        }
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }

  private:
    int key_;
    QColor colour_;
};

}  // namespace

TagPanel::TagPanel(const Material& material, const TagPalette& palette, const Marking& marking, QWidget* parent)
    : QWidget(parent),
      material_(material),
      palette_(palette),
      marking_(marking),
      incriminating_(new QPushButton(tr("!  incriminating"), this)),
      identifying_(new QPushButton(tr("?  identifying"), this)),
      search_(new QLineEdit(this)),
      words_(new QStringListModel(this)) {
    auto* grid = new QGridLayout;
    grid->setSpacing(2);
    for (int n = 0; n < static_cast<int>(TagPalette::keys); ++n) {
        auto* button = new TagButton(n + 1, this);
        connect(button, &QToolButton::clicked, this, [this, n] {
            Q_EMIT tag_asked(QString::fromStdString(palette_.tags().at(static_cast<std::size_t>(n))));
        });
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, this,
                [this, button, n] { open_menu(*button, static_cast<std::size_t>(n)); });
        // Down the columns, as the keys are counted.
        grid->addWidget(button, n % 5, n / 5);
        buttons_.push_back(button);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    search_->setPlaceholderText(tr("Another tag of the codebook …"));
    search_->setAccessibleName(tr("Search a tag in the codebook"));
    search_->setObjectName(QStringLiteral("tag_search"));
    auto* completer = new QCompleter(words_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    search_->setCompleter(completer);
    completer->popup()->installEventFilter(this);
    for (auto* button : {incriminating_, identifying_}) button->setFocusPolicy(Qt::NoFocus);
    auto* dangers = new QHBoxLayout;
    dangers->setSpacing(8);
    dangers->addWidget(incriminating_);
    dangers->addWidget(identifying_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 0, 8, 0);
    all->setSpacing(6);
    all->addLayout(grid);
    all->addWidget(search_);
    all->addLayout(dangers);

    connect(search_, &QLineEdit::returnPressed, this, &TagPanel::take_search);
    connect(incriminating_, &QPushButton::clicked, this,
            [this] { Q_EMIT danger_asked(archive::Danger::incriminating); });
    connect(identifying_, &QPushButton::clicked, this, [this] { Q_EMIT danger_asked(archive::Danger::identifying); });
}

bool TagPanel::is_on_chosen(const std::string& tag) const {
    return std::ranges::any_of(marking_.segments(), [&](qint64 id) {
        const auto* segment = material_.segment(id);
        return segment && std::ranges::find(segment->tags, tag) != segment->tags.end();
    });
}

bool TagPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto& pressed = *static_cast<QKeyEvent*>(event);
    const int n = pressed.key() - Qt::Key_1;
    if (pressed.modifiers() != Qt::AltModifier || n < 0 || n >= static_cast<int>(TagPalette::keys)) return false;
    search_->completer()->popup()->hide();
    Q_EMIT key_asked(search_->text().trimmed(), n);
    return true;
}

std::string TagPanel::tag_meant() const {
    const auto typed = search_->text().trimmed();
    if (search_->hasFocus() && !typed.isEmpty()) return typed.toStdString();
    if (marking_.segments().empty()) return {};
    const auto* segment = material_.segment(marking_.segments().front());
    return segment && !segment->tags.empty() ? segment->tags.back() : std::string();
}

void TagPanel::add_keys_to(QMenu& menu, const std::string& tag) {
    const auto word = QString::fromStdString(tag);
    auto* keys = menu.addMenu(tr("Key for “%1”").arg(word));
    for (int n = 0; n < static_cast<int>(TagPalette::keys); ++n) {
        const auto& there = palette_.tags().at(static_cast<std::size_t>(n));
        const auto what = there.empty() ? tr("nothing yet") : QString::fromStdString(there);
        auto* action = keys->addAction(QStringLiteral("&%1   %2").arg(n + 1).arg(what), this,
                                       [this, word, n] { Q_EMIT key_asked(word, n); });
        action->setCheckable(true);
        action->setChecked(there == tag);
    }
}

void TagPanel::open_menu(QToolButton& button, std::size_t key) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    add_keys_to(*menu, palette_.tags().at(key));
    menu->popup(button.mapToGlobal(button.rect().bottomLeft()));
}

void TagPanel::read() {
    const auto why = marking_.why_not();
    const auto& tags = palette_.tags();
    for (std::size_t n = 0; n < buttons_.size(); ++n) {
        auto* button = static_cast<TagButton*>(buttons_[n]);
        button->setVisible(!tags[n].empty());
        if (tags[n].empty()) continue;
        const auto tag = QString::fromStdString(tags[n]);
        const auto code = std::ranges::find(material_.codebook, tags[n], &archive::Code::tag);
        auto tip = tag;
        if (code != material_.codebook.end() && !code->description.empty())
            tip += QStringLiteral(" — ") + QString::fromStdString(code->description);
        tip += QStringLiteral("\n") + tr("Alt+%1 puts the tag of the segment chosen on this key.").arg(n + 1);
        button->setText(tag);
        button->setAccessibleName(tr("Tag %1, key %2").arg(tag).arg(n + 1));
        button->setToolTip(why.isEmpty() ? tip : why);
        button->set_colour(palette_.colour_of(tags[n]));
        button->setChecked(is_on_chosen(tags[n]));
        button->setEnabled(why.isEmpty());
    }
    search_->setEnabled(why.isEmpty());
    search_->setToolTip(why);
    const bool has_stretch = marking_.marked().has_value();
    const auto first = why.isEmpty() && !has_stretch ? tr("Mark a stretch first: I and O.") : why;
    const auto says = [&](QPushButton& button, const QString& what) {
        button.setEnabled(first.isEmpty());
        button.setToolTip(first.isEmpty() ? what : first);
    };
    says(*incriminating_, tr("Takes the marked stretch out of every clip: it could be used against somebody  (!)"));
    says(*identifying_, tr("Takes the marked stretch out of every clip: it tells who is speaking  (?)") +
                            QStringLiteral("\n") + tr("All keys: Ctrl+/"));
    QStringList words;
    for (const auto& code : material_.codebook) words << QString::fromStdString(code.tag);
    if (words != words_->stringList()) words_->setStringList(words);
}

void TagPanel::take_search() {
    const auto tag = search_->text().trimmed();
    if (tag.isEmpty()) return;
    Q_EMIT tag_asked(tag);
    search_->clear();
}

}  // namespace counterclip::ui
