#include "cli/deep_check.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <set>

#include "cli/log_words.h"
#include "clip/proof_report.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"
#include "release/manifest.h"
#include "release/package.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

constexpr const char* from_backup = "restore it from a backup";

// Progress of one file after the other as one work.
class Part : public Progress {
  public:
    Part(Progress& whole, std::int64_t before) : whole_(whole), before_(before) {}
    void advance(std::int64_t done) override {
        whole_.advance(before_ + done);
        if (whole_.cancelled()) cancel();
    }

  private:
    Progress& whole_;
    std::int64_t before_;
};

class Checker {
  public:
    Checker(const archive::Archive& archive, Progress& progress) : archive_(archive), progress_(progress) {}

    DeepCheck run() {
        // The log first: it names a record that cannot even be read.
        step("log", [&] { check_log(); });
        step("records", [&] {
            gather();
            gathered_ = true;
        });
        progress_.begin("check the archive", total_bytes());
        step("originals", [&] { check_originals(); });
        step("renders", [&] { check_renders(); });
        step("releases", [&] { check_releases(); });
        // What could not be read may know a file: no stranger is named where nobody knows who is one.
        if (gathered_) {
            step("originals", [&] { check_strangers("originals"); });
            step("renders", [&] { check_strangers("renders"); });
            step("derived", [&] { check_derived(); });
        }
        step("lists", [&] { check_lists(); });
        step("modes", [&] { check_modes(); });
        progress_.end();
        return std::move(result_);
    }

  private:
    void note(std::string what, std::string fault, std::string mend) {
        result_.faults.push_back({std::move(what), std::move(fault), std::move(mend)});
    }

