// The codebook in the catalog. As long as nobody changed it there is nothing there, and the study's own holds.
#include <map>
#include <set>

#include "archive/codebook.h"
#include "archive/codebook_rules.h"
#include "archive/state.h"
#include "archive/text_limits.h"

namespace counterclip::archive {

namespace {

std::vector<Code> stored(SQLite::Database& db) {
    std::vector<Code> codes;
    auto row = statement(db, "SELECT tag, parent, description, position, retired_at FROM codebook");
    while (row.executeStep()) {
        Columns c(row);
        Code code;
        code.tag = c.text();
        code.parent = c.text();
        code.description = c.text();
        code.position = c.small();
        code.retired_at = c.text();
        codes.push_back(std::move(code));
    }
    return codes;
}

bool is_same(const Code& a, const Code& b) {
    return a.parent == b.parent && a.description == b.description && a.position == b.position &&
           a.retired_at == b.retired_at;
}

void write(SQLite::Database& db, const Code& code) {
    run(db,
        "INSERT INTO codebook VALUES (?, ?, ?, ?, ?) ON CONFLICT (tag) DO UPDATE SET parent = excluded.parent, "
        "description = excluded.description, position = excluded.position, retired_at = excluded.retired_at",
        code.tag, code.parent, code.description, code.position, code.retired_at);
}

bool is_strict(SQLite::Database& db) {
    return number(db, 0, "SELECT strict_tags FROM identity") != 0;
}

}  // namespace

std::vector<Code> codebook_in(SQLite::Database& db) {
    auto codes = stored(db);
    return codes.empty() ? codebook_of_the_study() : in_tree_order(std::move(codes));
}

void require_tags(SQLite::Database& db, std::string_view doing, const std::vector<std::string>& tags) {
    if (tags.empty()) return;
    const auto codes = codebook_in(db);
    const bool strict = is_strict(db);
    for (const auto& tag : tags) {
        const auto known = std::ranges::find(codes, tag, &Code::tag);
        if (known != codes.end() && !known->retired_at.empty())
            throw Error(doing, fmt::format("the tag '{}' was retired on {}", tag, known->retired_at.substr(0, 10)),
                        ErrorKind::usage);
        if (known != codes.end() || !strict) continue;
        const auto near = nearest_tags(codes, tag);
        throw Error(doing,
                    fmt::format("the tag '{}' is not in the codebook{}; `counterclip codebook list` shows it", tag,
                                near.empty() ? "" : fmt::format(" (near: {})", fmt::join(near, ", "))),
                    ErrorKind::usage);
    }
}

std::vector<Code> Archive::codebook() const {
    return state_->read("read the codebook", [&] { return codebook_in(state_->db); });
}

void Archive::change_codebook(const std::vector<Code>& codes, const std::string& by) {
    auto& db = state_->db;
    for (const auto& code : codes)
        require_text(fmt::format("change the codebook's tag '{}'", code.tag), limit::note, code.description);
    state_->change("change the codebook", "codebook change", by, [&]() -> Deed {
        const auto before = stored(db);
        std::map<std::string, Code> all;
        for (const auto& code : before.empty() ? codebook_of_the_study() : before) all[code.tag] = code;
        int changed = 0;
        std::set<std::string> given;
        for (const auto& code : codes) {
            if (!given.insert(code.tag).second)
                throw Error("change the codebook", fmt::format("the tag '{}' is given twice", code.tag),
                            ErrorKind::usage);
            auto& known = all[code.tag];
            if (known.tag.empty() || !is_same(known, code)) ++changed;
            known = code;
        }
        if (changed == 0) throw Error("change the codebook", "nothing differs", ErrorKind::usage);
        std::vector<Code> tree;
        for (const auto& [tag, code] : all) tree.push_back(code);
        require_tree(tree);
        for (const auto& code : before.empty() ? tree : codes) write(db, code);
        return {"codebook", {{"changed", changed}, {"tags", tree.size()}}};
    });
}

bool Archive::strict_codebook() const {
    return state_->read("read the codebook", [&] { return is_strict(state_->db); });
}

void Archive::set_strict_codebook(bool strict, const std::string& by) {
    auto& db = state_->db;
    state_->change("change the codebook", "codebook change", by, [&]() -> Deed {
        run(db, "UPDATE identity SET strict_tags = ?", strict);
        return {"codebook", {{"strict", strict}}};
    });
}

}  // namespace counterclip::archive
