#include "clip/heard.h"

#include <algorithm>

#include <fmt/format.h>

#include "media/probe.h"
#include "media/reader.h"
#include "voice/likeness.h"
#include "voice/replay.h"

namespace counterclip::clip {

namespace {

using namespace std::chrono_literals;
using voice::Likeness;

constexpr Rational sample{1, Likeness::sample_rate};
constexpr std::int64_t window = Likeness::longest;
constexpr std::int64_t hop = window / 2;
// What a codec leaves of unrelated sounds, and what Rubber Band leaves of a voice, lie well below
// (tests/clip/heard_test.cpp).
constexpr double not_gone = 0.15;
constexpr double not_disguised = 0.5;
constexpr double nothing_said = 3e-4;  // -70 dBFS: less in the recording is not worth taking out
constexpr double nothing_left = 6e-3;  // -45 dBFS: what a codec smears into silence from its edges stays below
constexpr double beside_tone = 0.05;   // share of the tone's level that a codec adds to it
// Somebody else who reads the same words comes to 0.73, the recording at another speed to 0.88 (tests/voice).
constexpr double played_again = 0.8;
constexpr Time replayed = 4s;           // of the finished file, looked for in one piece
constexpr Time shortest_replayed = 2s;  // less says too little
constexpr Time short_replayed = 3s;     // what is shorter is like others by chance more easily
constexpr double short_played_again = 0.86;
constexpr Time replay_reach = 5s;  // before and after its place
constexpr Time edge = 30ms;        // of a redacted stretch, into which codecs smear
constexpr Time edge_of_spared = 60ms;

struct Channel {
    std::string name;
    std::vector<float> samples;
};

// A sound track read once from its beginning, of which a window is kept.
class Track {
  public:
    Track(const std::filesystem::path& file, int track, Range range, std::string name)
        : name_(std::move(name)), reader_(file, options(track, range)) {}

    // Samples [first, first + count) of each channel and of what they have in common and not; `first` never falls.
    std::vector<Channel> channels(std::int64_t first, std::int64_t count) {
        const auto of = static_cast<std::size_t>(reader_.channels());
        media::AudioBlock block;
        while (begins_ + kept() < first + count && reader_.next(block))
            samples_.insert(samples_.end(), block.samples.begin(), block.samples.end());
        const auto gone = std::clamp<std::int64_t>(first - begins_, 0, kept());
        samples_.erase(samples_.begin(), samples_.begin() + gone * static_cast<std::int64_t>(of));
        begins_ += gone;
        std::vector<float> left(static_cast<std::size_t>(count)), right(left);
        for (std::int64_t n = 0; n < std::min(count, kept()); ++n) {
            left[static_cast<std::size_t>(n)] = samples_[static_cast<std::size_t>(n) * of];
            right[static_cast<std::size_t>(n)] = samples_[static_cast<std::size_t>(n) * of + of - 1];
        }
        return taken_apart(std::move(left), std::move(right));
    }

  private:
    static media::AudioReader::Options options(int track, Range range) {
        media::AudioReader::Options o;
        o.track = track;
        o.range = range;
        o.sample_rate = Likeness::sample_rate;
        return o;
    }
    std::int64_t kept() const { return static_cast<std::int64_t>(samples_.size()) / reader_.channels(); }

    std::vector<Channel> taken_apart(std::vector<float> left, std::vector<float> right) const {
        std::vector<float> middle(left.size()), side(left.size());
        float most_apart = 0;
        for (std::size_t n = 0; n < left.size(); ++n) {
            middle[n] = (left[n] + right[n]) / 2;
            side[n] = (left[n] - right[n]) / 2;
            most_apart = std::max(most_apart, std::abs(side[n]));
        }
        std::vector<Channel> all;
        if (most_apart < 1e-6F) {
            all.push_back({name_ + "both channels", std::move(left)});
            return all;
        }
        all.push_back({name_ + "the left channel", std::move(left)});
        all.push_back({name_ + "the right channel", std::move(right)});
        all.push_back({name_ + "what both channels have in common", std::move(middle)});
        all.push_back({name_ + "what sets the channels apart", std::move(side)});
        return all;
    }

