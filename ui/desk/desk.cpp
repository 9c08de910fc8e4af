#include "ui/desk/desk.h"

#include <algorithm>

#include "core/error.h"

namespace counterclip::ui {

Desk::Desk(QObject* parent) : QObject(parent) {
    watch_.setInterval(1'000);
    connect(&watch_, &QTimer::timeout, this, &Desk::look_for_changes);
}

void Desk::take(archive::Archive archive) {
    archive_.reset();  // one after another: two in one place would be one
    archive_.emplace(std::move(archive));
    interview_.clear();
    clip_.clear();
    recording_ = 1;
    seen_ = archive_->log_head().sequence;
    sign_out();
    watch_.start();
    Q_EMIT opened();
}

void Desk::sign_in(Identity identity) {
    const auto who = archive().get_operator(identity.by.toStdString());
    if (!who.retired_at.empty())
        throw Error("sign in as " + who.code, "they retired on " + who.retired_at.substr(0, 10), ErrorKind::refused);
    identity_ = std::move(identity);
    roles_ = who.roles;
    Q_EMIT signed_in();
}

void Desk::sign_out() {
    identity_ = {};
    roles_.clear();
    Q_EMIT signed_in();
}

bool Desk::has_role(const QString& role) const {
    const auto has = [&](const std::string& word) {
        return std::find(roles_.begin(), roles_.end(), word) != roles_.end();
    };
    return has("admin") || has(role.toStdString());
}

void Desk::choose_interview(const QString& code) {
    if (code == interview_) return;
    interview_ = code;
    recording_ = 1;
    Q_EMIT interview_chosen();
    Q_EMIT recording_chosen();
}

void Desk::choose_recording(int position) {
    if (position == recording_) return;
    recording_ = position;
    Q_EMIT recording_chosen();
}

std::optional<archive::Recording> Desk::chosen_recording() const {
    if (!archive_ || interview_.isEmpty()) return std::nullopt;
    for (auto& recording : archive_->recordings(interview_.toStdString()))
        if (recording.position == recording_) return recording;
    return std::nullopt;
}

void Desk::choose_clip(const QString& code) {
    if (code == clip_) return;
    const auto clip = code.isEmpty() ? archive::Clip{} : archive().clip(code.toStdString());
    clip_ = code;
    if (!code.isEmpty()) {
        if (!clip.parts.empty()) {
            const auto recording = archive().recording(clip.parts.front().recording);
            choose_interview(QString::fromStdString(recording.interview));
            choose_recording(recording.position);
        }
    }
    Q_EMIT clip_chosen();
}

void Desk::refresh() {
    if (!archive_) return;
    try {
        seen_ = archive_->log_head().sequence;
        leave_discarded_clip();
    } catch (const Error& error) {
        return say(Tone::trouble, QString::fromStdString(error.what()));
    }
    Q_EMIT changed();
}

// Here by undo, or elsewhere.
void Desk::leave_discarded_clip() {
    if (clip_.isEmpty() || archive().clip_on_record(clip_.toStdString()).discarded_by.empty()) return;
    choose_clip({});
}

// A disk that went away is told once, not every second.
void Desk::look_for_changes() {
    try {
        if (archive_ && archive_->log_head().sequence != seen_) refresh();
    } catch (const Error& error) {
        watch_.stop();
        say(Tone::trouble,
            tr("%1 — open the archive again when it is back.").arg(QString::fromStdString(error.what())));
    }
}

}  // namespace counterclip::ui
