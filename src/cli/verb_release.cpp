#include <fmt/format.h>

#include <unistd.h>

#include "cli/clip_arguments.h"
#include "cli/gate.h"
#include "cli/keys.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/hash.h"
#include "media/probe.h"
#include "release/package.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    std::string folder;
    std::string destination;
};

// One name changed makes it so for the whole clip.
bool changes_a_name(const archive::Archive& archive, const archive::Render& render) {
    return std::any_of(render.consent_revisions.begin(), render.consent_revisions.end(), [&](const auto& pinned) {
        return consent::requirements(archive.latest_consent(pinned.first)).change_name;
    });
}

std::map<std::string, std::string> treatments_in_words(const archive::Archive& archive, const archive::Clip& clip,
                                                       const archive::Render& render) {
    const auto& t = clip.treatments;
    return {{"face", t.hide_faces ? to_string(t.style) : "shown"},
            {"voice", voice_in_words(t)},
            {"name", changes_a_name(archive, render) ? "changed" : "real"}};
}

// A title card shows nobody, so it is the poster; else what is seen a third of the way in.
Time poster_time(const archive::Clip& clip, Time length) {
    return clip.card.empty() ? length / 3 : std::min(length / 3, Time(std::chrono::seconds(1)));
}

release::PackageRequest request_for(const archive::Archive& archive, const archive::Clip& clip,
                                    const archive::Render& render, const archive::Approval& approval,
                                    const std::string& destination, const std::string& by, const SigningKey& key) {
    const auto info = media::probe(archive.path(render.file));
    release::PackageRequest request;
    request.render = archive.path(render.file);
    request.render_sha256 = render.sha256;
    request.clip = clip.code;
    request.title = clip.title;
    request.duration = render.duration;
    request.frames = render.frames;
    request.width = info.video.at(0).width;
    request.height = info.video.at(0).height;
    request.consent_revisions = render.consent_revisions;
    request.treatments = treatments_in_words(archive, clip, render);
    // With the signature: the statement alone could be guessed from a list of interviews.
    request.approval_sha256 = sha256(archive::approval_statement(approval) + approval.signature);
    request.destination = destination;
    request.secret_key = key.secret_key;
    request.passphrase = key.passphrase.view();
    request.public_key = archive.get_operator(by).public_key;
    request.poster_at = poster_time(clip, render.duration);
    return request;
}

archive::Release record(archive::Archive& archive, const archive::Render& render, const fs::path& folder,
                        const std::string& destination, const std::string& by) {
    archive::Release release;
    release.render = render.id;
    release.clip = render.clip;
    release.folder = folder.string();
    release.destination = destination;
    release.sha256 = render.sha256;
    try {
        return archive.add_release(release, by);
    } catch (...) {
        // A package that the ledger does not know could never be taken down.
        std::error_code ignored;
        fs::remove_all(folder, ignored);
        throw;
    }
}

// Before the long work, and without a trace: a release that is refused makes no folder.
void require_place(const fs::path& folder) {
    const auto doing = fmt::format("release to {}", folder.string());
    std::error_code ignored;
    const auto target = fs::absolute(folder).lexically_normal();
    if (fs::exists(fs::symlink_status(target, ignored))) throw Error(doing, "it exists already; name a new folder");
    auto there = target.parent_path();
    while (!fs::exists(there, ignored) && there != there.parent_path()) there = there.parent_path();
    if (!fs::is_directory(there, ignored)) throw Error(doing, fmt::format("{} is no folder", there.string()));
    if (::access(there.c_str(), W_OK) != 0) throw Error(doing, fmt::format("you may not write in {}", there.string()));
}

// The folders above the one to make.
void make_parents(const fs::path& folder) {
    auto target = fs::absolute(folder).lexically_normal();
    if (!target.has_filename()) target = target.parent_path();
    std::error_code failed;
    fs::create_directories(target.parent_path(), failed);
    if (failed) throw Error(fmt::format("make the folder {}", target.parent_path().string()), failed.message());
}

void release_clip(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "distributor");
    const auto clip = archive.clip(a.clip);
    require_place(a.folder);
    const auto doing = fmt::format("release clip '{}'", a.clip);
    require_passed(consent::check(facts_of(archive, a.clip, context), consent::Stage::release), doing, context);
    const auto render = archive.latest_render(a.clip).value();
    const auto approval = archive.latest_approval(render.id).value();

    make_parents(a.folder);
    const auto key = signing_key_of(archive, by, context);
    const auto folder = release::write_package(request_for(archive, clip, render, approval, a.destination, by, key),
                                               a.folder, context.progress());
    const auto stored = record(archive, render, folder, a.destination, by);
    sign_log(archive, by, key);
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("release {} of clip '{}' for '{}': {}", stored.id, stored.clip, harmless(stored.destination),
                           stored.folder));
    context.remark(fmt::format("anyone can check it: counterclip verify-release {}", stored.folder));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("CLIP", arguments->clip, "The clip; its latest render is released")->required();
    app.add_option("--to", arguments->folder, "The folder to make, with the folders above it")->required();
    app.add_option("--destination", arguments->destination, "Who receives it: written in the ledger and the manifest")
        ->required();
    return [arguments](Context& context) { release_clip(*arguments, context); };
}

}  // namespace

Verb release_verb() {
    return {"release",
            "Write the approved render as a signed package, and note it in the ledger",
            {"--as basim release courage --to ~/out/courage --destination partner"},
            [](CLI::App& app) { return declare(app); }};
}

}  // namespace counterclip::cli
