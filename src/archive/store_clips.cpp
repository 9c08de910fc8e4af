// Clips: every change is a new version; the versions before it stay.
#include <random>

#include "archive/state.h"
#include "archive/text_limits.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT v.clip, version, title, card, lower_third, preset, purpose, hide_faces, style, tone, disguise, cover, by, "
    "language, captions, end_card, framing, look, variant_of, voice, voice_seed, "
    "only_subject, at, coalesce(discarded_by, ''), coalesce(discarded_at, ''), coalesce(discarded_reason, '') "
    "FROM clip_versions AS v LEFT JOIN clip_discards AS d ON d.clip = v.clip AND d.restored_at = '' ";
constexpr const char* is_latest = "version = (SELECT max(version) FROM clip_versions WHERE clip = v.clip) ";

std::string to_word(voice::Cover cover) {
    return cover == voice::Cover::bleep ? "bleep" : "silence";
}
voice::Cover cover_from(const std::string& word) {
    return word == "bleep" ? voice::Cover::bleep : voice::Cover::silence;
}

// By lot, once: changing the clip otherwise leaves the voice as it was heard before.
std::int64_t seed_of(const Treatments& t) {
    if (t.disguise != voice::Disguise::drawn || t.voice_seed != 0) return t.voice_seed;
    std::random_device lot;
    const auto drawn = (std::uint64_t{lot()} << 32U | lot()) >> 1U;
    return static_cast<std::int64_t>(std::max<std::uint64_t>(1, drawn));
}

std::vector<ClipPart> read_parts(SQLite::Database& db, const std::string& clip, std::int64_t version) {
    std::vector<ClipPart> parts;
    auto row = statement(
        db,
        "SELECT r.interview, p.recording, p.in_ns, p.out_ns, p.segment, p.sound_track, p.sound_side FROM clip_parts p "
        "JOIN recordings r ON r.id = p.recording WHERE p.clip = ? AND p.version = ? ORDER BY p.position",
        clip, version);
    while (row.executeStep()) {
        Columns c(row);
        ClipPart part;
        part.interview = c.text();
        part.recording = c.integer();
        part.range = c.range();
        part.segment = c.maybe_integer();
        part.sound_track = c.small();
        part.sound_side = side_from(c.text());
        parts.push_back(std::move(part));
    }
    return parts;
}

Clip read_clip(SQLite::Database& db, SQLite::Statement& row) {
    Columns c(row);
    Clip clip;
    clip.code = c.text();
    clip.version = c.integer();
    clip.title = c.text();
    clip.card = c.text();
    clip.lower_third = c.text();
    clip.preset = c.text();
    clip.purpose = c.text();
    clip.treatments.hide_faces = c.flag();
    clip.treatments.style = faces::style_from(c.text());
    clip.treatments.tone = faces::tone_from(c.text());
    clip.treatments.disguise = voice::disguise_from(c.text());
    clip.treatments.cover = cover_from(c.text());
    clip.by = c.text();
    clip.language = c.text();
    clip.captions = caption_mode_from(c.text());
    clip.end_card = c.text();
    clip.framing = framing_from(c.text());
    clip.look = c.text();
    clip.variant_of = c.text();
    clip.treatments.voice = c.text();
    clip.treatments.voice_seed = c.integer();
    clip.treatments.only_subject = c.flag();
    clip.at = c.text();
    clip.discarded_by = c.text();
    clip.discarded_at = c.text();
    clip.discarded_reason = c.text();
    clip.parts = read_parts(db, clip.code, clip.version);
    return clip;
}

template <class... Values>
std::vector<Clip> read_clips(SQLite::Database& db, const std::string& where, const Values&... values) {
    std::vector<Clip> all;
    auto row = statement(db, columns + where, values...);
    while (row.executeStep()) all.push_back(read_clip(db, row));
    return all;
}

