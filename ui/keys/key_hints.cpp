#include "ui/keys/key_hints.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/look/flow_layout.h"

namespace counterclip::ui {

KeyHints::KeyHints(QWidget* parent) : QWidget(parent) {
    auto* words = new FlowLayout(this);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(8);
}

void KeyHints::add(QAction& action, const QString& word) {
    auto* hint = new QWidget(this);
    auto* key = new QLabel(hint);
    key->setObjectName(QStringLiteral("key"));
    auto* row = new QHBoxLayout(hint);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(key);
    row->addWidget(new QLabel(word, hint));
    hint->setToolTip(action.text());
    const auto read = [hint, key, &action] {
        key->setText(action.shortcut().toString(QKeySequence::NativeText));
        hint->setVisible(!action.shortcut().isEmpty());
    };
    connect(&action, &QAction::changed, hint, read);
    layout()->addWidget(hint);
    read();
}

}  // namespace counterclip::ui
