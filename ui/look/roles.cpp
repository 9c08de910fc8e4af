#include "ui/look/roles.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QRegularExpression>
#include <QWidget>

namespace counterclip::ui {

namespace {

const Roles* applied = &dark_roles();

// The ground of what is chosen or stands out: a third of the way from the panel to the colour, so that text keeps its
// own colour on it, light or dark.
QColor chosen_ground(const Roles& r) {
    const auto mixed = [](int panel, int colour) { return (2 * panel + colour) / 3; };
    return {mixed(r.panel.red(), r.safe.red()), mixed(r.panel.green(), r.safe.green()),
            mixed(r.panel.blue(), r.safe.blue())};
}

QPalette palette_of(const Roles& r) {
    QPalette p;
    p.setColor(QPalette::Window, r.window);
    p.setColor(QPalette::Base, r.panel);
    p.setColor(QPalette::AlternateBase, r.raised);
    p.setColor(QPalette::Button, r.raised);
    p.setColor(QPalette::ToolTipBase, r.raised);
    p.setColor(QPalette::Mid, r.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, r.text);
    p.setColor(QPalette::PlaceholderText, r.dim);
    p.setColor(QPalette::Highlight, chosen_ground(r));
    p.setColor(QPalette::HighlightedText, r.text);
    p.setColor(QPalette::Link, r.info);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, r.dim);
    return p;
}

// 8 px grid, 6 px radius.
QString sheet_of(const Roles& r) {
    return QStringLiteral(R"css(
        QToolTip { color: %text; background: %raised; border: 1px solid %line; padding: 4px; }
        QLineEdit, QComboBox, QPlainTextEdit { background: %panel; border: 1px solid %line; border-radius: 6px; padding: 4px 8px; }
        QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTableView:focus { border-color: %safe; }
        QPushButton { background: %raised; border: 1px solid %line; border-radius: 6px; padding: 4px 12px; }
        QPushButton:hover, QToolButton:hover { border-color: %safe; }
        QPushButton:default { background: %chosen; border-color: %safe; }
        QTableView { background: %panel; border: 1px solid %line; gridline-color: %line; }
        QHeaderView::section { background: %window; color: %dim; border: none; border-bottom: 1px solid %line; padding: 4px 8px; }
        QStatusBar { color: %dim; }
        QLabel#heading { color: %dim; font-size: 11px; font-weight: 600; }
        QTabBar::tab { color: %dim; padding: 4px 12px; border: none; }
        QTabBar::tab:selected { color: %text; border-bottom: 2px solid %safe; }
        QTabWidget::pane { border: none; }
        QPushButton:default:disabled { background: %raised; border-color: %line; color: %dim; }
        QListView { background: %panel; border: 1px solid transparent; outline: none; }
        QListView:focus { border-color: %safe; }
        QListWidget::item { padding: 6px 8px; border-left: 2px solid transparent; }
        QListWidget::item:selected { background: %raised; border-left: 2px solid %safe; color: %text; }
        QListWidget#sheet::item { padding: 2px; border: none; }
        QComboBox QAbstractItemView { background: %raised; border: 1px solid %line; outline: none; selection-background-color: %chosen; }
        QSplitter::handle:horizontal { width: 8px; }
        QComboBox::drop-down { border: none; width: 20px; }
        QComboBox::down-arrow { image: url(:/icons/down.svg); width: 12px; height: 12px; }
        QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
        QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
        QScrollBar::handle { background: %line; border-radius: 4px; margin: 1px; }
        QScrollBar::handle:vertical { min-height: 24px; }
        QScrollBar::handle:horizontal { min-width: 24px; }
        QScrollBar::handle:hover { background: %dim; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: none; }
        #play { background: %chosen; border: 1px solid %safe; border-radius: 6px; min-width: 20px; padding: 4px 8px; }
        #play:disabled { background: %raised; border-color: %line; color: %dim; }
        #speed { background: %raised; border: 1px solid %line; border-radius: 6px; padding: 4px 8px; }
        #speed::menu-indicator { image: none; }
        #rail QToolButton { border: none; border-radius: 6px; padding: 8px 4px; color: %dim; }
        #rail QToolButton:checked { background: %raised; color: %text; border-left: 2px solid %safe; }
        #rail QToolButton:focus { border: 1px solid %safe; }
        QRadioButton::indicator, QCheckBox::indicator { width: 12px; height: 12px; border: 1px solid %dim; background: %panel; }
        QRadioButton::indicator { border-radius: 7px; }
        QCheckBox::indicator { border-radius: 3px; }
        QRadioButton::indicator:checked, QCheckBox::indicator:checked { background: %safe; border-color: %safe; }
        QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: %text; }
        QToolButton:checked { background: %raised; border: 1px solid %safe; border-radius: 4px; color: %safe; }
        #heading { color: %dim; font-size: 11px; font-weight: 600; }
        #title { font-size: 22px; font-weight: 600; }
        #key { font-family: "Noto Sans Mono"; border: 1px solid %line; border-radius: 4px; padding: 1px 6px; }
        #jobs { background: %panel; border-left: 1px solid %line; }
        QProgressBar { background: %line; border: none; border-radius: 2px; }
        QProgressBar::chunk { background: %safe; border-radius: 2px; }
        #notices { background: %raised; border-top: 1px solid %line; }
        #notices QToolButton { border: none; padding: 2px; }
        #promises { background: %panel; border-bottom: 1px solid %line; }
        #promises QLabel#who { font-weight: 600; }
    )css")
        .replace(QStringLiteral("%window"), r.window.name())
        .replace(QStringLiteral("%panel"), r.panel.name())
        .replace(QStringLiteral("%raised"), r.raised.name())
        .replace(QStringLiteral("%line"), r.line.name())
        .replace(QStringLiteral("%text"), r.text.name())
        .replace(QStringLiteral("%dim"), r.dim.name())
        .replace(QStringLiteral("%chosen"), chosen_ground(r).name())
        .replace(QStringLiteral("%safe"), r.safe.name());
}