    // What stops one step is a fault of its own, and the others go on.
    template <class Work>
    void step(const char* what, Work&& work) {
        try {
            work();
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::cancelled) throw;
            note(what, error.what(), "compare with a copy of the archive");
        }
    }

    void gather() {
        for (const auto& interview : archive_.interviews())
            for (auto& recording : archive_.recordings(interview.code)) recordings_.push_back(std::move(recording));
        for (const auto& clip : archive_.clip_lines({}, today()).lines)
            for (auto& render : archive_.renders(clip.code)) renders_.push_back(std::move(render));
        for (const auto& r : recordings_)
            if (r.purged_at.empty())
                about_.insert(fmt::format("gaps/{}-", r.id));
            else
                purged_.insert(r.id);
        for (const auto& r : renders_) {
            if (r.purged_at.empty())
                about_.insert("proof/" + r.sha256);
            else
                destroyed_.insert(r.id);
        }
        for (const auto& clip : archive_.clips())
            if (draws_from_what_is_there(clip))
                for (const auto* ending : {".html", "-archive-only.html"})
                    about_.insert("reports/" + clip.code + ending);
        // What was destroyed on request is not missing.
        std::erase_if(recordings_, [](const auto& r) { return !r.purged_at.empty(); });
        std::erase_if(renders_, [](const auto& r) { return !r.purged_at.empty(); });
        for (const auto& r : recordings_) known_.insert(r.file);
        for (const auto& r : renders_) known_.insert(r.file);
    }

    std::int64_t total_bytes() const {
        std::int64_t bytes = 0;
        for (const auto& file : known_) bytes += size_of(archive_.path(file));
        return bytes;
    }

    static std::int64_t size_of(const fs::path& file) {
        std::error_code error;
        const auto bytes = fs::file_size(file, error);
        return error ? 0 : static_cast<std::int64_t>(bytes);
    }

    // What is wrong with a file that must have this hash; empty = nothing.
    std::string fault_in_file(const fs::path& file, const std::string& sha256) {
        progress_.stop_if_cancelled("check the archive");
        std::error_code ignored;
        if (!fs::is_regular_file(fs::symlink_status(file, ignored))) return "is gone";
        Part part(progress_, result_.bytes);
        std::string found;
        try {
            found = sha256_of_file(file, part);
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::cancelled) throw;
            return "cannot be read";
        }
        ++result_.files;
        result_.bytes += size_of(file);
        return found == sha256 ? "" : "is not the file that was recorded: its SHA-256 differs";
    }

    void check_originals() {
        for (const auto& r : recordings_) {
            const auto fault = fault_in_file(archive_.path(r.file), r.sha256);
            if (!fault.empty())
                note(fmt::format("original of recording {} of interview {}", r.position, r.interview),
                     fmt::format("{} {}", r.file, fault), from_backup);
        }
    }

    void check_renders() {
        for (const auto& r : renders_) {
            const auto fault = fault_in_file(archive_.path(r.file), r.sha256);
            if (!fault.empty())
                note(name_of(r), fmt::format("{} {}", r.file, fault),
                     fmt::format("render it again: `counterclip render {}`", r.clip));
        }
        check_proofs();
    }

    static std::string name_of(const archive::Render& r) { return fmt::format("render {} of clip {}", r.id, r.clip); }

    void check_proofs() {
        for (const auto& r : renders_)
            if (!r.verification.empty() && !clip::is_proof_whole(archive_, r))
                note("proof of " + name_of(r), "its report or contact sheet is gone or changed",
                     fmt::format("verify it again: `counterclip verify {}`", r.clip));
    }

    bool lies_inside(const fs::path& folder) const {
        const auto relative = folder.lexically_normal().lexically_relative(archive_.folder());
        return !relative.empty() && *relative.begin() != "..";
    }

    void check_releases() {
        for (const auto& r : archive_.releases()) {
            const auto folder = archive_.folder() / r.folder;  // an absolute path stays what it is
            if (r.state != "written" || !lies_inside(folder)) continue;
            progress_.stop_if_cancelled("check the archive");
            const auto name = fmt::format("release {} of clip {}", r.id, r.clip);
            const auto mend =
                "restore the package from a backup; who received it checks with `counterclip verify-release`";
            if (destroyed_.contains(r.render)) {
                if (fs::exists(fs::symlink_status(folder)))
                    note(name, r.folder + " lies there, and was destroyed on request", "remove it");
                continue;
            }
            if (!fs::is_directory(folder)) {
                if (!r.takedown_done.empty()) continue;  // taken down, and so it should be gone
                note(name, r.folder + " is gone", mend);
                continue;
            }
            ++result_.files;
            for (const auto& fault : release::faults_in_package(folder, archive_.get_operator(r.by).public_key))
                note(name, fault, mend);
        }
    }

    // Files that the catalog does not know: nobody looks after them.
    void check_strangers(const std::string& folder) {
        for (const auto& entry : fs::directory_iterator(archive_.path(folder))) {
            const auto name = folder + "/" + entry.path().filename().string();
            if (known_.contains(name) || entry.path().filename().string().starts_with(staging_prefix)) continue;
            note(name, "lies there and the catalog does not know it", "move it out of the archive");
        }
    }

    bool draws_from_what_is_there(const archive::Clip& clip) const {
        return std::ranges::none_of(clip.parts, [&](const auto& part) { return purged_.contains(part.recording); });
    }

    // Names begin with what a file is about: clips have none that a recording or a render has.
    bool is_about_something(const std::string& name) const {
        const auto after = about_.upper_bound(name);
        return after != about_.begin() && name.starts_with(*std::prev(after));
    }

    // They show people: of somebody who was destroyed none may be left, or come back.
    void check_derived() {
        for (const auto* folder : {"gaps", "proof", "reports"}) {
            const auto place = archive_.path("derived") / folder;
            if (!fs::is_directory(place)) continue;
            for (const auto& entry : fs::directory_iterator(place)) {
                const auto name = entry.path().filename().string();
                if (name.starts_with(staging_prefix) || is_about_something(fmt::format("{}/{}", folder, name)))
                    continue;
                note(fmt::format("derived/{}/{}", folder, name),
                     "shows what was destroyed on request, or nothing that the catalog knows", "remove it");
            }
        }
    }

    void check_log() {
        if (const auto fault = fault_in_log(archive_))
            note("log", fmt::format("event {}: {}", fault->sequence, fault->what),
                 "compare with a copy of the archive");
    }

    void check_lists() {
        for (const auto& code : archive_.wrong_lists())
            note("list", fmt::format("what lists show of {} does not follow from the records", code),
                 "trust `clip check` only, and look into the log");
    }

    void require_mode(const std::string& relative, unsigned mode) {
        struct stat status {};
        const auto path = relative.empty() ? archive_.folder() : archive_.path(relative);
        if (::lstat(path.c_str(), &status) != 0) return;
        const auto found = status.st_mode & 07777U;
        if ((found & ~mode) == 0) return;
        note(relative.empty() ? "folder" : relative,
             fmt::format("its mode is {:o}: others may read or write it", found),
             fmt::format("chmod {:o} {}", mode, path.string()));
    }

    void check_modes() {
        require_mode("", 0700);
        require_mode("counterclip.db", 0600);
        require_mode("identities.vault", 0600);
        for (const auto& r : recordings_) require_mode(r.file, 0444);
        for (const auto* folder : {"keys", "derived/proof", "derived/gaps"}) {
            if (!fs::is_directory(archive_.path(folder))) continue;
            require_mode(folder, 0700);
            for (const auto& entry : fs::directory_iterator(archive_.path(folder)))
                require_mode(fmt::format("{}/{}", folder, entry.path().filename().string()), 0600);
        }
    }

    const archive::Archive& archive_;
    Progress& progress_;
    DeepCheck result_;
    std::vector<archive::Recording> recordings_;
    std::vector<archive::Render> renders_;
    std::set<std::string> known_;
    std::set<std::string> about_;       // how names below derived/ begin
    std::set<std::int64_t> purged_;     // recordings, destroyed on request
    std::set<std::int64_t> destroyed_;  // renders, likewise
    bool gathered_ = false;
};

}  // namespace

DeepCheck check_deep(const archive::Archive& archive, Progress& progress) {
    return Checker(archive, progress).run();
}

}  // namespace counterclip::cli
