#include "clip/render.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <variant>

#include <fmt/format.h>

#include "captions/three_letters.h"
#include "clip/leveled_sound.h"
#include "clip/pictures.h"
#include "clip/plan_sound.h"
#include "clip/plan_texts.h"
#include "clip/texts.h"
#include "core/bounded_queue.h"
#include "core/error.h"
#include "core/stage.h"
#include "media/writer.h"

namespace counterclip::clip {

namespace {

// Between the decoding and an encoding thread: enough to even out their pace, few enough to stay small in memory.
constexpr std::size_t frames_in_flight = 4;
// Between the same where sound goes along: a picture has one or two blocks of it.
constexpr std::size_t items_in_flight = 3 * frames_in_flight;

constexpr std::int64_t bytes_for_encoders = std::int64_t{1} << 30;
constexpr std::int64_t frames_an_encoder_holds = 72;  // looked ahead at, referred to, queued; as measured
constexpr std::size_t most_encoders = 12;

media::VideoSettings video_settings(const Plan& plan, int threads) {
    media::VideoSettings v;
    v.width = plan.width;
    v.height = plan.height;
    v.format = plan.format;
    v.sample_aspect = plan.sample_aspect;
    v.colour = plan.colour;
    v.time_base = plan.time_base;
    v.frame_rate = plan.frame_rate;
    v.crf = plan.preset.crf;
    v.speed = plan.preset.speed;
    v.threads = threads;
    return v;
}

std::optional<media::AudioSettings> audio_settings(const Plan& plan) {
    if (!plan.sound) return std::nullopt;
    return media::AudioSettings{plan.sample_rate, plan.channels, plan.preset.audio_bitrate};
}

std::optional<media::TextSettings> text_settings(const Plan& plan) {
    if (!has_text_track(plan)) return std::nullopt;
    return media::TextSettings{captions::three_letters(plan.language)};
}

// One file on its way: texts drawn, encoded, written. One thread.
class Output {
  public:
    // `level`: of the sound that it reads for itself; none = it is given sound, or has none.
    Output(const Plan& plan, const std::filesystem::path& file, int threads, const std::optional<Level>& level)
        : plan_(plan),
          writer_(file, plan.preset.container, video_settings(plan, threads), audio_settings(plan),
                  text_settings(plan)),
          texts_(plan) {
        if (level && plan.sound) sounds_.emplace(plan, *level);
        if (has_text_track(plan)) track_ = text_track(plan);
    }

    void write(const media::Frame& frame) {
        write_sound_until(frame.pts());
        for (; written_ < track_.size() && track_[written_].range.in <= frame.pts(); ++written_)
            writer_.write(track_[written_]);
        shown_until_ = frame.pts() + to_time(1, {plan_.frame_rate.den, plan_.frame_rate.num});
        writer_.write(texts_.drawn_on(frame));
    }
    void write(const media::AudioBlock& block) { writer_.write(block); }

    void finish() {
        write_sound_until(Time::max());
        for (; written_ < track_.size(); ++written_) writer_.write(track_[written_]);
        if (writer_.frames_written() == 0)
            throw Error("render " + plan_.clip, "its ranges hold no picture; check the parts with `clip show`");
        writer_.finish();
    }

    // `heard`: what is to be said of the sound that it was given.
    Rendered rendered(const Pictures& pictures, const std::vector<std::string>& heard) const {
        auto remarks = sound_remarks(plan_);
        std::ranges::copy(sounds_ ? sounds_->remarks() : heard, std::back_inserter(remarks));
        return {writer_.frames_written(), pictures.hidden_whole(), pictures.masked(), duration(plan_), shown_until_,
                std::move(remarks)};
    }

  private:
    void write_sound_until(Time t) {
        while (sounds_ && !silent_from_here_ && sounds_->position() <= t) {
            const auto block = sounds_->next();
            silent_from_here_ = !block;
            if (block) writer_.write(*block);
        }
    }

    const Plan& plan_;
    media::Writer writer_;
    Texts texts_;
    std::optional<LeveledSound> sounds_;
    bool silent_from_here_ = false;
    std::vector<media::TimedText> track_;
    std::size_t written_ = 0;  // of the track
    Time shown_until_{};
};

using Item = std::variant<media::Frame, media::AudioBlock>;

// An output in a thread of its own, fed through a bounded queue. One that failed takes no more.
class Branch {
  public:
    Branch(const Plan& plan, const std::filesystem::path& file, int threads, std::optional<Level> level)
        : queue_(items_in_flight), thread_([this, &plan, file, threads, level] {
              try {
                  output_.emplace(plan, file, threads, level);
                  while (const auto item = queue_.pop())
                      std::visit([&](const auto& what) { output_->write(what); }, *item);
                  if (is_whole_) output_->finish();
              } catch (...) {
                  error_ = std::current_exception();
                  queue_.abandon();
              }
          }) {}
    ~Branch() {
        queue_.abandon();
        if (thread_.joinable()) thread_.join();
    }
    Branch(const Branch&) = delete;
    Branch& operator=(const Branch&) = delete;

    // False when it failed.
    bool push(const Item& item) { return queue_.push(item); }

