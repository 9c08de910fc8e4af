#include <fmt/format.h>

#include <map>
#include <set>

#include "cli/gate.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "consent/scope.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    std::vector<std::string> languages;
    std::optional<archive::CaptionMode> captions{};  // else as the variant has them, and burned in a new one
    std::map<std::string, std::string> titles;       // by language
    std::map<std::string, std::string> cards;
    std::map<std::string, std::string> end_cards;
    std::map<std::string, std::string> lower_thirds;
};

std::optional<archive::Clip> existing(const archive::Archive& archive, const std::string& code) {
    for (auto& clip : archive.clips())
        if (clip.code == code) return clip;
    return std::nullopt;
}

void set(const std::map<std::string, std::string>& texts, const std::string& language, std::string& text) {
    if (const auto own = texts.find(language); own != texts.end()) text = own->second;
}

// What the variant does more than its base to hide somebody is not taken back by bringing it in step.
void keep_what_is_stricter(const archive::Treatments& before, archive::Treatments& now) {
    now.hide_faces |= before.hide_faces;
    if (now.disguise == voice::Disguise::none ||
        (voice::takes_voice_out(before.disguise) && !voice::takes_voice_out(now.disguise))) {
        now.disguise = before.disguise;
        now.voice = before.voice;
        now.voice_seed = before.voice_seed;
    }
    now.only_subject &= before.only_subject;
    if (before.style == faces::Style::solid) now.style = before.style;
}

// The base in another language: its parts, treatments and preset; texts and stricter treatments that the variant has of
// its own stay.
archive::Clip variant(const Arguments& a, const archive::Clip& base, const std::string& language,
                      const std::optional<archive::Clip>& before) {
    auto clip = base;
    clip.code = fmt::format("{}.{}", base.code, language);
    clip.language = language;
    clip.captions = a.captions.value_or(before ? before->captions : archive::CaptionMode::burned);
    clip.variant_of = base.code;
    if (before) {
        clip.title = before->title;
        clip.card = before->card;
        clip.end_card = before->end_card;
        clip.lower_third = before->lower_third;
        keep_what_is_stricter(before->treatments, clip.treatments);
    }
    set(a.titles, language, clip.title);
    set(a.cards, language, clip.card);
    set(a.end_cards, language, clip.end_card);
    set(a.lower_thirds, language, clip.lower_third);
    return clip;
}

bool is_same(const archive::Clip& one, const archive::Clip& other) {
    const auto as_meant = [](const archive::Clip& clip) {
        auto json = as_json(clip);
        for (const auto* not_its_own : {"by", "at", "version"}) json.erase(not_its_own);
        return json;
    };
    return as_meant(one) == as_meant(other) && one.treatments.voice_seed == other.treatments.voice_seed;
}

struct Done {
    archive::Clip clip;
    std::string what;  // "made", "changed" or "as it was"
};

// A variant that is in step already gets no new version: its renders and approvals go on counting.
Done make_or_change(archive::Archive& archive, const Arguments& a, const archive::Clip& base,
                    const std::string& language, const std::string& by) {
    const auto code = fmt::format("{}.{}", base.code, language);
    const auto before = existing(archive, code);
    if (before && before->variant_of != base.code)
        throw Error(fmt::format("make clip '{}'", code), "there is one already, and it is no variant of this clip");
    const auto clip = variant(a, base, language, before);
    if (before && is_same(*before, clip)) return {clip, "as it was"};
    if (before)
        archive.change_clip(clip, by);
    else
        archive.add_clip(clip, by);
    return {archive.clip(code), before ? "changed" : "made"};
}

// Interviews of it that lack what its captions are made from.
std::set<std::string> without_transcript(const archive::Archive& archive, const archive::Clip& clip) {
    std::set<std::string> lacking;
    if (clip.captions == archive::CaptionMode::none) return lacking;
    for (const auto& part : clip.parts)
        if (!archive.latest_transcript(part.recording, clip.language)) lacking.insert(part.interview);
    return lacking;
}

void languages(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto base = archive.clip(a.clip);
    if (!base.variant_of.empty())
        throw Error(fmt::format("make variants of clip '{}'", a.clip),
                    fmt::format("it is one itself, of '{}'", base.variant_of), ErrorKind::usage);
    if (a.languages.empty())
        throw Error(fmt::format("make variants of clip '{}'", a.clip), "name the languages: --languages ar,ku",
                    ErrorKind::usage);
    std::vector<Done> done;
    for (const auto& language : a.languages) {
        require_no_terms_in("clip", fmt::format("{}.{}", a.clip, language), archive, context);
        done.push_back(make_or_change(archive, a, base, language, context.by()));
    }
    if (context.json()) {
        auto list = Json::array();
        for (const auto& d : done) {
            auto item = as_json(d.clip);
            item["done"] = d.what;
            list.push_back(std::move(item));
        }
        return print_json(list);
    }
    std::string codes;
    for (const auto& d : done) {
        print_line(fmt::format("{:<10} clip '{}', captions {}", d.what, d.clip.code, to_string(d.clip.captions)));
        codes += " " + d.clip.code;
    }
    for (const auto& d : done)
        for (const auto& lacking : without_transcript(archive, d.clip))
            context.remark(
                fmt::format("{} has no transcript in '{}': counterclip transcript import {} FILE --language {}",
                            lacking, d.clip.language, lacking, d.clip.language));
    context.remark(fmt::format("next: counterclip render{}", codes));
}

Action declare(CLI::App& app) {
    auto a = std::make_shared<Arguments>();
    app.add_option("CLIP", a->clip, "The clip that is shown in other languages")->required();
    add_read_option(
        app, "--languages", a->languages,
        [](const std::string& text) {
            std::vector<std::string> all;
            std::string word;
            for (const char c : text + ",") {
                if (c != ',')
                    word += c;
                else if (!word.empty())
                    all.push_back(consent::language_from(std::exchange(word, {})));
            }
            return all;
        },
        "Tags, separated by commas: ar,ku,ru")
        ->required();
    add_read_option(app, "--captions", a->captions, archive::caption_mode_from,
                    "burned (the default), inside, beside or none");
    add_language_texts(app, "--title", a->titles, "The title in a language; several");
    add_language_texts(app, "--card", a->cards, "The title card in a language; several");
    add_language_texts(app, "--end-card", a->end_cards, "The end card in a language; several");
    add_language_texts(app, "--lower-third", a->lower_thirds, "The lower-third in a language; several");
    return [a](Context& context) { languages(*a, context); };
}

}  // namespace

Verb clip_languages_verb() {
    return {"clip languages",
            "Make or bring up to date a clip's variants in other languages, each a clip CLIP.LANGUAGE of its own",
            {"clip languages courage --languages ar,ku,ru",
             "clip languages courage --languages ar --captions beside --title ar='لماذا رحلت'"},
            declare};
}

}  // namespace counterclip::cli