// Widgets that were given a sheet of their own, with a colour of `before` in it, get the one of `now` in its place: who
// writes such a sheet need not think of the other colours.
void recolour_sheets(const Roles& before, const Roles& now) {
    static const QRegularExpression colour(QStringLiteral("#[0-9a-f]{6}\\b"));
    const std::array all{&Roles::window, &Roles::panel, &Roles::raised, &Roles::line, &Roles::text,
                         &Roles::dim,    &Roles::safe,  &Roles::warn,   &Roles::stop, &Roles::info};
    for (auto* widget : QApplication::allWidgets()) {
        const auto sheet = widget->styleSheet();
        QString recoloured;
        qsizetype done = 0;
        for (const auto& match : colour.globalMatch(sheet)) {
            const auto role = std::ranges::find_if(all, [&](auto r) { return (before.*r).name() == match.captured(); });
            if (role == all.end()) continue;
            recoloured += sheet.mid(done, match.capturedStart() - done) + (now.**role).name();
            done = match.capturedEnd();
        }
        if (done > 0) widget->setStyleSheet(recoloured + sheet.mid(done));
    }
}

}  // namespace

const Roles& dark_roles() {
    static const Roles dark{"#14161a", "#1b1e24", "#252a32", "#323842", "#e6e8eb",
                            "#9aa3ad", "#2fb5a0", "#d9a13b", "#d95b5b", "#5a93d9"};
    return dark;
}

const Roles& light_roles() {
    static const Roles light{"#f1f2f4", "#ffffff", "#e7eaee", "#c9ced6", "#1b1e24",
                             "#5b6470", "#0f8a77", "#9a6a00", "#b53030", "#2360a8"};
    return light;
}

void apply(const Roles& chosen, QApplication& application) {
    const auto& before = *std::exchange(applied, &chosen);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    QApplication::setPalette(palette_of(chosen));
    application.setStyleSheet(sheet_of(chosen));
    if (&before != &chosen) recolour_sheets(before, chosen);
}

const Roles& roles() {
    return *applied;
}

}  // namespace counterclip::ui
