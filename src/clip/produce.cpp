#include "clip/produce.h"

#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "clip/deeds.h"
#include "clip/plan_words.h"
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

// A clip on its way to a render.
struct Making {
    std::string clip;
    archive::MadeFrom made_from;
    Plan plan;
    std::unique_ptr<Staged> staged;
    std::string file;
};

Making begin(const archive::Archive& archive, const std::string& clip, const archive::Vault* vault) {
    Making m;
    m.clip = clip;
    m.made_from = archive.made_from(clip);  // before the plan: what changes in between shows as a change
    m.plan = make_plan(archive, clip, vault);
    return m;
}

void stage(const archive::Archive& archive, Making& m) {
    m.file = free_name(archive, m.plan);
    m.staged = std::make_unique<Staged>(archive.path(m.file));
}

archive::Render stored(archive::Archive& archive, const Making& m, const Rendered& rendered, const std::string& by,
                       Progress& progress) {
    archive::Render record;
    record.clip = m.clip;
    record.made_from = m.made_from;
    record.consent_revisions = m.plan.consent_revisions;
    record.settings_sha256 = m.plan.settings_sha256;
    record.shown = people_shown(m.plan);
    record.file = m.file;
    record.sha256 = sha256_of_file(m.staged->path(), progress);
    record.frames = rendered.frames;
    record.duration = rendered.duration;
    return archive.add_render(record, by, m.staged->path());
}

void prove(archive::Archive& archive, const Making& m, Produced& produced, const std::string& by,
           const std::vector<faces::DetectorModel>& detectors, Progress& progress) {
    const auto start = Clock::now();
    produced.hard_to_read = hard_to_read(m.plan);
    produced.verification = verified(archive, m.plan, m.file, detectors, progress);
    archive.set_verification(produced.render.id, keep_proof(archive, produced.render.id, produced.verification), by);
    produced.render = archive.render(produced.render.id);
    produced.verify_took = since(start);
}

bool is_cancelled(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const Error& e) {
        return e.kind() == ErrorKind::cancelled;
    } catch (...) {
        return false;
    }
}

// What goes wrong with one clip is noted; that somebody wants to stop is not only its business.
template <class Work>
void note_error(ProducedClip& clip, Work work) {
    try {
        work();
    } catch (...) {
        clip.error = std::current_exception();
        if (is_cancelled(clip.error)) throw;
    }
}

// One pass over the pictures for all of `group`.
void render_group(archive::Archive& archive, const std::vector<std::pair<Making*, ProducedClip*>>& group,
                  const std::string& by, Progress& progress) {
    const auto start = Clock::now();
    std::vector<RenderJob> jobs;
    for (const auto& [making, clip] : group) {
        stage(archive, *making);
        jobs.push_back({&making->plan, making->staged->path()});
    }
    const auto done = render_together(jobs, progress);
    const auto took = since(start);
    for (std::size_t i = 0; i < group.size(); ++i) {
        const auto& [making, clip] = group[i];
        clip->together = group.size();
        clip->error = done[i].error;
        if (clip->error) continue;
        clip->produced.rendered = done[i].rendered;
        clip->produced.render_took = took;
        note_error(*clip, [&, m = making, c = clip, &rendered = done[i].rendered] {
            c->produced.render = stored(archive, *m, rendered, by, progress);
        });
    }
}

// Clips of the same pictures, as many as may be encoded at a time.
std::vector<std::vector<std::pair<Making*, ProducedClip*>>> groups_of(std::vector<Making>& makings,
                                                                      std::vector<ProducedClip>& clips) {
    std::map<std::string, std::vector<std::pair<Making*, ProducedClip*>>> alike;
    for (std::size_t i = 0; i < makings.size(); ++i)
        if (!clips[i].error) alike[makings[i].plan.pictures_sha256].emplace_back(&makings[i], &clips[i]);
    std::vector<std::vector<std::pair<Making*, ProducedClip*>>> groups;
    for (const auto& [pictures, all] : alike) {
        const auto most = encoders_at_once(all.front().first->plan);
        for (std::size_t from = 0; from < all.size(); from += most)
            groups.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(from),
                                all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), from + most)));
    }
    return groups;
}

}  // namespace

Produced produce(archive::Archive& archive, const std::string& clip, const std::string& by,
                 const std::vector<faces::DetectorModel>& detectors, Progress& progress, const archive::Vault* vault) {
    auto making = begin(archive, clip, vault);
    require_unchanged_originals(archive, making.plan, progress);
    Produced produced;
    const auto start = Clock::now();
    stage(archive, making);
    produced.rendered = render(making.plan, making.staged->path(), progress);
    produced.render = stored(archive, making, produced.rendered, by, progress);
    produced.render_took = since(start);
    prove(archive, making, produced, by, detectors, progress);
    return produced;
}

std::vector<ProducedClip> produce_several(archive::Archive& archive, const std::vector<std::string>& clips,
                                          const std::string& by, const std::vector<faces::DetectorModel>& detectors,
                                          Progress& progress, const archive::Vault* vault,
                                          const std::function<void(const ProducedClip&)>& then) {
    std::vector<ProducedClip> all(clips.size());
    std::vector<Making> makings(clips.size());
    for (std::size_t i = 0; i < clips.size(); ++i) {
        all[i].clip = clips[i];
        note_error(all[i], [&] {
            makings[i] = begin(archive, clips[i], vault);
            require_unchanged_originals(archive, makings[i].plan, progress);
        });
        if (all[i].error && then) then(all[i]);
    }
    for (const auto& group : groups_of(makings, all)) {
        try {
            render_group(archive, group, by, progress);
        } catch (...) {
            for (const auto& [making, clip] : group) clip->error = std::current_exception();
            if (is_cancelled(std::current_exception())) throw;
        }
        for (const auto& [making, clip] : group) {
            if (!clip->error)
                note_error(*clip,
                           [&, m = making, c = clip] { prove(archive, *m, c->produced, by, detectors, progress); });
            if (then) then(*clip);
        }
    }
    return all;
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
