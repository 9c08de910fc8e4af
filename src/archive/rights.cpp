#include "archive/rights.h"

#include <array>

#include <fmt/format.h>

#include "archive/sql.h"
#include "core/error.h"

namespace counterclip::archive {

namespace {

// Empty = any operator. What makes things safer (a withdrawal, a takedown order) anyone may do.
struct Need {
    std::string_view verb;
    std::string_view role;
};
constexpr std::array needs{
    Need{"operator add", "admin"},
    Need{"operator change", "admin"},
    Need{"operator retire", "admin"},
    Need{"operator passphrase", ""},
    Need{"vault init", "admin"},
    Need{"vault passphrase", "admin"},
    Need{"vault restore", "admin"},
    Need{"vault change", "editor"},
    Need{"vault forget", "editor"},
    Need{"vault show", "editor"},
    Need{"vault check", ""},
    Need{"vault purge", "auditor"},  // as the purge it belongs to
    Need{"interview add", "editor"},
    Need{"interview change", "editor"},
    Need{"import", "editor"},
    Need{"dub import", "editor"},
    Need{"consent set", "editor"},
    Need{"consent withdraw", ""},
    Need{"segment add", "editor"},
    Need{"segment change", "editor"},
    Need{"segment remove", "editor"},
    Need{"segment restore", "editor"},
    Need{"transcript add", "editor"},
    Need{"transcript revert", "editor"},
    Need{"transcript export", "editor"},
    Need{"redact add", "editor"},
    Need{"redact remove", "editor"},
    Need{"redact restore", "editor"},
    Need{"codebook change", "editor"},
    Need{"names show", "auditor"},
    Need{"faces analyze", "editor"},
    Need{"faces label", "editor"},
    Need{"faces show-face", "editor"},
    Need{"faces undo", "editor"},
    Need{"faces resolve", "editor"},
    Need{"faces reopen", "editor"},
    Need{"faces merge", "editor"},
    Need{"faces split", "editor"},
    Need{"faces extend", "editor"},
    Need{"faces delete", "editor"},
    Need{"faces region add", "editor"},
    Need{"faces region remove", "editor"},
    Need{"faces region restore", "editor"},
    Need{"clip new", "editor"},
    Need{"clip change", "editor"},
    Need{"clip revert", "editor"},
    Need{"clip discard", "editor"},
    Need{"clip restore", "editor"},
    Need{"render", "editor"},
    Need{"verify", ""},
    Need{"approve", "auditor"},
    Need{"refuse", "auditor"},
    Need{"destination add", "distributor"},
    Need{"destination change", "distributor"},
    Need{"destination close", "distributor"},
    Need{"release begin", "distributor"},
    Need{"release seal", "distributor"},
    Need{"release", "distributor"},
    Need{"release failed", ""},  // by whoever began it; the next start tidies in their name
    Need{"publish", "distributor"},
    Need{"reach", "distributor"},
    Need{"takedown order", ""},
    Need{"takedown done", "distributor"},
    Need{"purge ask", ""},
    Need{"purge confirm", "auditor"},
    Need{"purge done", ""},
    Need{"log checkpoint", ""},
};

// A verb without a row was forgotten here: nobody may do it until somebody decides who.
std::string_view role_for(std::string_view doing, std::string_view verb) {
    for (const auto& need : needs)
        if (need.verb == verb) return need.role;
    throw Error(doing, fmt::format("nothing says who may do '{}', so nobody may: a fault of counterclip", verb),
                ErrorKind::refused);
}

// A small team may work without an admin; once there is one, only admins do these.
constexpr std::array without_admin{"operator add", "vault init", "vault passphrase", "vault restore"};

bool may_without_admin(std::string_view verb) {
    return std::find(without_admin.begin(), without_admin.end(), verb) != without_admin.end();
}

}  // namespace

const std::vector<std::string>& known_roles() {
    static const std::vector<std::string> roles{"editor", "auditor", "distributor", "admin"};
    return roles;
}

void require_roles(std::string_view doing, const std::vector<std::string>& roles) {
    const auto& known = known_roles();
    for (const auto& role : roles)
        if (std::find(known.begin(), known.end(), role) == known.end())
            throw Error(doing, fmt::format("role '{}' is not one of editor, auditor, distributor, admin", role),
                        ErrorKind::usage);
}

std::int64_t number_with_role(SQLite::Database& db, const std::string& role) {
    return number(
        db, 0, "SELECT count(*) FROM operators, json_each(roles) WHERE json_each.value = ? AND retired_at = ''", role);
}

void require_right(SQLite::Database& db, std::string_view doing, std::string_view verb, const std::string& by) {
    const bool no_operators = number(db, 0, "SELECT count(*) FROM operators") == 0;
    if (no_operators && verb == "operator add") return;
    if (no_operators)
        throw Error(doing, "the archive has no operator yet; add the first with `counterclip operator add`",
                    ErrorKind::refused);

    auto row = statement(db, "SELECT roles, retired_at FROM operators WHERE code = ?", by);
    if (!row.executeStep())
        throw Error(doing, fmt::format("'{}' is no operator of this archive; `counterclip operator add` makes one", by),
                    ErrorKind::refused);
    Columns columns(row);
    const auto roles = columns.texts();
    if (const auto retired = columns.text(); !retired.empty())
        throw Error(doing, fmt::format("operator {} retired on {}", by, retired.substr(0, 10)), ErrorKind::refused);
    const auto has = [&](std::string_view role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };

    const auto role = role_for(doing, verb);
    if (role.empty() || has("admin") || has(role)) return;
    if (may_without_admin(verb) && number_with_role(db, "admin") == 0) return;
    throw Error(doing, fmt::format("operator {} lacks the role {}; ask one who has it", by, role), ErrorKind::refused);
}

}  // namespace counterclip::archive