bool says_the_same(const Clip& a, const Clip& b) {
    const auto content = [](const Clip& c) {
        const auto& t = c.treatments;
        return std::tie(c.title, c.card, c.lower_third, c.preset, c.purpose, c.language, c.captions, c.end_card,
                        c.framing, c.look, c.variant_of, t.hide_faces, t.style, t.tone, t.disguise, t.cover, t.voice,
                        t.voice_seed, t.only_subject);
    };
    const auto part = [](const ClipPart& p) {
        return std::tie(p.recording, p.range.in, p.range.out, p.segment, p.sound_track, p.sound_side);
    };
    return content(a) == content(b) &&
           std::ranges::equal(a.parts, b.parts, [&](const auto& x, const auto& y) { return part(x) == part(y); });
}

void require_part(SQLite::Database& db, std::string_view doing, const ClipPart& part) {
    const auto recording = find_recording(db, part.recording);
    if (!part.interview.empty() && part.interview != recording.interview)
        throw Error(doing, fmt::format("recording {} belongs to interview {}, not {}", recording.id,
                                       recording.interview, part.interview));
    require_inside(doing, recording, part.range);
    if (!part.segment) return;
    const auto of = number(db, 0, "SELECT recording FROM segments WHERE id = ?", *part.segment);
    if (of == 0)
        throw unknown("segment", fmt::format("{}", *part.segment),
                      "`counterclip segment list CODE` shows what there is");
    if (of != part.recording)
        throw Error(doing,
                    fmt::format("segment {} belongs to recording {}, not {}", *part.segment, of, part.recording));
}

void require_sound_clip(SQLite::Database& db, std::string_view doing, const Clip& clip) {
    require_text(doing, limit::title, clip.title);
    require_text(doing, limit::card, clip.card);
    require_text(doing, limit::card, clip.end_card);
    require_text(doing, limit::lower_third, clip.lower_third);
    (void)consent::use_from(clip.purpose);
    require_kept_base(db, doing, clip);
    if (clip.parts.empty()) throw Error(doing, "it has no part; name at least one segment or range", ErrorKind::usage);
    for (const auto& part : clip.parts) require_part(db, doing, part);
}

std::int64_t latest_version(SQLite::Database& db, const std::string& clip) {
    return number(db, 0, "SELECT coalesce(max(version), 0) FROM clip_versions WHERE clip = ?", clip);
}

void require_new_code(SQLite::Database& db, std::string_view doing, const std::string& code) {
    if (latest_version(db, code) == 0) return;
    if (const auto there = find_clip(db, code); !there.discarded_by.empty())
        throw Error(doing, fmt::format("the code is that of a clip on record: {}, another code makes a new one",
                                       how_discarded(there)));
    throw Error(doing, "there is one already; choose another code");
}

Deed insert(SQLite::Database& db, const Clip& clip, std::int64_t version, const std::string& by) {
    const auto& t = clip.treatments;
    run(db,
        "INSERT INTO clip_versions (clip, version, title, card, lower_third, preset, purpose, hide_faces, style, tone, "
        "disguise, cover, by, at, language, captions, end_card, framing, look, variant_of, voice, voice_seed, "
        "only_subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        clip.code, version, clip.title, clip.card, clip.lower_third, clip.preset, clip.purpose, t.hide_faces,
        to_string(t.style), to_string(t.tone), to_string(t.disguise), to_word(t.cover), by, utc_now(), clip.language,
        to_string(clip.captions), clip.end_card, to_string(clip.framing), clip.look, clip.variant_of, t.voice,
        seed_of(t), t.only_subject);
    auto parts = nlohmann::json::array();
    int position = 0;
    for (const auto& part : clip.parts) {
        run(db, "INSERT INTO clip_parts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", clip.code, version, ++position,
            part.recording, part.range.in, part.range.out, part.segment, part.sound_track, to_string(part.sound_side));
        parts.push_back(
            {{"recording", part.recording}, {"in", part.range.in.count()}, {"out", part.range.out.count()}});
    }
    // Titles, cards and lower-third are free text: they stay out of the log.
    return {"clip " + clip.code,
            {{"version", version},
             {"purpose", clip.purpose},
             {"hide_faces", t.hide_faces},
             {"style", to_string(t.style)},
             {"disguise", to_string(t.disguise)},
             {"language", clip.language},
             {"captions", to_string(clip.captions)},
             {"parts", std::move(parts)}}};
}

}  // namespace

