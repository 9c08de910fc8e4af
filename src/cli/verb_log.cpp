#include <fmt/format.h>

#include "archive/log_file.h"
#include "cli/keys.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/day.h"
#include "release/minisign.h"

namespace counterclip::cli {

namespace {

void show(const archive::EventFilter& filter, Context& context) {
    const auto events = context.open().events(filter);
    if (context.json()) return print_json(list_as_json(events));
    Table table{{"NO", "AT", "BY", "WHAT", "OBJECT"}, {}};
    for (const auto& e : events) table.rows.push_back({fmt::format("{}", e.sequence), e.at, e.by, e.verb, e.object});
    print_table(table, "nothing was done yet, or nothing of that");
}

struct VerifyArguments {
    std::string expected;
    std::string file;
    std::string key;
};

// A log from which the newest events were cut off is whole in itself; only a hash kept elsewhere shows it.
std::optional<archive::LogFault> missing(const archive::Archive& archive, const std::string& expected) {
    if (expected.empty()) return std::nullopt;
    const auto events = archive.events();
    const auto found = std::any_of(events.begin(), events.end(), [&](const auto& e) { return e.hash == expected; });
    if (found) return std::nullopt;
    return archive::LogFault{static_cast<std::int64_t>(events.size()) + 1,
                             "the event with the expected hash is not there"};
}

void answer(const archive::LogHead& head, std::int64_t checkpoints, const std::optional<archive::LogFault>& fault,
            const std::string& advice, const Context& context) {
    const auto last = head.sequence == 0 ? std::string() : head.hash;
    if (context.json()) {
        Json json{{"archive", head.archive},
                  {"events", head.sequence},
                  {"last_hash", last},
                  {"checkpoints", checkpoints},
                  {"good", !fault}};
        if (fault) json["fault"] = {{"sequence", fault->sequence}, {"what", fault->what}};
        print_json(json);
    }
    if (fault) throw Error("verify the log", fmt::format("event {}: {}; {}", fault->sequence, fault->what, advice));
    if (context.json()) return;
    print_line(fmt::format("good: {} event{} in an unbroken chain, {} signed checkpoint{}", head.sequence,
                           head.sequence == 1 ? "" : "s", checkpoints, checkpoints == 1 ? "" : "s"));
    if (!last.empty()) print_line(fmt::format("last hash: {}", last));
}

void verify_file(const VerifyArguments& a, Context& context) {
    const auto found = archive::check_log_file(a.file, release::verify, public_key_from(a.key));
    answer(found.head, found.checkpoints, found.fault, "do not trust this file", context);
}

void verify(const VerifyArguments& a, Context& context) {
    if (!a.file.empty()) return verify_file(a, context);
    const auto archive = context.open();
    auto fault = fault_in_log(archive, public_key_from(a.key));
    if (!fault) fault = missing(archive, a.expected);
    answer(archive.log_head(), static_cast<std::int64_t>(archive.checkpoints().size()), fault,
           "compare with a copy of the archive", context);
}

void checkpoint(Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    // Nobody signs what they can see is broken.
    if (const auto fault = fault_in_log(archive))
        throw Error("sign the log", fmt::format("event {}: {}", fault->sequence, fault->what), ErrorKind::refused);
    const auto signed_now = sign_log(archive, by, signer_of(archive, by, context));
    if (context.json())
        return print_json({{"archive", archive.log_head().archive},
                           {"sequence", signed_now.sequence},
                           {"hash", signed_now.hash},
                           {"by", signed_now.by},
                           {"at", signed_now.at},
                           {"signature", signed_now.signature}});
    print_line(fmt::format("signed the log up to event {}, hash {}", signed_now.sequence, signed_now.hash));
}

void write_file(const std::string& file, Context& context) {
    const auto archive = context.open();
    archive.export_log(file, context.progress());
    const auto head = archive.log_head();
    if (context.json()) return print_json({{"file", file}, {"events", head.sequence}, {"last_hash", head.hash}});
    print_line(fmt::format("{}: {} events, last hash {}", harmless(file), head.sequence, head.hash));
    context.remark(fmt::format("an auditor checks it with: counterclip log verify --file {} --key PUBLIC-KEY", file));
}

}  // namespace

Verb log_show_verb() {
    return {"log show",
            "List every change, who made it and when",
            {"log show --last 20", "log show --object BTIB-0042 --since 2026-11-01", "--json log show --verb approve"},
            [](CLI::App& app) -> Action {
                auto filter = std::make_shared<archive::EventFilter>();
                app.add_option("--object", filter->object,
                               "What was changed: 'interview BTIB-0042', or its code alone");
                app.add_option("--by", filter->by, "Who did it");
                app.add_option("--verb", filter->verb, "What was done: 'approve', 'faces label', or a group: 'faces'");
                app.add_option("--since", filter->since, "From that day or time on, in UTC: 2026-11-24");
                app.add_option("--last", filter->last, "The newest so many only")->check(CLI::PositiveNumber);
                return [filter](Context& context) {
                    if (!filter->since.empty()) require_day("show the log", filter->since.substr(0, 10));
                    show(*filter, context);
                };
            }};
}

Verb log_verify_verb() {
    return {"log verify",
            "Check that no event and no record was edited, removed or added behind the log's back",
            {"log verify", "log verify --expect 3f1c...", "log verify --file log.jsonl --key samir.pub"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<VerifyArguments>();
                auto* expected =
                    app.add_option("--expect", a->expected, "A hash noted earlier: its event must still be there");
                app.add_option("--file", a->file, "An exported log instead of the archive's")->excludes(expected);
                app.add_option("--key", a->key,
                               "An operator's public key you got another way: a checkpoint must be signed with it");
                return [a](Context& context) { verify(*a, context); };
            }};
}

Verb log_checkpoint_verb() {
    return {"log checkpoint",
            "Sign the log as it is now; who rewrites it later cannot sign it anew",
            {"--as samir log checkpoint"},
            [](CLI::App&) -> Action { return checkpoint; }};
}

Verb log_export_verb() {
    return {"log export",
            "Write the log with its checkpoints and the operators' public keys into a file, for an auditor outside",
            {"log export log.jsonl"},
            [](CLI::App& app) -> Action {
                auto file = std::make_shared<std::string>();
                app.add_option("FILE", *file, "The file to write; replaced when it is there")->required();
                return [file](Context& context) { write_file(*file, context); };
            }};
}

}  // namespace counterclip::cli
