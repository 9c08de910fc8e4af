// What becomes of operators after they were added.
#include "archive/rights.h"
#include "archive/state.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

bool is_admin(const Operator& op) {
    return std::find(op.roles.begin(), op.roles.end(), "admin") != op.roles.end();
}

void require_working(const std::string& doing, const Operator& op) {
    if (!op.retired_at.empty())
        throw Error(doing, fmt::format("they retired on {}", op.retired_at.substr(0, 10)), ErrorKind::refused);
}

void require_another_admin(SQLite::Database& db, const std::string& doing) {
    if (number_with_role(db, "admin") < 2)
        throw Error(doing, "they are the last admin; give somebody else the role first", ErrorKind::refused);
}

}  // namespace

void Archive::change_operator(const std::string& code, const std::vector<std::string>& roles, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("change operator {}", code);
    require_roles(doing, roles);
    state_->change(doing, "operator change", by, [&]() -> Deed {
        const auto before = get_operator(code);
        require_working(doing, before);
        if (before.roles == roles) throw Error(doing, "nothing differs from what is stored");
        if (is_admin(before) && std::find(roles.begin(), roles.end(), "admin") == roles.end())
            require_another_admin(db, doing);
        run(db, "UPDATE operators SET roles = ? WHERE code = ?", roles, code);
        return {"operator " + code, {{"roles", roles}, {"roles_before", before.roles}}};
    });
}

void Archive::retire_operator(const std::string& code, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("retire operator {}", code);
    state_->change(doing, "operator retire", by, [&]() -> Deed {
        const auto before = get_operator(code);
        require_working(doing, before);
        if (is_admin(before)) require_another_admin(db, doing);
        run(db, "UPDATE operators SET retired_at = ? WHERE code = ?", utc_now(), code);
        return {"operator " + code, {{"roles", before.roles}}};
    });
}

}  // namespace counterclip::archive
