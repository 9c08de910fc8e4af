#include "clip/produce.h"

#include <set>

#include <fmt/format.h>

#include "clip/deeds.h"
#include "clip/proof_report.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"

namespace counterclip::clip {

namespace {

using Clock = std::chrono::steady_clock;

Time since(Clock::time_point start) {
    return std::chrono::duration_cast<Time>(Clock::now() - start);
}

void require_unchanged_originals(const archive::Archive& archive, const Plan& plan, Progress& progress) {
    std::set<std::int64_t> checked;
    for (const auto& part : plan.parts) {
        if (!checked.insert(part.recording).second) continue;
        if (!archive.original_unchanged(archive.recording(part.recording), progress))
            throw Error(fmt::format("render {}", plan.clip),
                        fmt::format("recording {} of {} is no longer the file that was imported", part.recording,
                                    part.interview));
        const auto dub = part.dub.empty() ? std::nullopt : archive.latest_dub(part.recording, plan.language);
        if (dub && !archive.dub_unchanged(*dub, progress))
            throw Error(fmt::format("render {}", plan.clip),
                        fmt::format("the dubbing track of recording {} of {} is no longer the file that was imported",
                                    part.recording, part.interview));
    }
}

std::string ending(const Plan& plan) {
    return plan.preset.container == media::Container::webm ? ".webm" : ".mp4";
}

// A name no file has: one that a killed process published and never recorded must not stand in the way.
std::string free_name(const archive::Archive& archive, const Plan& plan) {
    for (auto number = archive.renders(plan.clip).size() + 1;; ++number) {
        auto name = fmt::format("renders/{}-{}{}", plan.clip, number, ending(plan));
        if (!std::filesystem::exists(archive.path(name))) return name;
    }
}

// The render is made and recorded by now: whoever stops here must know that it stays, and how to go on.
Verification verified(const archive::Archive& archive, const Plan& plan, const std::string& file,
                      const std::vector<faces::DetectorModel>& detectors, Progress& progress) {
    try {
        return verify(plan, archive.path(file), detectors, progress);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::cancelled) throw;
        throw Error(
            fmt::format("render clip '{}'", plan.clip),
            fmt::format("stopped; {} is rendered, not yet verified: `counterclip verify {}` goes on", file, plan.clip),
            ErrorKind::cancelled);
    }
}

}  // namespace

Produced produce(archive::Archive& archive, const std::string& clip, const std::string& by,
                 const std::vector<faces::DetectorModel>& detectors, Progress& progress, const archive::Vault* vault) {
    const auto made_from = archive.made_from(clip);  // before the plan: what changes in between shows as a change
    const auto plan = make_plan(archive, clip, vault);
    require_unchanged_originals(archive, plan, progress);

    Produced produced;
    archive::Render record;
    record.clip = clip;
    record.made_from = made_from;
    record.consent_revisions = plan.consent_revisions;
    record.settings_sha256 = plan.settings_sha256;
    record.shown = people_shown(plan);
    record.file = free_name(archive, plan);

    const auto render_start = Clock::now();
    Staged staged(archive.path(record.file));
    produced.rendered = render(plan, staged.path(), progress);
    record.sha256 = sha256_of_file(staged.path(), progress);
    record.frames = produced.rendered.frames;
    record.duration = produced.rendered.duration;
    produced.render = archive.add_render(record, by, staged.path());
    produced.render_took = since(render_start);

    const auto verify_start = Clock::now();
    produced.verification = verified(archive, plan, record.file, detectors, progress);
    archive.set_verification(produced.render.id, keep_proof(archive, produced.render.id, produced.verification), by);
    produced.render = archive.render(produced.render.id);
    produced.verify_took = since(verify_start);
    return produced;
}

Verification verify_again(archive::Archive& archive, std::int64_t render, const std::string& by,
                          const std::vector<faces::DetectorModel>& detectors, Progress& progress,
                          const archive::Vault* vault) {
    const auto record = archive.render(render);
    const auto plan = make_plan(archive, record.clip, vault);
    if (plan.settings_sha256 != record.settings_sha256)
        throw Error(fmt::format("verify render {}", render),
                    fmt::format("clip '{}' was changed since; run `counterclip render {}`", record.clip, record.clip));
    auto verification = verify(plan, archive.path(record.file), detectors, progress);
    archive.set_verification(render, keep_proof(archive, render, verification), by);
    return verification;
}

}  // namespace counterclip::clip
