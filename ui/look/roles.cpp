#include "ui/look/roles.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

namespace counterclip::ui {

namespace {

const Roles* applied = &dark_roles();

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
    p.setColor(QPalette::Highlight, r.safe.darker(180));
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
        QPushButton:default { background: %safedark; border-color: %safe; }
        QTableView { background: %panel; border: 1px solid %line; gridline-color: %line; }
        QHeaderView::section { background: %window; color: %dim; border: none; border-bottom: 1px solid %line; padding: 4px 8px; }
        QStatusBar { color: %dim; }
        QLabel#heading { color: %dim; font-size: 11px; font-weight: 600; }
        QTabBar::tab { color: %dim; padding: 4px 12px; border: none; }
        QTabBar::tab:selected { color: %text; border-bottom: 2px solid %safe; }
        QTabWidget::pane { border: none; }
        QListView { background: %panel; border: none; }
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
        #notices QToolButton { border: none; padding: 4px; }
        #promises { background: %panel; border-bottom: 1px solid %line; }
        #promises QLabel#who { font-weight: 600; }
    )css")
        .replace(QStringLiteral("%window"), r.window.name())
        .replace(QStringLiteral("%panel"), r.panel.name())
        .replace(QStringLiteral("%raised"), r.raised.name())
        .replace(QStringLiteral("%line"), r.line.name())
        .replace(QStringLiteral("%text"), r.text.name())
        .replace(QStringLiteral("%dim"), r.dim.name())
        .replace(QStringLiteral("%safedark"), r.safe.darker(200).name())
        .replace(QStringLiteral("%safe"), r.safe.name());
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
    applied = &chosen;
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    QApplication::setPalette(palette_of(chosen));
    application.setStyleSheet(sheet_of(chosen));
}

const Roles& roles() {
    return *applied;
}

}  // namespace counterclip::ui
