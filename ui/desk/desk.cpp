#include "ui/desk/desk.h"

#include <algorithm>

#include "core/error.h"

namespace counterclip::ui {

Desk::Desk(QObject* parent) : QObject(parent) {}

void Desk::open(const std::filesystem::path& folder) {
    archive_.emplace(archive::Archive::open(folder));
    interview_.clear();
    sign_out();
    Q_EMIT opened();
}

void Desk::sign_in(const QString& code) {
    const auto who = archive().get_operator(code.toStdString());
    if (!who.retired_at.empty())
        throw Error("sign in as " + who.code, "they retired on " + who.retired_at.substr(0, 10), ErrorKind::refused);
    by_ = code;
    roles_ = who.roles;
    Q_EMIT signed_in();
}

void Desk::sign_out() {
    by_.clear();
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
    Q_EMIT interview_chosen();
}

}  // namespace counterclip::ui
