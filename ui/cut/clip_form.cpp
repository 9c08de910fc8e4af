#include "ui/cut/clip_form.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>

#include "media/presets.h"

namespace counterclip::ui {

namespace {

// What a field was filled with: what a person left as it was is no edit.
constexpr const char* stored = "stored";

void put(QLineEdit& line, const std::string& text) {
    const auto value = QString::fromStdString(text);
    line.setProperty(stored, value);
    if (!line.hasFocus() || !line.isModified()) line.setText(value);  // never under somebody's fingers
}

}  // namespace

ClipForm::ClipForm(QWidget* parent) : QWidget(parent) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(8, 4, 8, 8);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    title_ = add_line(*form, QStringLiteral("clip_title"), tr("Title"), QStringLiteral("--title"));
    card_ = add_line(*form, QStringLiteral("clip_card"), tr("Title card"), QStringLiteral("--card"));
    lower_third_ =
        add_line(*form, QStringLiteral("clip_lower_third"), tr("Name shown"), QStringLiteral("--lower-third"));
    captions_ = add_choice(*form, QStringLiteral("clip_captions"), tr("Captions"), {});
    language_ = add_choice(*form, QStringLiteral("clip_language"), tr("in"), {});
    voice_way_ = add_choice(*form, QStringLiteral("clip_disguise"), tr("Voice"), QStringLiteral("--disguise"));
    voice_ = add_line(*form, QStringLiteral("clip_voice"), tr("Speaker"), QStringLiteral("--voice"));
    style_ = add_choice(*form, QStringLiteral("clip_style"), tr("Hidden by"), QStringLiteral("--style"));
    tone_ = add_choice(*form, QStringLiteral("clip_tone"), tr("Tint"), QStringLiteral("--tone"));
    purpose_ = add_choice(*form, QStringLiteral("clip_purpose"), tr("Goes to"), QStringLiteral("--purpose"));
    preset_ = add_choice(*form, QStringLiteral("clip_preset"), tr("Made for"), QStringLiteral("--preset"));
    framing_ = add_choice(*form, QStringLiteral("clip_framing"), tr("Frame"), QStringLiteral("--frame"));
    end_card_ = add_line(*form, QStringLiteral("clip_end_card"), tr("Last card"), QStringLiteral("--end-card"));
    voice_->setPlaceholderText(tr("by the language"));
    card_->setPlaceholderText(tr("none"));
    end_card_->setPlaceholderText(tr("none"));

    captions_->addItem(tr("none"), QStringLiteral("none"));
    captions_->addItem(tr("in the picture"), QStringLiteral("burned"));
    captions_->addItem(tr("beside the file"), QStringLiteral("beside"));
    captions_->addItem(tr("inside the file"), QStringLiteral("inside"));
    voice_way_->addItem(tr("as recorded"), QStringLiteral("none"));
    voice_way_->addItem(tr("disguised by lot (weak)"), QStringLiteral("drawn"));
    voice_way_->addItem(tr("a machine speaks the captions"), QStringLiteral("revoice"));
    voice_way_->addItem(tr("dubbed"), QStringLiteral("dub"));
    voice_way_->addItem(tr("silent"), QStringLiteral("silence"));
    fill_treatments();
    for (const auto& preset : media::presets()) {
        preset_->addItem(QString::fromStdString(preset.name), QString::fromStdString(preset.name));
        preset_->setItemData(preset_->count() - 1, QString::fromStdString(preset.description), Qt::ToolTipRole);
    }
    for (auto* box : {captions_, language_}) connect(box, &QComboBox::activated, this, &ClipForm::ask_captions);
}

QLineEdit* ClipForm::add_line(QFormLayout& form, const QString& name, const QString& label, const QString& option) {
    auto* line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(label);
    form.addRow(label, line);
    connect(line, &QLineEdit::editingFinished, this, [this, line, label, option] {
        if (line->text() == line->property(stored).toString()) return;
        line->setProperty(stored, line->text());
        line->setModified(false);
        Q_EMIT change_asked({option, line->text()}, label.toLower());
    });
    return line;
}

QComboBox* ClipForm::add_choice(QFormLayout& form, const QString& name, const QString& label, const QString& option) {
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    form.addRow(label, box);
    if (!option.isEmpty())
        connect(box, &QComboBox::activated, this, [this, box, label, option] {
            const auto value = box->currentData().toString();
            if (value != box->property(stored).toString()) Q_EMIT change_asked({option, value}, label.toLower());
        });
    return box;
}

void ClipForm::fill_treatments() {
    style_->addItem(tr("a veil"), QStringLiteral("veil"));
    style_->addItem(tr("one colour"), QStringLiteral("solid"));
    style_->addItem(tr("coarse blocks"), QStringLiteral("pixelate"));
    style_->addItem(tr("blur"), QStringLiteral("gaussian"));
    tone_->addItem(tr("none"), QStringLiteral("none"));
    tone_->addItem(tr("neutral"), QStringLiteral("neutral"));
    tone_->addItem(tr("warm"), QStringLiteral("warm"));
    tone_->addItem(tr("cool"), QStringLiteral("cool"));
    purpose_->addItem(tr("the public"), QStringLiteral("public"));
    purpose_->addItem(tr("people in training"), QStringLiteral("training"));
    purpose_->addItem(tr("researchers"), QStringLiteral("research"));
    framing_->addItem(tr("as it is made for"), QStringLiteral("preset"));
    framing_->addItem(tr("the part about the person"), QStringLiteral("follow"));
    framing_->addItem(tr("all of it, between bars"), QStringLiteral("fit"));
}

// Captions need a language, so both go in one change.
void ClipForm::ask_captions() {
    const auto mode = captions_->currentData().toString();
    auto language = language_->currentData().toString();
    if (mode != QStringLiteral("none") && language.isEmpty() && language_->count() > 1)
        language = language_->itemData(1).toString();
    QStringList options{QStringLiteral("--captions"), mode};
    if (!language.isEmpty()) options << QStringLiteral("--language") << language;
    Q_EMIT change_asked(options, tr("captions"));
}

void ClipForm::put(QComboBox& box, const std::string& value) {
    const auto word = QString::fromStdString(value);
    if (box.findData(word) < 0) box.addItem(word, word);
    box.setProperty(stored, word);
    box.setCurrentIndex(box.findData(word));
}

void ClipForm::show_clip(const archive::Clip& clip, const QStringList& languages, const QString& pseudonym) {
    ui::put(*title_, clip.title);
    ui::put(*card_, clip.card);
    ui::put(*end_card_, clip.end_card);
    ui::put(*lower_third_, clip.lower_third);
    lower_third_->setPlaceholderText(pseudonym.isEmpty() ? tr("none") : tr("none — proposed: %1").arg(pseudonym));
    auto* proposed = new QCompleter({pseudonym}, lower_third_);
    proposed->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    delete lower_third_->completer();
    lower_third_->setCompleter(proposed);
    ui::put(*voice_, clip.treatments.voice);
    voice_->setEnabled(clip.treatments.disguise == voice::Disguise::revoice);
    language_->clear();
    language_->addItem(tr("no language"), QString());
    for (const auto& language : languages) language_->addItem(language, language);
    put(*language_, clip.language);
    put(*captions_, to_string(clip.captions));
    put(*voice_way_, voice::to_string(clip.treatments.disguise));
    put(*style_, faces::to_string(clip.treatments.style));
    put(*tone_, faces::to_string(clip.treatments.tone));
    put(*purpose_, clip.purpose);
    put(*preset_, clip.preset);
    put(*framing_, to_string(clip.framing));
}

}  // namespace counterclip::ui