    std::string name_;
    media::AudioReader reader_;
    std::vector<float> samples_;  // interleaved
    std::int64_t begins_ = 0;
};

std::vector<Track> tracks_of(const std::filesystem::path& file, Range range) {
    const auto count = media::probe(file).audio.size();
    std::vector<Track> tracks;
    for (std::size_t n = 0; n < count; ++n)
        tracks.emplace_back(file, static_cast<int>(n), range, count > 1 ? fmt::format("track {}, ", n + 1) : "");
    return tracks;
}

// Where something was found, one sentence for what hangs together.
class Findings {
  public:
    explicit Findings(Heard& heard) : heard_(heard) {}
    ~Findings() = default;

    void add(Range at, const std::string& where, const std::string& what) {
        for (auto& run : runs_)
            if (run.where == where && run.what == what && at.in <= run.at.out) {
                run.at.out = std::max(run.at.out, at.out);
                return;
            }
        runs_.push_back({at, where, what});
    }
    void tell() {
        constexpr std::size_t enough = 40;
        for (const auto& run : runs_)
            if (heard_.left.size() < enough)
                heard_.left.push_back(fmt::format("{} to {}, {}: {}", format_time(run.at.in), format_time(run.at.out),
                                                  run.where, run.what));
        runs_.clear();
    }

  private:
    struct Run {
        Range at;
        std::string where;
        std::string what;
    };
    Heard& heard_;
    std::vector<Run> runs_;
};

void leave_aside(std::vector<float>& samples, std::int64_t first, const std::vector<Range>& spared) {
    for (const Range& r : spared) {
        const auto from = std::max<std::int64_t>(0, to_pts(r.in - edge_of_spared, sample) - first);
        const auto to =
            std::min(static_cast<std::int64_t>(samples.size()), to_pts(r.out + edge_of_spared, sample) - first);
        for (std::int64_t n = from; n < to; ++n) samples[static_cast<std::size_t>(n)] = 0;
    }
}

class Listener {
  public:
    Listener(const Plan& plan, const std::filesystem::path& file, Heard& heard)
        : plan_(plan), file_(file), heard_(heard), findings_(heard) {}

    void hear(const PlannedPart& part, Progress& progress) {
        if (plan_.disguise != voice::Disguise::none) compare_whole(part, progress);
        if (plan_.disguise == voice::Disguise::dub) look_for_replay(part, progress);
        for (const auto& redaction : part.redactions) hear_redacted(part, redaction.range);
        findings_.tell();
    }

  private:
    void compare(const std::vector<Channel>& recording, const std::vector<Channel>& output, Range at,
                 double too_alike) {
        for (const auto& r : recording) {
            if (voice::level_of(r.samples) < nothing_said) continue;
            for (const auto& o : output) {
                const auto result = likeness_.of(r.samples, o.samples);
                ++heard_.windows;
                if (result.found > heard_.most_alike) {
                    heard_.most_alike = result.found;
                    heard_.at = at.in;
                }
                if (result.is_like(too_alike)) findings_.add(at, o.name, "the recording is still heard");
            }
        }
    }

    void compare_whole(const PlannedPart& part, Progress& progress) {
        auto recorded = tracks_of(part.file, part.range);
        auto output = tracks_of(file_, {part.at, part.at + duration(part.range)});
        const auto length = to_pts(duration(part.range), sample);
        const double too_alike = voice::takes_voice_out(plan_.disguise) ? not_gone : not_disguised;
        for (std::int64_t next = 0; next == 0 || next + window < length + hop; next += hop) {
            progress.stop_if_cancelled("verify " + file_.string());
            // The last window ends with the part: short ones say less.
            const auto first = std::max<std::int64_t>(0, std::min(next, length - window));
            const auto count = std::min(window, length);
            const Time in = part.at + to_time(first, sample);
            const auto heard_in = [&](Track& track) {
                auto channels = track.channels(first, count);
                for (auto& channel : channels) leave_aside(channel.samples, first, part.spared);
                return channels;
            };
            std::vector<std::vector<Channel>> shown;
            for (auto& track : output) shown.push_back(heard_in(track));
            for (auto& track : recorded) {
                const auto original = heard_in(track);
                for (const auto& channels : shown)
                    compare(original, channels, {in, in + to_time(count, sample)}, too_alike);
            }
            progress.advance(in.count());
        }
    }

