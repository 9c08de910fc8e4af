// `clip list` and `interview list`: what there is and how far it has come.
#include <fmt/format.h>

#include "cli/lines_json.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

// People read the first screens; a program that asks for JSON gets all unless it says otherwise.
constexpr std::int64_t lines_for_people = 200;

template <class Filter>
Filter limited(Filter filter, const Context& context) {
    if (filter.limit < 0 && !context.json()) filter.limit = lines_for_people;
    return filter;
}

template <class Line>
Json page_as_json(const archive::Page<Line>& page) {
    auto list = Json::array();
    for (const auto& line : page.lines) list.push_back(as_json(line));
    return list;
}

template <class Line>
void tell_rest(const archive::Page<Line>& page, std::int64_t offset, const Context& context) {
    const auto shown = std::ssize(page.lines);
    if (shown == page.total) return;
    context.remark(fmt::format("{} of {}, from number {}; --limit and --offset show others, filters fewer", shown,
                               page.total, offset + 1));
}

std::string stage_in_words(const archive::ClipLine& l) {
    if (l.stage == "draft") return "not rendered";
    if (l.stage == "rendered") return "rendered, not verified";
    if (l.stage == "verified") return l.problems > 0 ? "rendered, problems found" : "rendered, waits for an auditor";
    if (l.stage == "second approval") return fmt::format("approved by {} of {}", l.approvers, l.approvers_due);
    // The archive knows that a recording changed, not whether the clip is made otherwise now: the gate compares the
    // plans.
    if (l.stage == "stale" && l.stale == 2) return "changed since: see clip check";
    return l.stage;
}

void list_clips(const archive::ClipFilter& asked, Context& context) {
    const auto filter = limited(asked, context);
    const auto page = context.open().clip_lines(filter, today());
    if (context.json()) return print_json(page_as_json(page));
    Table table{{"CODE", "LENGTH", "PARTS", "TITLE", "STATE"}, {}};
    for (const auto& l : page.lines)
        table.rows.push_back({l.code, format_time(l.length), fmt::format("{}", l.parts), l.title, stage_in_words(l)});
    print_table(table, "no clips; `counterclip clip new CODE --segment ID` makes one");
    tell_rest(page, filter.offset, context);
}

void list_discarded(Context& context) {
    const auto clips = context.open().discarded_clips();
    if (context.json()) return print_json(list_as_json(clips));
    Table table{{"CODE", "DISCARDED", "BY", "REASON", "TITLE"}, {}};
    for (const auto& c : clips)
        table.rows.push_back({c.code, c.discarded_at.substr(0, 10), c.discarded_by, c.discarded_reason, c.title});
    print_table(table, "no clip is discarded");
}

std::string consent_in_words(const archive::InterviewLine& l) {
    if (l.revision == 0) return "none recorded";
    if (l.consent == "withdrawn") return "WITHDRAWN";
    if (l.consent == "expired") return "EXPIRED " + l.until;
    return l.until.empty() ? l.consent : fmt::format("{} until {}", l.consent, l.until);
}

void list_interviews(const archive::InterviewFilter& asked, Context& context) {
    const auto filter = limited(asked, context);
    const auto page = context.open().interview_lines(filter, today());
    if (context.json()) return print_json(page_as_json(page));
    Table table{{"CODE", "KIND", "DATE", "PSEUDONYM", "RECORDINGS", "CLIPS", "CONSENT"}, {}};
    for (const auto& l : page.lines)
        table.rows.push_back({l.code, l.kind, l.date, l.pseudonym,
                              l.kind == "none" ? "none held" : fmt::format("{}", l.recordings),
                              fmt::format("{}", l.clips), consent_in_words(l)});
    print_table(table, "no interviews; `counterclip interview add CODE` adds one");
    tell_rest(page, filter.offset, context);
}

template <class Filter>
void declare_page(CLI::App& app, Filter& f) {
    app.add_option("--tag", f.tag, "With this tag on a segment");
    app.add_option("--text", f.text, "With this in the code, title or pseudonym");
    app.add_option("--limit", f.limit, "How many (default: 200; all with --json)")->check(CLI::PositiveNumber);
    app.add_option("--offset", f.offset, "How many to leave out at the start")->check(CLI::NonNegativeNumber);
}

}  // namespace

Verb clip_list_verb() {
    return {
        "clip list",
        "List the clips and how far each has come",
        {"clip list", "clip list --state stale", "--json clip list --consent withdrawn --tag courage",
         "clip list --discarded"},
        [](CLI::App& app) -> Action {
            auto f = std::make_shared<archive::ClipFilter>();
            auto discarded = std::make_shared<bool>(false);
            app.add_option("--state", f->stage,
                           "draft, rendered, verified, 'second approval', approved, refused, released, stale, "
                           "expired or withdrawn");
            app.add_option("--consent", f->consent,
                           "Of an interview whose consent is none, research, training, public, expired or "
                           "withdrawn");
            app.add_option("--interview", f->interview, "With a part of this interview");
            declare_page(app, *f);
            const auto filters = app.get_options([](const CLI::Option* o) { return !o->check_lname("help"); });
            auto* all =
                app.add_flag("--discarded", *discarded, "Instead: those that were discarded, by whom, when and why");
            for (auto* filter : filters) all->excludes(filter);
            return [f, discarded](Context& context) { *discarded ? list_discarded(context) : list_clips(*f, context); };
        }};
}

Verb interview_list_verb() {
    return {"interview list",
            "List the interviews and what their subjects allow",
            {"interview list", "interview list --consent public --tag courage", "--json interview list --kind audio"},
            [](CLI::App& app) -> Action {
                auto f = std::make_shared<archive::InterviewFilter>();
                app.add_option("--consent", f->consent, "none, research, training, public, expired or withdrawn");
                app.add_option("--kind", f->kind, "video, audio or none");
                app.add_option("--language", f->language, "Held in it: ar finds ar-SY too");
                app.add_option("--stage", f->stage,
                               "With a clip that is draft, rendered, verified, 'second approval', approved, refused, "
                               "released, stale, expired or withdrawn");
                declare_page(app, *f);
                return [f](Context& context) { list_interviews(*f, context); };
            }};
}

}  // namespace counterclip::cli
