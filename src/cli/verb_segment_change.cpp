// Segments once more: changed, taken back, brought back.
#include <fmt/format.h>

#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/segment_words.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::int64_t id = 0;
    std::optional<Time> in;
    std::optional<Time> out;
    std::vector<std::string> tags;
    std::vector<std::string> no_tags;
    std::optional<std::string> note;
    std::optional<bool> incriminating;
    std::optional<bool> identifying;
    std::optional<bool> third_party;
    std::optional<bool> distress;
    std::string reason;
};

template <class T>
void set(const std::optional<T>& given, T& target) {
    if (given) target = *given;
}

void change_tags(const Arguments& a, archive::Segment& s) {
    for (const auto& tag : a.no_tags) {
        if (std::ranges::find(s.tags, tag) == s.tags.end())
            throw Error(fmt::format("change segment {}", s.id), fmt::format("it does not bear the tag '{}'", tag),
                        ErrorKind::usage);
        std::erase(s.tags, tag);
    }
    for (const auto& tag : a.tags)
        if (std::ranges::find(s.tags, tag) == s.tags.end()) s.tags.push_back(tag);
}

// What is not named stays.
void apply(const Arguments& a, archive::Segment& s) {
    s.range = range_of(a.in.value_or(s.range.in), a.out.value_or(s.range.out));
    change_tags(a, s);
    set(a.note, s.note);
    set(a.incriminating, s.incriminating);
    set(a.identifying, s.identifying);
    set(a.third_party, s.third_party);
    set(a.distress, s.distress);
}

// Whatever these flags took out of clips is in them again where the segment no longer reaches.
void remark_on_shown_again(const archive::Segment& before, const archive::Segment* after, const Context& context) {
    const auto lost = [&](bool was, bool is) {
        return was && (!after || !is || !contains(after->range, before.range));
    };
    if (lost(before.identifying, after && after->identifying) ||
        lost(before.incriminating, after && after->incriminating))
        context.remark(
            "what it took out of clips they show again; their renders are stale, and somebody else must approve "
            "them");
}

void change(const Arguments& a, Context& context) {
    auto archive = context.open();
    auto segment = archive.segment(a.id);
    apply(a, segment);
    require_within(archive.recording(segment.recording), segment.range);
    const auto before = archive.change_segment(segment, context.by());
    const auto now = archive.segment(a.id);
    remark_on_tags(archive, a.tags, context);
    remark_on_shown_again(before, &now, context);
    if (context.json()) {
        auto json = as_json(now);
        json["before"] = as_json(before);
        return print_json(json);
    }
    print_line(fmt::format("changed segment {} of '{}': {}", now.id, now.interview, format_range(now.range)));
}

void remove(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive.remove_segment(a.id, a.reason, context.by());
    const auto segment = archive.segment(a.id);
    remark_on_shown_again(segment, nullptr, context);
    if (context.json()) return print_json(as_json(segment));
    print_line(fmt::format("removed segment {} of '{}'; it stays on record", segment.id, segment.interview));
}

void restore(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive.restore_segment(a.id, context.by());
    const auto segment = archive.segment(a.id);
    if (context.json()) return print_json(as_json(segment));
    print_line(
        fmt::format("segment {} of '{}' holds again: {}", segment.id, segment.interview, format_range(segment.range)));
}

std::shared_ptr<Arguments> declare_id(CLI::App& app) {
    auto a = std::make_shared<Arguments>();
    app.add_option("ID", a->id, "Its number, from `segment list`")->required();
    return a;
}

using Act = void (*)(const Arguments&, Context&);

Action action(std::shared_ptr<Arguments> a, Act act) {
    return [a = std::move(a), act](Context& context) { act(*a, context); };
}

Action declare_change(CLI::App& app) {
    auto arguments = declare_id(app);
    auto& a = *arguments;
    add_time(app, "--in", a.in, "The first instant");
    add_time(app, "--out", a.out, "The first instant after it");
    app.add_option("--tag", a.tags, "Bears this tag too; may be given several times")->allow_extra_args(false);
    app.add_option("--untag", a.no_tags, "Bears this tag no more; may be given several times")->allow_extra_args(false);
    add_read_option(
        app, "--note", a.note, [](const std::string& text) { return text; },
        "For colleagues, instead of the one before; '' for none");
    add_yes_no(app, "incriminating", a.incriminating, "It could be used against somebody", "It could not");
    add_yes_no(app, "identifying", a.identifying, "It tells who is speaking", "It does not");
    add_yes_no(app, "third-party", a.third_party, "It tells of somebody who was not asked", "It does not");
    add_yes_no(app, "distress", a.distress, "The speaker is in distress", "They are not");
    return action(std::move(arguments), change);
}

}  // namespace

Verb segment_change_verb() {
    return {"segment change",
            "Change what is named of a segment; the rest stays",
            {"segment change 3 --in 0:12:28.000 --tag prison --untag doubt", "segment change 3 --no-identifying"},
            declare_change};
}

Verb segment_remove_verb() {
    return {"segment remove",
            "Take a segment back; it stays on record, and its tags and flags count for nothing",
            {"segment remove 3 --reason 'marked twice'"},
            [](CLI::App& app) {
                auto a = declare_id(app);
                app.add_option("--reason", a->reason, "Why, in a sentence without names");
                return action(std::move(a), remove);
            }};
}

Verb segment_restore_verb() {
    return {"segment restore", "Bring a removed segment back as it was", {"segment restore 3"}, [](CLI::App& app) {
                return action(declare_id(app), restore);
            }};
}

}  // namespace counterclip::cli
