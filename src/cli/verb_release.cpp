#include <fmt/format.h>

#include <unistd.h>

#include "cli/clip_arguments.h"
#include "cli/gate.h"
#include "cli/keys.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/caption_files.h"
#include "clip/deeds.h"
#include "clip/protected_terms.h"
#include "core/day.h"
#include "core/hash.h"
#include "core/utf8.h"
#include "media/probe.h"
#include "release/naming.h"
#include "release/package.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    std::string folder;
    std::string destination;
    std::optional<std::string> name;
};

// One name changed makes it so for the whole clip.
bool changes_a_name(const archive::Archive& archive, const archive::Render& render, consent::Use purpose) {
    return std::any_of(render.consent_revisions.begin(), render.consent_revisions.end(), [&](const auto& pinned) {
        return archive.interview(pinned.first).minor ||
               consent::requirements(archive.latest_consent(pinned.first), purpose).change_name;
    });
}

std::map<std::string, std::string> treatments_in_words(const archive::Archive& archive, const archive::Clip& clip,
                                                       const archive::Render& render, const clip::Plan& plan) {
    auto words = clip::deeds_in_words(plan);
    words["voice"] =
        std::ranges::any_of(plan.parts, &clip::PlannedPart::has_sound) ? voice_in_words(clip.treatments) : "no sound";
    if (plan.caption_mode != archive::CaptionMode::none)
        words["captions"] = fmt::format("{}, {}", plan.language, to_string(plan.caption_mode));
    words["name"] = changes_a_name(archive, render, consent::use_from(clip.purpose)) ? "changed"
                    : clip.lower_third.empty()                                       ? "not shown"
                                                                                     : "real";
    return words;
}

// A title card shows nobody, so it is the poster; else what is seen a third of the way in.
Time poster_time(const archive::Clip& clip, Time length) {
    return clip.card.empty() ? length / 3 : std::min(length / 3, Time(std::chrono::seconds(1)));
}

std::vector<std::string> interviews_of(const archive::Clip& clip, const archive::Render& render) {
    std::vector<std::string> codes;
    for (const auto& part : clip.parts) codes.push_back(part.interview);
    for (const auto& [interview, revision] : render.consent_revisions) codes.push_back(interview);
    return codes;
}

// Which interview a clip is from is nobody's business outside: a code found in two places would tie them together.
void require_no_code(const std::string& what, const std::string& text, const std::vector<std::string>& interviews,
                     const std::string& mend) {
    if (release::holds_a_code(text, interviews))
        throw Error(fmt::format("release with the {} '{}'", what, text),
                    "it holds the code of an interview, and the world would see it; " + mend, ErrorKind::usage);
}

// Nobody has to think of it: a clip called after its interview goes out under a number of its own.
std::string default_pattern(const archive::Clip& clip, const std::vector<std::string>& interviews) {
    return release::holds_a_code(clip.code, interviews) ? "clip-{id}" : "{clip}";
}

// What a pattern spells out is searched as the clip's own words were; the error says the kind of term only.
void require_no_terms(const std::string& name, const archive::Archive& archive, const Context& context) {
    const auto* vault = vault_to_search(archive, context, Asking::no);
    if (!vault) return;
    const auto places = clip::places_with_terms({{"the name given with --name", name}}, *vault);
    if (!places.empty())
        throw Error("name the release", fmt::format("there is {}; give another", places.front()), ErrorKind::refused);
}

std::string name_of(const Arguments& a, const archive::Clip& clip, const archive::Render& render, int height) {
    const auto interviews = interviews_of(clip, render);
    const release::NameFields fields{clip.code, a.destination, today(), fmt::format("{}p", height),
                                     render.sha256.substr(0, 12)};
    auto name = release::name_by_pattern(a.name.value_or(default_pattern(clip, interviews)), fields);
    require_no_code("name", name, interviews, "give another with --name");
    return name;
}

release::PackageRequest request_for(const Arguments& a, const archive::Archive& archive, const archive::Clip& clip,
                                    const archive::Render& render, const archive::Approval& approval,
                                    const std::string& by, const release::Signer& key, const Context& context) {
    const auto info = media::probe(archive.path(render.file));
    release::PackageRequest request;
    request.render = archive.path(render.file);
    request.render_sha256 = render.sha256;
    request.title = clip.title;
    request.duration = render.duration;
    request.frames = render.frames;
    request.width = info.video.at(0).width;
    request.height = info.video.at(0).height;
    request.name = name_of(a, clip, render, request.height);
    require_no_terms(request.name, archive, context);
    request.consent_revisions = render.consent_revisions;
    // The gate let it pass, so the plan of now is the plan it was made by.
    const auto plan = clip::make_plan(archive, clip.code, vault_to_search(archive, context, Asking::yes));
    request.treatments = treatments_in_words(archive, clip, render, plan);
    for (auto& captions : clip::caption_files(plan))
        request.extras.push_back({{}, std::move(captions.ending), std::move(captions.bytes)});
    // With the signature: the statement alone could be guessed from a list of interviews.
    request.approval_sha256 = sha256(archive::approval_statement(approval) + approval.signature);
    request.destination = a.destination;
    request.signer = key;
    request.public_key = archive.get_operator(by).public_key;
    request.poster_at = poster_time(clip, render.duration);
    require_no_code("title", clip.title, interviews_of(clip, render), "`counterclip clip change` gives it another");
    return request;
}

