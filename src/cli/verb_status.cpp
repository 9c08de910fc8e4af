#include <fmt/format.h>

#include "cli/log_words.h"
#include "cli/output.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

std::int64_t sum(const Counts& counts) {
    std::int64_t all = 0;
    for (const auto& [word, count] : counts) all += count;
    return all;
}

// "12 public, 3 research"; what there is none of is left out.
std::string in_words(const Counts& counts) {
    std::string text;
    for (const auto& [word, count] : counts)
        if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, word);
    return text.empty() ? "none" : text;
}

std::int64_t open_gaps(const archive::Overview& o) {
    std::int64_t all = 0;
    for (const auto& g : o.gaps) all += g.gaps;
    return all;
}

std::int64_t overdue(const archive::Overview& o) {
    return std::count_if(o.takedowns.begin(), o.takedowns.end(), [](const auto& t) { return t.overdue; });
}

Json as_json(const Counts& counts) {
    auto json = Json::object();
    for (const auto& [word, count] : counts) json[word] = count;
    return json;
}

void print(const archive::Overview& o) {
    auto takedowns = Json::array();
    for (const auto& t : o.takedowns) takedowns.push_back({{"clip", t.clip}, {"due", t.due}, {"overdue", t.overdue}});
    auto gaps = Json::array();
    for (const auto& g : o.gaps)
        gaps.push_back({{"interview", g.interview}, {"recording", g.position}, {"gaps", g.gaps}});
    print_json(
        {{"interviews", {{"by_consent", as_json(o.interviews_by_consent)}, {"by_kind", as_json(o.interviews_by_kind)}}},
         {"clips", as_json(o.clips_by_stage)},
         {"takedowns", takedowns},
         {"open_gaps", gaps},
         {"purges_waiting", o.purges_waiting},
         {"purges_with_vault_left", o.purges_with_vault_left},
         {"log",
          {{"archive", o.log.archive},
           {"events", o.log.sequence},
           {"last_hash", o.log.hash},
           {"last_at", o.log.at},
           {"checkpoint_at", o.checkpoint_at},
           {"events_since_checkpoint", o.events_since_checkpoint}}}});
}

// The first few of a long list.
constexpr std::size_t shown = 5;

void show_urgent(const archive::Overview& o) {
    for (std::size_t i = 0; i < std::min(o.takedowns.size(), shown); ++i) {
        const auto& t = o.takedowns[i];
        print_line(fmt::format("  {} {}  clip '{}'", t.overdue ? "OVERDUE since" : "due", t.due, t.clip));
    }
    if (o.takedowns.size() > shown) print_line(fmt::format("  ... and {} more", o.takedowns.size() - shown));
}

void show_gaps(const archive::Overview& o) {
    for (std::size_t i = 0; i < std::min(o.gaps.size(), shown); ++i)
        print_line(fmt::format("  {:>5}  {}, recording {}", o.gaps[i].gaps, o.gaps[i].interview, o.gaps[i].position));
    if (o.gaps.size() > shown) print_line(fmt::format("  ... and {} recordings more", o.gaps.size() - shown));
}

std::string checkpoint_in_words(const archive::Overview& o) {
    if (o.checkpoint_at.empty()) return "never signed";
    return fmt::format("signed {}, {} event{} since", o.checkpoint_at, o.events_since_checkpoint,
                       o.events_since_checkpoint == 1 ? "" : "s");
}

// What hurts first, then what waits, then the rest.
void show(const archive::Overview& o) {
    print_line(fmt::format("takedowns   {}", o.takedowns.empty() ? "none"
                                                                 : fmt::format("{} OVERDUE, {} to come", overdue(o),
                                                                               std::ssize(o.takedowns) - overdue(o))));
    show_urgent(o);
    if (o.purges_waiting > 0) print_line(fmt::format("purges      {} waiting", o.purges_waiting));
    if (o.purges_with_vault_left > 0)
        print_line(
            fmt::format("purges      {} LEFT IN THE VAULT: `counterclip purge list` says who, `counterclip purge "
                        "confirm` goes on",
                        o.purges_with_vault_left));
    print_line(fmt::format("clips       {}: {}", sum(o.clips_by_stage), in_words(o.clips_by_stage)));
    print_line(fmt::format("interviews  {}: {}", sum(o.interviews_by_kind), in_words(o.interviews_by_kind)));
    print_line(fmt::format("  consent   {}", in_words(o.interviews_by_consent)));
    print_line(fmt::format("open gaps   {}{}", open_gaps(o),
                           o.gaps.empty() ? "" : fmt::format(" in {} recordings", o.gaps.size())));
    show_gaps(o);
    print_line(fmt::format("log         {} events, the last at {}; {}", o.log.sequence,
                           o.log.at.empty() ? "-" : o.log.at, checkpoint_in_words(o)));
}

}  // namespace

Verb status_verb() {
    return {"status",
            "How far the work is: takedowns, clips by stage, interviews by consent, gaps to look at, the log",
            {"status", "--json status"},
            [](CLI::App&) -> Action {
                return [](Context& context) {
                    const auto overview = context.open().overview(today());
                    context.json() ? print(overview) : show(overview);
                };
            }};
}

}  // namespace counterclip::cli
