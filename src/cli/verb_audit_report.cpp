#include <fmt/format.h>

#include "cli/gate.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/audit_report.h"
#include "clip/audit_terms.h"
#include "clip/protected_terms.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    std::string to;
    bool archive_edition = false;
};

// The edition that shows everything has no way out of the archive, and only who decides may make it.
fs::path place_of(const archive::Archive& archive, const Arguments& a, const Context& context) {
    if (!a.archive_edition) {
        if (!a.to.empty() && fs::path(a.to).extension() != ".html")
            throw Error("write a report to " + a.to, "name a file that ends in .html", ErrorKind::usage);
        if (!a.to.empty()) return a.to;
        return archive.path(fmt::format("derived/reports/{}.html", a.clip));
    }
    if (!a.to.empty())
        throw Error("write the archive's edition of a report", "it stays in the archive; leave out --to",
                    ErrorKind::usage);
    require_role(archive, context.by(), "auditor");
    return archive.path(fmt::format("derived/reports/{}-archive-only.html", a.clip));
}

// What people wrote may hold a name: masked, but for the edition that stays in the archive.
clip::SafeText safe_text(const archive::Vault* vault, bool archive_edition) {
    if (vault && !archive_edition)
        return [vault](const std::string& text) { return clip::without_terms(text, *vault); };
    return [](const std::string& text) { return text; };
}

// All that a page about the clip could show. A render that was destroyed before has no picture to show.
archive::Shows shown_by(const archive::Archive& archive, const std::string& clip) {
    archive::Shows shows;
    for (const auto& part : archive.clip(clip).parts) shows.recordings.push_back(part.recording);
    for (const auto& render : archive.renders(clip))
        if (render.purged_at.empty()) shows.renders.push_back(render.id);
    return shows;
}

void report(const Arguments& a, Context& context) {
    const auto archive = context.open();
    require_role(archive, context.by(), "");
    auto shows = shown_by(archive, a.clip);
    const auto file = place_of(archive, a, context);
    clip::ReportRequest request;
    request.clip = a.clip;
    request.by = context.by();
    request.archive_edition = a.archive_edition;
    request.facts = facts_of(archive, a.clip, context);
    request.facts.auditor = request.by;
    if (!a.archive_edition && !request.facts.treatments.places_with_protected_terms)
        throw Error(fmt::format("report on clip '{}'", a.clip),
                    "the vault is not open, so names could not be masked; give its passphrase, or ask for the "
                    "--archive-edition",
                    ErrorKind::refused);
    const auto* vault = vault_to_search(archive, context, Asking::yes);
    request.vault = vault;
    request.safe_text = safe_text(vault, a.archive_edition);
    auto page = clip::audit_report(archive, request, context.progress());
    // Codes, tags and what else nobody thought of: the page as a whole goes through the same sieve.
    if (vault && !a.archive_edition) clip::change_texts(page, request.safe_text);
    const auto html = to_html(page);
    if (a.to.empty()) make_private_folder(file.parent_path());
    Staged staged(file);
    staged.write(html, 0600);
    // What the clip showed before its page was made, and what it shows now.
    const auto now = shown_by(archive, a.clip);
    shows.recordings.insert(shows.recordings.end(), now.recordings.begin(), now.recordings.end());
    shows.renders.insert(shows.renders.end(), now.renders.begin(), now.renders.end());
    archive.publish_derived(shows, [&] { staged.commit(Existing::replace); });
    if (context.json()) return print_json({{"clip", a.clip}, {"file", file.string()}, {"bytes", html.size()}});
    print_line(file.string());
}

}  // namespace

Verb audit_report_verb() {
    return {"audit report",
            "Write what an auditor needs to judge a clip as one page: terms, proof, pictures, history",
            {"--as samir audit report courage", "--as samir audit report courage --to courage.html",
             "--as samir audit report courage --archive-edition"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("CLIP", arguments->clip, "The clip; its latest render")->required();
                app.add_option("--to", arguments->to,
                               "The file to write (default: in the archive, derived/reports/CLIP.html)");
                app.add_flag("--archive-edition", arguments->archive_edition,
                             "With the originals' faces and texts as they are; stays in the archive");
                return [arguments](Context& context) { report(*arguments, context); };
            }};
}

}  // namespace counterclip::cli
