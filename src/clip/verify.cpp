#include "clip/verify.h"

#include <fmt/format.h>

#include "captions/three_letters.h"
#include "clip/heard.h"
#include "clip/plan_texts.h"
#include "clip/proof_notes.h"
#include "clip/second_look.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/stage.h"
#include "media/packets.h"
#include "media/reader.h"
#include "media/text.h"

namespace counterclip::clip {

namespace {

// Decoded ahead on either side, and proved together: enough to keep all threads at work, few enough to stay small in
// memory (at 1080p a frame and what is expected of it are 6 to 9 MB).
constexpr std::size_t frames_ahead = 4;
constexpr std::size_t frames_at_once = 12;

// The file's picture, or a problem: a file that shows nothing is wrong, not a reason to stop.
std::optional<media::VideoReader> open_picture(const std::filesystem::path& file, Verification& v) {
    try {
        return media::VideoReader(file);
    } catch (const Error& e) {
        add_problem(v, e.what());
        return std::nullopt;
    }
}

// What our own writer puts into every file of its kind, by the container's rules. Anything else came from elsewhere.
bool is_own_tag(const std::string& key, const std::string& value) {
    static const std::map<std::string, std::vector<std::string>> own{
        {"major_brand", {"isom", "iso4", "iso5", "iso6", "mp42"}},
        {"minor_version", {"512", "0", "1"}},
        {"compatible_brands", {}},
        {"language", {"und"}},
        {"handler_name", {"VideoHandler", "SoundHandler", "SubtitleHandler"}},
        {"vendor_id", {"[0][0][0][0]"}},
        {"encoder", {"Lavf"}},
        {"DURATION", {}},
    };
    const auto found = own.find(key);
    if (found == own.end()) return false;
    return found->second.empty() || std::find(found->second.begin(), found->second.end(), value) != found->second.end();
}

void add_foreign(const std::map<std::string, std::string>& tags, Verification& v, const std::string& language = {}) {
    for (const auto& [key, value] : tags)
        if (!is_own_tag(key, value) && !(key == "language" && value == language)) v.facts.foreign_tags->push_back(key);
}

bool is_same_text(const media::TimedText& found, const media::TimedText& wanted) {
    constexpr Time tick = std::chrono::milliseconds(1);
    return found.text == wanted.text && std::chrono::abs(found.range.in - wanted.range.in) <= tick &&
           std::chrono::abs(found.range.out - wanted.range.out) <= tick;
}

// The captions inside the file are the plan's, word for word, and nothing besides.
bool texts_as_planned(const Plan& plan, const std::filesystem::path& file, Verification& v) {
    const auto wanted = has_text_track(plan) ? text_track(plan) : std::vector<media::TimedText>{};
    const auto found = media::texts_of(file);
    if (found.strange == 0 &&
        std::equal(found.texts.begin(), found.texts.end(), wanted.begin(), wanted.end(), is_same_text))
        return true;
    add_problem(v, fmt::format("the file's captions are not the planned ones: {} of {}, and {} packets of another kind",
                               found.texts.size(), wanted.size(), found.strange));
    return false;
}

// P4: one picture track, at most one of sound, one of captions where they go inside, every picture packet shown, no
// foreign tag, no chapter.
void check_streams(const Plan& plan, const std::filesystem::path& file, const media::Carried& carried,
                   std::int64_t frames, Verification& v) {
    std::int64_t pictures = 0, sounds = 0, texts = 0, others = 0, packets = 0;
    bool discards = false;
    v.facts.foreign_tags.emplace();
    add_foreign(carried.tags, v);
    for (const auto& s : carried.streams) {
        const bool is_text = s.kind == "subtitle";
        add_foreign(s.tags, v, is_text ? captions::three_letters(plan.language) : "");
        discards = discards || s.discards;
        if (s.kind == "video") {
            ++pictures;
            packets += s.packets;
        } else if (s.kind == "audio") {
            ++sounds;
        } else if (is_text) {
            ++texts;
        } else {
            ++others;
        }
    }
    const bool right_streams = pictures == 1 && sounds == (plan.sound ? 1 : 0) &&
                               texts == (has_text_track(plan) ? 1 : 0) && others == 0 && carried.chapters == 0;
    if (!right_streams)
        add_problem(v, fmt::format("the file holds {} picture, {} sound, {} text and {} other streams and {} chapters",
                                   pictures, sounds, texts, others, carried.chapters));
    if (discards) add_problem(v, "the file holds packets that are not shown");
    if (packets != frames) add_problem(v, fmt::format("{} picture packets but {} frames", packets, frames));
    const bool right_texts = texts_as_planned(plan, file, v);
    v.facts.streams_as_planned = right_streams && right_texts && !discards && packets == frames;
}

// Picture and sound begin together and end within a frame of each other.
void check_sync(const Plan& plan, const media::Carried& carried, Time last_frame, Verification& v) {
    v.facts.in_sync = true;
    if (!plan.sound) return;
    const Time frame = to_time(1, {plan.frame_rate.den, std::max<std::int64_t>(1, plan.frame_rate.num)});
    // An AAC packet is 1,024 samples; the last one may reach over the end.
    const Time tolerance = frame + to_time(2048, {1, plan.sample_rate});
    for (const auto& s : carried.streams) {
        if (s.kind != "audio") continue;
        const Time planned = duration(plan);
        const bool good = s.first <= tolerance && s.first >= -tolerance && s.end >= planned - tolerance &&
                          s.end <= planned + tolerance && last_frame <= planned;
        if (good) continue;
        v.facts.in_sync = false;
        add_problem(v, fmt::format("sound runs from {} to {}, the plan to {}", format_time(s.first), format_time(s.end),
                                   format_time(planned)));
    }
}

// A file that cannot be listened to was not listened to, and the gate knows.
void listen_to(const Plan& plan, const std::filesystem::path& file, Progress& progress, Verification& v) {
    try {
        auto heard = listen(plan, file, progress);
        for (const auto& left : heard.left) add_problem(v, "sound, " + left);
        v.facts.sound_left = std::move(heard.left);
        v.windows_heard = heard.windows;
        v.most_alike = heard.most_alike;
        v.most_alike_at = heard.at;
    } catch (const Error& e) {
        if (e.kind() == ErrorKind::cancelled) throw;
        add_problem(v, e.what());
    }
}

}  // namespace

Verification verify(const Plan& plan, const std::filesystem::path& file,
                    const std::vector<faces::DetectorModel>& detectors, Progress& progress, int threads) {
    Verification v;
    v.detectors = faces::describe(detectors);
    v.facts.sha256 = sha256_of_file(file);

    auto output = open_picture(file, v);
    if (!output) return v;
    listen_to(plan, file, progress, v);
    progress.begin("verify", duration(plan).count());
    ExpectedFrames expected(plan);
    SecondLook second_look(plan, detectors, threads);
    ProofNotes notes(plan, v);
    Stage<ExpectedFrame> wanted(frames_ahead, [&](const auto& emit) {
        while (auto frame = expected.next())
            if (!emit(std::move(*frame))) return;
    });
    Stage<media::Frame> shown(frames_ahead, [&](const auto& emit) {
        media::Frame frame;
        while (output->next(frame))
            if (!emit(std::move(frame))) return;
    });
    const Time tick = to_time(1, plan.preset.container == media::Container::webm ? Rational{1, 1000} : plan.time_base);
    v.facts.frames_as_planned = true;
    v.facts.frames_uncovered = 0;
    v.facts.faces_found = 0;
    Time last{};
    std::vector<ProofFrame> batch;
    const auto prove_batch = [&] {
        second_look.look(batch);
        for (const auto& frame : batch) notes.judge(frame);
        batch.clear();
        progress.advance(last.count());
    };
    while (auto picture = shown.next()) {
        progress.stop_if_cancelled("verify " + file.string());
        auto frame = wanted.next();
        ++v.frames;
        last = picture->pts();
        if (!frame) continue;
        if (frame->pts > last + tick || frame->pts < last - tick) {
            v.facts.frames_as_planned = false;
            add_problem(v, fmt::format("frame {} is shown at {} instead of {}", v.frames - 1, format_time(last),
                                       format_time(frame->pts)));
        }
        batch.push_back({std::move(*frame), std::move(*picture), {}, {}});
        if (batch.size() == frames_at_once) prove_batch();
    }
    prove_batch();
    std::int64_t missing = 0;
    while (wanted.next()) ++missing;
    if (v.frames == 0 || missing > 0 || v.frames != expected.given()) {
        v.facts.frames_as_planned = false;
        add_problem(v, fmt::format("the file shows {} frames, the plan {}", v.frames, expected.given()));
    }
    v.square_looks = second_look.looks().squares;
    v.closer_looks = second_look.looks().closer;
    v.whole_looks = second_look.looks().wholes;
    const auto carried = media::carried_in(file);
    check_streams(plan, file, carried, v.frames, v);
    check_sync(plan, carried, last, v);
    notes.finish();  // last: the sheet has the verdict on top
    progress.end();
    return v;
}

void add_problem(Verification& v, std::string sentence) {
    constexpr std::size_t kept = 20;
    if (v.problems.size() < kept) v.problems.push_back(std::move(sentence));
}

}  // namespace counterclip::clip
