#include <fmt/format.h>

#include "cli/faces_arguments.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "clip/hide.h"

namespace counterclip::cli {

namespace {

using OnDoubt = faces::MaskOptions::OnDoubt;

OnDoubt on_doubt_from(const std::string& text) {
    if (text == "hide-frame") return OnDoubt::hide_frame;
    if (text == "extend") return OnDoubt::extend;
    throw Error("read '" + text + "'", "the words are: hide-frame, extend", ErrorKind::usage);
}

Json as_json(const clip::HideRequest& request, const clip::HideResult& r) {
    return {{"out", request.out.string()},         {"frames", r.frames},      {"masked", r.masked},
            {"hidden_whole", r.hidden_whole},      {"tracks", r.tracks},      {"gaps", r.gaps},
            {"duration", format_time(r.duration)}, {"detectors", r.detectors}};
}

void hide(const clip::HideRequest& request, Context& context) {
    const auto models = faces::find_models(faces::model_folders());
    tell_detectors(models, context);
    const auto result = clip::hide(request, models, context.progress());
    if (context.json()) return print_json(as_json(request, result));
    print_line(fmt::format("{}: {} frames, {}; {} with a mask, {} hidden whole; {} faces followed, {} gaps in doubt",
                           request.out.string(), result.frames, format_time(result.duration), result.masked,
                           result.hidden_whole, result.tracks, result.gaps));
    if (result.cut_short_at)
        context.warn(fmt::format("the picture of {} ends at {}, earlier than the file says: it may have been cut off",
                                 request.in.string(), format_time(*result.cut_short_at)));
    context.remark("watch it whole before you publish it: no machine finds every face");
}

Action declare(CLI::App& app) {
    auto request = std::make_shared<clip::HideRequest>();
    auto& r = *request;
    app.add_option("IN", r.in, "The file to read")->required();
    app.add_option("OUT", r.out, "The file to make; .mp4 or .webm")->required();
    add_time(app, "--in", r.from, "Only from here");
    add_time(app, "--out", r.to, "Only up to here");
    add_read_option(app, "--style", r.obscure.style, faces::style_from,
                    "veil, solid, pixelate or gaussian (default: veil)");
    add_read_option(app, "--tone", r.obscure.tone, faces::tone_from, "none, neutral, warm or cool (default: neutral)");
    add_read_option(app, "--on-doubt", r.mask.on_doubt, on_doubt_from,
                    "hide-frame or extend: what becomes of frames where a face may have been missed (default: "
                    "hide-frame)");
    app.add_option("--masks", r.masks_csv, "Write what was hidden as CSV: frame,x,y,w,h");
    app.add_option("--preset", r.preset, "web, webm or small; default: by OUT's ending, size kept");
    app.add_flag("--force", r.replace, "Replace OUT when it exists");
    return [request](Context& context) { hide(*request, context); };
}

}  // namespace

Verb hide_verb() {
    return {"hide",
            "Hide every face in a file, without an archive: sound kept, metadata dropped",
            {"hide interview.mp4 safe.mp4", "hide interview.mp4 safe.mp4 --in 0:01:00 --out 0:02:30.500 --tone warm",
             "hide interview.mov safe.webm --on-doubt extend --masks masks.csv"},
            declare};
}

}  // namespace counterclip::cli
