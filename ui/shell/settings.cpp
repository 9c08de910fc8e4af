#include "ui/shell/settings.h"

#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTranslator>
#include <QVBoxLayout>

#include "ui/keys/key_sheet.h"
#include "ui/look/roles.h"
#include "ui/shell/idle_lock.h"

namespace counterclip::ui {

namespace {

const auto colours_setting = QStringLiteral("look/colours");
const auto language_setting = QStringLiteral("look/language");
const auto lock_setting = QStringLiteral("lock/minutes");

QComboBox* choice(const QString& setting, const std::vector<std::pair<QString, QString>>& options, QWidget* parent) {
    auto* box = new QComboBox(parent);
    for (const auto& [value, words] : options) box->addItem(words, value);
    box->setCurrentIndex(std::max(0, box->findData(QSettings().value(setting))));
    QObject::connect(box, &QComboBox::currentIndexChanged, parent,
                     [box, setting] { QSettings().setValue(setting, box->currentData()); });
    return box;
}

}  // namespace

Settings::Settings(Keys& keys, IdleLock& lock, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Settings"));
    auto* general = new QWidget(this);
    auto* form = new QFormLayout(general);
    auto* language = choice(language_setting,
                            {{QString(), tr("as the system")},
                             {QStringLiteral("en"), QStringLiteral("English")},
                             {QStringLiteral("ar"), QStringLiteral("العربية")}},
                            this);
    auto* colours =
        choice(colours_setting, {{QStringLiteral("dark"), tr("dark")}, {QStringLiteral("light"), tr("light")}}, this);
    auto* minutes = new QSpinBox(this);
    minutes->setRange(0, 240);
    minutes->setSpecialValueText(tr("never"));
    minutes->setSuffix(tr(" minutes"));
    minutes->setValue(QSettings().value(lock_setting, 10).toInt());
    form->addRow(tr("Language"), language);
    form->addRow(tr("Colours"), colours);
    form->addRow(tr("Lock after nobody was here for"), minutes);
    form->insertRow(1, make_language_note(*language));
    connect(colours, &QComboBox::currentIndexChanged, this, [] { apply_chosen_look(false); });
    connect(minutes, &QSpinBox::valueChanged, this, [&lock](int value) {
        QSettings().setValue(lock_setting, value);
        lock.set_after(std::chrono::minutes(value));
    });
    auto* tabs = new QTabWidget(this);
    tabs->addTab(general, tr("General"));
    tabs->addTab(new KeyTable(keys, this), tr("Keys"));
    auto* all = new QVBoxLayout(this);
    all->addWidget(tabs);
    resize(560, 520);
}

QWidget* Settings::make_language_note(QComboBox& language) {
    auto* note = new QWidget(this);
    note->setObjectName(QStringLiteral("language_note"));
    auto* words = new QLabel(tr("The language takes effect when the program starts again."), note);
    words->setWordWrap(true);
    auto* again = new QPushButton(tr("Start again now"), note);
    again->setObjectName(QStringLiteral("start_again"));
    again->setToolTip(tr("Opens the same archive again; you sign in anew. Jobs that run are asked about first."));
    auto* row = new QHBoxLayout(note);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(words, 1);
    row->addWidget(again);
    note->hide();
    const auto before = language.currentData();
    connect(&language, &QComboBox::currentIndexChanged, note,
            [note, before, &language] { note->setVisible(language.currentData() != before); });
    connect(again, &QPushButton::clicked, this, &Settings::start_again_asked);
    return note;
}

void apply_chosen_look(bool light) {
    const bool is_light = light || QSettings().value(colours_setting).toString() == QLatin1String("light");
    apply(is_light ? light_roles() : dark_roles(), *qApp);
}

void apply_chosen_language(const QString& overruled) {
    const auto chosen = overruled.isEmpty() ? QSettings().value(language_setting).toString() : overruled;
    const QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    static QTranslator* translator = nullptr;
    if (!translator) translator = new QTranslator(qApp);
    QApplication::removeTranslator(translator);
    const auto load = [&](const QLocale& wanted) {
        return translator->load(wanted, QStringLiteral("counterclip"), QStringLiteral("_"), QStringLiteral(":/i18n"));
    };
    const bool is_there = load(locale);
    if (!is_there) load(QLocale(QLocale::English));  // whose file holds the plurals
    QApplication::installTranslator(translator);
    // Cancel, Yes, Open: the toolkit's own words, where they are installed.
    static QTranslator* toolkit = nullptr;
    if (!toolkit) toolkit = new QTranslator(qApp);
    QApplication::removeTranslator(toolkit);
    if (is_there && toolkit->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(toolkit);
    const bool from_right = is_there && locale.textDirection() == Qt::RightToLeft;
    QApplication::setLayoutDirection(from_right ? Qt::RightToLeft : Qt::LeftToRight);
}

}  // namespace counterclip::ui
