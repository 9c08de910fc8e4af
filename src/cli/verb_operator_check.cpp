#include <fmt/format.h>

#include "cli/keys.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

void check(Context& context) {
    const auto archive = context.open();
    const auto by = context.by();
    signer_of(archive, by, context);
    const auto op = archive.get_operator(by);
    if (context.json()) return print_json(as_json(op));
    print_line(fmt::format("the key of '{}' opens: {}", op.code, joined(op.roles)));
}

}  // namespace

Verb operator_check_verb() {
    return {"operator check",
            "See whether your signing key is here and your passphrase opens it; changes nothing",
            {"--as amina operator check"},
            [](CLI::App&) -> Action { return [](Context& context) { check(context); }; }};
}

}  // namespace counterclip::cli