// Before the long work, and without a trace: a release that is refused makes no folder.
void require_place(const fs::path& folder) {
    const auto doing = fmt::format("release to {}", folder.string());
    if (first_invalid(folder.string()) != std::string::npos)
        throw Error(doing, "this name is no UTF-8, and the ledger could not hold it; choose another", ErrorKind::usage);
    std::error_code ignored;
    const auto target = fs::absolute(folder).lexically_normal();
    if (fs::exists(fs::symlink_status(target, ignored)))
        throw Error(doing,
                    "it exists already; name a new folder with --to, or another name: --name "
                    "'{clip}-{destination}-{date}'");
    auto there = target.parent_path();
    while (!fs::exists(there, ignored) && there != there.parent_path()) there = there.parent_path();
    if (!fs::is_directory(there, ignored)) throw Error(doing, fmt::format("{} is no folder", there.string()));
    if (::access(there.c_str(), W_OK) != 0) throw Error(doing, fmt::format("you may not write in {}", there.string()));
}

// The same clip goes to several places, and again: where nobody named a folder, "courage-2" stands beside "courage".
fs::path free_place(const fs::path& folder) {
    std::error_code ignored;
    fs::path place = folder;
    for (int n = 2; fs::exists(fs::symlink_status(place, ignored)); ++n)
        place = fmt::format("{}-{}", folder.string(), n);
    return place;
}

// The folders above the one to make.
void make_parents(const fs::path& folder) {
    auto target = fs::absolute(folder).lexically_normal();
    if (!target.has_filename()) target = target.parent_path();
    std::error_code failed;
    fs::create_directories(target.parent_path(), failed);
    if (failed) throw Error(fmt::format("make the folder {}", target.parent_path().string()), failed.message());
}

// Below the archive's releases/ as the archive names its files, so that a moved archive finds it; absolute elsewhere.
std::string as_recorded(const archive::Archive& archive, const fs::path& folder) {
    return folder.parent_path() == archive.path("releases") ? "releases/" + folder.filename().string()
                                                            : folder.string();
}

archive::Release begin(archive::Archive& archive, const release::Package& package, const archive::Render& render,
                       const std::string& destination, const std::string& by) {
    archive::Release release;
    release.render = render.id;
    release.destination = destination;
    release.folder = as_recorded(archive, package.folder());
    release.staging = package.staging().filename().string();
    return archive.begin_release(release, by);
}

// The ledger knows the release before anything of it is on disk, and its manifest before it lies in its place: a kill
// at any instant is made good by the next start (archive/releases_under_way.h).
archive::Release make(archive::Archive& archive, const release::PackageRequest& request, const archive::Render& render,
                      const fs::path& folder, const std::string& by, Progress& progress) {
    release::Package package(folder);
    const auto begun = begin(archive, package, render, request.destination, by);
    bool sealed = false;
    try {
        archive.seal_release(begun.id, package.write(request, progress), by);
        sealed = true;
        package.publish();
    } catch (...) {
        // Sealed and no longer in its hidden folder: it lies in its place, and the next start says so.
        std::error_code ignored;
        if (!sealed || fs::exists(package.staging(), ignored)) archive.fail_release(begun.id, by);
        throw;
    }
    return archive.finish_release(begun.id, by);
}

void release_clip(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "distributor");
    const auto clip = archive.clip(a.clip);
    const auto destination = archive.open_destination(a.destination);
    if (!a.folder.empty()) require_place(a.folder);
    require_whole_log(archive, fmt::format("release clip '{}'", a.clip));
    require_passed(consent::check(facts_of(archive, a.clip, context, facts_of(destination)), consent::Stage::release),
                   fmt::format("release clip '{}'", a.clip), context);
    const auto render = archive.latest_render(a.clip).value();
    const auto approval = archive.latest_approval(render.id).value();

    const auto key = signer_of(archive, by, context);
    const auto request = request_for(a, archive, clip, render, approval, by, key, context);
    const auto folder = !a.folder.empty() ? fs::path(a.folder)
                        : a.name          ? archive.path("releases") / request.name
                                          : free_place(archive.path("releases") / request.name);
    require_place(folder);
    make_parents(folder);
    const auto stored = make(archive, request, render, folder, by, context.progress());
    sign_log(archive, by, key);
    const auto place = archive.path(stored.folder).string();
    if (context.json()) {
        auto json = as_json(stored);
        json["folder"] = place;
        return print_json(json);
    }
    print_line(fmt::format("release {} of clip '{}' for '{}': {}", stored.id, stored.clip, harmless(stored.destination),
                           place));
    context.remark(fmt::format("anyone can check it: counterclip verify-release {}", place));
    context.remark(fmt::format("when it is public: counterclip ledger publish {} --address URL", stored.id));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("CLIP", arguments->clip, "The clip; its latest render is released")->required();
    app.add_option("--destination", arguments->destination,
                   "Who receives it, from `destination list`: consent must reach that far")
        ->required();
    app.add_option("--to", arguments->folder,
                   "The folder to make, with the folders above it; else ARCHIVE/releases/<name>, with a number "
                   "where that is there already");
    app.add_option("--name", arguments->name,
                   "What the files are called: {clip}, {destination}, {date}, {size}, {id} and plain letters; '{clip}' "
                   "where nothing is said, or 'clip-{id}' where that would tell the interview's code");
    return [arguments](Context& context) { release_clip(*arguments, context); };
}

}  // namespace

Verb release_verb() {
    return {"release",
            "Write the approved render as a signed package for a destination, and note it in the ledger",
            {"--as lina release courage --destination web",
             "--as lina release courage --destination lab --to /media/stick/courage --name '{clip}-{date}'"},
            [](CLI::App& app) { return declare(app); }};
}

}  // namespace counterclip::cli