Clip find_clip(SQLite::Database& db, const std::string& code) {
    auto row = statement(db, std::string(columns) + "WHERE v.clip = ? AND " + is_latest, code);
    if (!row.executeStep()) throw unknown("clip", code, "`counterclip clip list` shows what there is");
    return read_clip(db, row);
}

std::string how_discarded(const Clip& clip) {
    return fmt::format("{} discarded it on {}; `counterclip clip restore {}` brings it back", clip.discarded_by,
                       clip.discarded_at.substr(0, 10), clip.code);
}

Clip find_kept_clip(SQLite::Database& db, std::string_view doing, const std::string& code) {
    auto clip = find_clip(db, code);
    if (!clip.discarded_by.empty()) throw Error(doing, how_discarded(clip));
    return clip;
}

void require_kept_base(SQLite::Database& db, std::string_view doing, const Clip& variant) {
    if (variant.variant_of.empty()) return;
    if (const auto base = find_clip(db, variant.variant_of); !base.discarded_by.empty())
        throw Error(doing, fmt::format("it is a variant of clip {}: {}", base.code, how_discarded(base)));
}

void Archive::add_clip(const Clip& clip, const std::string& by) {
    require_code("clip", clip.code);
    auto& db = state_->db;
    const auto doing = fmt::format("add clip {}", clip.code);
    state_->change(doing, "clip new", by, [&] {
        require_new_code(db, doing, clip.code);
        require_sound_clip(db, doing, clip);
        return insert(db, clip, 1, by);
    });
}

void Archive::change_clip(const Clip& clip, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("change clip {}", clip.code);
    state_->change(doing, "clip change", by, [&] {
        (void)find_kept_clip(db, doing, clip.code);
        require_sound_clip(db, doing, clip);
        return insert(db, clip, latest_version(db, clip.code) + 1, by);
    });
}

void Archive::revert_clip(const Clip& clip, std::int64_t to, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("revert clip {} to version {}", clip.code, to);
    state_->change(doing, "clip revert", by, [&] {
        if (says_the_same(find_kept_clip(db, doing, clip.code), clip))
            throw Error(doing, "nothing differs from the clip as it is now", ErrorKind::usage);
        require_sound_clip(db, doing, clip);
        auto deed = insert(db, clip, latest_version(db, clip.code) + 1, by);
        deed.details["reverted_to"] = to;
        return deed;
    });
}

Clip Archive::clip(const std::string& code) const {
    return state_->read("read clips", [&] { return find_kept_clip(state_->db, fmt::format("clip '{}'", code), code); });
}

Clip Archive::clip_on_record(const std::string& code) const {
    return state_->read("read clips", [&] { return find_clip(state_->db, code); });
}

std::vector<Clip> Archive::clip_history(const std::string& code) const {
    return state_->read("read clips", [&] {
        (void)find_clip(state_->db, code);
        return read_clips(state_->db, "WHERE v.clip = ? ORDER BY version", code);
    });
}

std::vector<Clip> Archive::clips() const {
    return state_->read("read clips", [&] {
        return read_clips(state_->db, fmt::format("WHERE {} AND discarded_by IS NULL ORDER BY v.clip", is_latest));
    });
}

std::vector<Clip> Archive::discarded_clips() const {
    return state_->read("read clips", [&] {
        return read_clips(state_->db, fmt::format("WHERE {} AND discarded_by IS NOT NULL ORDER BY v.clip", is_latest));
    });
}

}  // namespace counterclip::archive
