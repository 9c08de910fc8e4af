#include "clip/texts.h"

#include <fmt/format.h>

#include "captions/glyphs.h"
#include "core/error.h"

namespace counterclip::clip {

namespace {

void require_fonts(const Plan& plan) {
    for (const auto& text : plan.texts) {
        const auto missing = captions::without_font(text.text);
        if (missing.empty()) continue;
        std::vector<std::string> letters;
        for (const char32_t c : missing) letters.push_back(fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)));
        throw Error(fmt::format("write the texts of clip '{}'", plan.clip),
                    fmt::format("no font on this machine has {} of the text at {}; install one: apt install "
                                "fonts-noto-core (or fonts-noto-cjk, fonts-noto-extra)",
                                fmt::join(letters, ", "), format_time(text.range.in)));
    }
}

captions::Canvas canvas_of(const Plan& plan) {
    return {plan.width, plan.height, plan.preset.room_below, plan.preset.room_right};
}

int pixels(double part, int whole) {
    return static_cast<int>(part * whole + 0.5);
}

// When it is seen: libavfilter's expression over the clip's seconds.
std::string times_of_logo(const Plan& plan, const captions::Logo& logo) {
    if (!logo.on_cards_only || plan.preset.still) return "1";
    return fmt::format("lt(t,{:.6f})+gte(t,{:.6f})", seconds(plan.card_length), seconds(end_of_parts(plan)));
}

// Names an ITU matrix as swscale's filter does; clips of unknown matrix are read as their size suggests.
std::string matrix_of(const Plan& plan) {
    const bool is_601 =
        plan.colour.matrix == 5 || plan.colour.matrix == 6 || (plan.colour.matrix == 2 && plan.height < 720);
    return is_601 ? "bt601" : "bt709";
}

std::string with_logo(const Plan& plan, const captions::Logo& logo, const std::string& texts) {
    const bool right = logo.corner == captions::Corner::top_right || logo.corner == captions::Corner::bottom_right;
    const bool bottom = logo.corner == captions::Corner::bottom_left || logo.corner == captions::Corner::bottom_right;
    const int x = pixels(std::max(plan.look.action_safe, right ? plan.preset.room_right : 0), plan.width);
    const int y = pixels(std::max(plan.look.action_safe, bottom ? plan.preset.room_below : 0), plan.height);
    const bool deep = plan.format == media::PixelFormat::yuv420p10;
    return fmt::format(
        "movie=filename={},scale=w=-2:h={}:out_color_matrix={}:out_range={},format={}[logo];[in]{}[written];"
        "[written][logo]overlay=x={}:y={}:format={}:enable='{}'",
        media::quoted_for_filter(logo.file.string()),
        std::max(2, pixels(logo.size, std::min(plan.width, plan.height)) & ~1), matrix_of(plan),
        plan.colour.range_known && plan.colour.full_range ? "pc" : "tv", deep ? "yuva420p10" : "yuva420p",
        texts.empty() ? "null" : texts, right ? fmt::format("W-w-{}", x) : std::to_string(x),
        bottom ? fmt::format("H-h-{}", y) : std::to_string(y), deep ? "yuv420p10" : "yuv420",
        times_of_logo(plan, logo));
}

}  // namespace

Texts::Texts(const Plan& plan) {
    std::string graph;
    if (!plan.texts.empty()) {
        require_fonts(plan);
        document_ = std::make_unique<MemoryFile>(captions::ass_document(plan.texts, canvas_of(plan), plan.look));
        graph = "ass=filename=" + media::quoted_for_filter(document_->path());
    }
    if (plan.look.logo) graph = with_logo(plan, *plan.look.logo, graph);
    if (graph.empty()) return;
    filter_ = std::make_unique<media::VideoFilter>(graph, plan.width, plan.height, plan.format, plan.colour,
                                                   plan.sample_aspect);
}

Texts::~Texts() = default;

media::Frame Texts::drawn_on(const media::Frame& frame) {
    return filter_ ? filter_->apply(frame) : frame;
}

}  // namespace counterclip::clip