    // A dub that is the recording, later or earlier than its place or at another speed.
    void look_for_replay(const PlannedPart& part, Progress& progress) {
        const Time length = duration(part.range);
        for (Time next{}; next == Time{} || next + replayed / 2 < length; next += replayed / 2) {
            progress.stop_if_cancelled("verify " + file_.string());
            const Range here = intersection({next, next + replayed}, {Time{}, length});
            if (duration(here) < shortest_replayed) return;
            const double limit = duration(here) < short_replayed ? short_played_again : played_again;
            const Range around{std::max(Time{}, part.range.in + here.in - replay_reach),
                               part.range.in + here.out + replay_reach};
            const auto recorded = contours_of(part.file, around);
            for (const auto& [name, shown] : contours_of(file_, {part.at + here.in, part.at + here.out}))
                for (const auto& [of, original] : recorded) {
                    const auto replay = voice::replay_of(shown.frames, original.frames);
                    ++heard_.windows;
                    if (replay.found <= limit) continue;
                    const double shift = replay.at + seconds(around.in - part.range.in - here.in);
                    findings_.add(
                        {part.at + here.in, part.at + here.out}, name,
                        fmt::format("the recording is played again, {:.1f} s {} and at {:.2f} times its speed",
                                    std::abs(shift), shift <= 0 ? "late" : "early", 1 / replay.speed));
                }
        }
    }

    static std::vector<std::pair<std::string, voice::Contour>> contours_of(const std::filesystem::path& file,
                                                                           Range range) {
        std::vector<std::pair<std::string, voice::Contour>> all;
        for (auto& track : tracks_of(file, range))
            for (const auto& channel : track.channels(0, to_pts(duration(range), sample)))
                all.emplace_back(channel.name, voice::contour_of(channel.samples));
        return all;
    }

    void hear_redacted(const PlannedPart& part, Range range) {
        auto recorded = tracks_of(part.file, {part.range.in + range.in, part.range.in + range.out});
        auto output = tracks_of(file_, {part.at + range.in, part.at + range.out});
        // Without the edges, into which codecs smear what stands beside; in even pieces.
        const auto whole = to_pts(duration(range), sample);
        const auto margin = std::min(to_pts(edge, sample), whole / 4);
        const auto length = whole - 2 * margin;
        const auto pieces = std::max<std::int64_t>(1, (length + window - 1) / window);
        for (std::int64_t piece = 0; piece < pieces; ++piece) {
            const auto first = margin + length * piece / pieces;
            const auto count = margin + length * (piece + 1) / pieces - first;
            const Range at{part.at + range.in + to_time(first, sample),
                           part.at + range.in + to_time(first + count, sample)};
            std::vector<std::vector<Channel>> shown;
            for (auto& track : output) {
                shown.push_back(track.channels(first, count));
                heard_.windows += static_cast<std::int64_t>(shown.back().size());
                std::erase_if(shown.back(), [](const Channel& c) { return voice::level_of(c.samples) < nothing_said; });
            }
            for (auto& track : recorded) {
                const auto original = track.channels(first, count);
                for (const auto& channels : shown) compare(original, channels, at, not_gone);
            }
            if (voice::takes_voice_out(plan_.disguise)) continue;  // a room's tone, a machine's voice
            for (const auto& channels : shown)
                for (const auto& channel : channels) {
                    const double allowed = std::max(nothing_left, beside_tone * voice::level_of(channel.samples));
                    if (voice::level_beside_tone(channel.samples, Likeness::sample_rate) > allowed)
                        findings_.add(at, channel.name,
                                      "there is more than silence or a tone where sound was taken out");
                }
        }
    }

    const Plan& plan_;
    std::filesystem::path file_;
    Heard& heard_;
    Findings findings_;
    Likeness likeness_;
};

}  // namespace

Heard listen(const Plan& plan, const std::filesystem::path& file, Progress& progress) {
    Heard heard;
    progress.begin("listen", duration(plan).count());
    Listener listener(plan, file, heard);
    for (const auto& part : plan.parts)
        if (part.has_sound) listener.hear(part, progress);
    progress.end();
    return heard;
}

}  // namespace counterclip::clip