    RenderJobDone finish(const Pictures& pictures, const std::vector<std::string>& heard) {
        is_whole_ = true;
        queue_.close();
        thread_.join();
        return {output_ ? output_->rendered(pictures, heard) : Rendered{}, error_};
    }

  private:
    std::optional<Output> output_;  // of the thread until it is joined
    std::exception_ptr error_;
    std::atomic<bool> is_whole_{false};  // everything was pushed: the file may be finished
    BoundedQueue<Item> queue_;
    std::thread thread_;
};

// A voice that speaks the captions is another in every language; what is done to the sound alone is the same in all.
bool share_sound(const std::vector<RenderJob>& jobs) {
    const auto& first = *jobs.front().plan;
    return first.sound && in_any_language(first.disguise) &&
           std::all_of(jobs.begin(), jobs.end(), [&](const RenderJob& job) {
               return job.plan->sounds_sha256 == first.sounds_sha256 && job.plan->sound;
           });
}

// Pictures, and where it is the same for all, sound (brought to `level`), in the order of time. What is to be said of
// the sound.
std::vector<std::string> feed(const Plan& plan, Pictures& pictures, const std::optional<Level>& level,
                              Progress& progress, const std::function<bool(const Item&)>& push) {
    std::optional<LeveledSound> sounds;
    if (level) sounds.emplace(plan, *level);
    bool ended = !sounds;
    Stage<media::Frame> shown(frames_in_flight, [&](const auto& emit) {
        while (auto frame = pictures.next())
            if (!emit(std::move(*frame))) return;
    });
    const auto push_sound_until = [&](Time t) {
        while (!ended && sounds->position() <= t) {
            progress.stop_if_cancelled("render " + plan.clip);
            auto block = sounds->next();
            ended = !block || !push(std::move(*block));
        }
    };
    while (auto frame = shown.next()) {
        progress.stop_if_cancelled("render " + plan.clip);
        push_sound_until(frame->pts());
        const auto pts = frame->pts();
        if (!push(std::move(*frame))) return {};
        progress.advance(pts.count());
    }
    push_sound_until(Time::max());
    return sounds ? sounds->remarks() : std::vector<std::string>{};
}

std::optional<Level> level_of_sound(const Plan& plan, Progress& progress) {
    return plan.sound ? std::optional(level_of(plan, progress)) : std::nullopt;
}

}  // namespace

Rendered render(const Plan& plan, const std::filesystem::path& file, Progress& progress, const MaskObserver& observe) {
    const auto level = level_of_sound(plan, progress);
    progress.begin("render", duration(plan).count());
    Output output(plan, file, 0, std::nullopt);
    Pictures pictures(plan, observe);
    const auto heard = feed(plan, pictures, level, progress, [&](const Item& item) {
        std::visit([&](const auto& what) { output.write(what); }, item);
        return true;
    });
    output.finish();
    progress.end();
    return output.rendered(pictures, heard);
}

std::size_t encoders_at_once(const Plan& plan) {
    const auto frame = std::int64_t{plan.width} * plan.height * 3 / 2;
    const auto fit = bytes_for_encoders / std::max<std::int64_t>(1, frame * frames_an_encoder_holds);
    return std::clamp<std::size_t>(static_cast<std::size_t>(fit), 1, most_encoders);
}

std::vector<RenderJobDone> render_together(const std::vector<RenderJob>& jobs, Progress& progress,
                                           const MaskObserver& observe) {
    if (jobs.empty()) throw Error("render together", "no clip is named", ErrorKind::usage);
    const auto& plan = *jobs.front().plan;
    for (const auto& job : jobs)
        if (job.plan->pictures_sha256 != plan.pictures_sha256)
            throw Error("render together",
                        fmt::format("clips '{}' and '{}' show other pictures", plan.clip, job.plan->clip));
    const bool shared = share_sound(jobs);
    std::vector<std::optional<Level>> levels(jobs.size());  // of sounds that branches read for themselves
    const auto level = shared ? level_of_sound(plan, progress) : std::nullopt;
    std::vector<std::exception_ptr> failed(jobs.size());  // before anything was written
    for (std::size_t n = 0; n < jobs.size() && !shared; ++n) {
        try {
            levels[n] = level_of_sound(*jobs[n].plan, progress);
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::cancelled) throw;
            failed[n] = std::current_exception();
        }
    }
    progress.begin("render", duration(plan).count());
    const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int threads = std::max(1, processors / static_cast<int>(jobs.size()));
    Pictures pictures(plan, observe);
    std::vector<std::unique_ptr<Branch>> branches;
    for (std::size_t n = 0; n < jobs.size(); ++n)
        branches.push_back(failed[n] ? nullptr
                                     : std::make_unique<Branch>(*jobs[n].plan, jobs[n].file, threads, levels[n]));
    const auto heard = feed(plan, pictures, level, progress, [&](const Item& item) {
        bool any = false;
        for (const auto& branch : branches) any |= branch && branch->push(item);
        return any;
    });
    std::vector<RenderJobDone> done;
    for (std::size_t n = 0; n < jobs.size(); ++n)
        done.push_back(branches[n] ? branches[n]->finish(pictures, heard) : RenderJobDone{{}, failed[n]});
    progress.end();
    return done;
}

}  // namespace counterclip::clip
