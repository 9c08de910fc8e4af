#include <fmt/format.h>

#include "cli/gate.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/produce.h"
#include "clip/proof_report.h"

namespace counterclip::cli {

namespace {

double ratio(Time took, Time length) {
    return length > Time::zero() ? seconds(took) / seconds(length) : 0;
}

Json embedded(const clip::Verification& verification) {
    return Json::parse(clip::to_json(verification));
}

// Where a person can look at what the machine did.
void print_files(const archive::Archive& archive, std::int64_t render, const clip::Verification& verification,
                 const std::string& indent) {
    const auto files = clip::proof_files(archive, render, verification.facts.sha256);
    print_line(fmt::format("{}report {}", indent, files.report.string()));
    if (!verification.sheet_sha256.empty()) print_line(fmt::format("{}sheet  {}", indent, files.sheet.string()));
}

void print_deleted(const clip::Verification& verification) {
    for (const auto& d : verification.deleted)
        print_line(harmless(fmt::format("deleted track {} of interview {}, {} to {}, by {}: {}", d.track, d.interview,
                                        format_time(d.range.in), format_time(d.range.out),
                                        d.by.empty() ? "somebody" : d.by, d.reason.empty() ? "no reason" : d.reason)));
}

// A verification that found something is a no, told the way the gate tells it.
void require_clean(const std::string& doing, const clip::Verification& verification, const Context& context) {
    if (verification.problems.empty()) return;
    if (!context.json())
        for (const auto& problem : verification.problems) fmt::print(stderr, "problem  {}\n", harmless(problem));
    if (!context.json())
        for (const auto& face : verification.elsewhere)
            if (!face.command.empty())
                fmt::print(stderr, "a face, {} to {}; look at the sheet, and if it is one:\n  {}\n",
                           format_time(face.from), format_time(face.to), harmless(face.command));
    throw Error(doing, "the finished file is not as it must be, and the gate will refuse it: problems above",
                ErrorKind::refused);
}

void show(const clip::Produced& p) {
    const auto& r = p.render;
    print_line(fmt::format("render {} of clip '{}': {}", r.id, r.clip, r.file));
    print_line(fmt::format("  {} frames, {}; {} with a mask, {} hidden whole", r.frames, format_time(r.duration),
                           p.rendered.masked, p.rendered.hidden_whole));
    print_line(fmt::format("  rendered in {:.1f} s ({:.2f} of the playing time), verified in {:.1f} s ({:.2f})",
                           seconds(p.render_took), ratio(p.render_took, r.duration), seconds(p.verify_took),
                           ratio(p.verify_took, r.duration)));
    print_line(fmt::format("  SHA-256 {}", r.sha256));
    for (const auto& remark : p.rendered.remarks) print_line("  " + harmless(remark));
}

Json as_json(const clip::Produced& produced) {
    return {{"render", cli::as_json(produced.render)},         {"masked", produced.rendered.masked},
            {"hidden_whole", produced.rendered.hidden_whole},  {"remarks", produced.rendered.remarks},
            {"hard_to_read", produced.hard_to_read},           {"render_seconds", seconds(produced.render_took)},
            {"verify_seconds", seconds(produced.verify_took)}, {"verification", embedded(produced.verification)}};
}

// Those of several clips that the gate lets pass; the others are told, and the rest goes on without them.
std::vector<std::string> passed(const archive::Archive& archive, const std::vector<std::string>& codes,
                                std::vector<std::string>& refused, Context& context) {
    std::vector<std::string> good;
    for (const auto& code : codes) {
        try {
            require_passed(consent::check(facts_of(archive, code, context), consent::Stage::render),
                           fmt::format("render clip '{}'", code), context);
            good.push_back(code);
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::cancelled) throw;
            fmt::print(stderr, "{}\n", harmless(error.what()));
            refused.push_back(code);
        }
    }
    return good;
}

std::string what_went_wrong(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {
        return e.what();
    }
}

// Each is told as soon as it is done. What is wrong with one is no matter of the others.
void render_several(const std::vector<std::string>& codes, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");
    for (const auto& code : codes) (void)archive.clip(code);
    std::vector<std::string> refused;
    const auto clips = passed(archive, codes, refused, context);
    auto list = Json::array();
    std::vector<std::string> bad = refused;
    clip::produce_several(archive, clips, by, faces::find_models(faces::model_folders()), context.progress(),
                          vault_to_search(archive, context, Asking::yes), [&](const clip::ProducedClip& done) {
                              if (done.error) {
                                  bad.push_back(done.clip);
                                  list.push_back({{"clip", done.clip}, {"error", what_went_wrong(done.error)}});
                                  if (!context.json())
                                      fmt::print(stderr, "clip '{}': {}\n", done.clip,
                                                 harmless(what_went_wrong(done.error)));
                                  return;
                              }
                              auto item = as_json(done.produced);
                              item["clip"] = done.clip;
                              item["together"] = done.together;
                              list.push_back(std::move(item));
                              if (!context.json()) {
                                  show(done.produced);
                                  print_files(archive, done.produced.render.id, done.produced.verification, "  ");
                              }
                              if (done.produced.verification.problems.empty()) return;
                              bad.push_back(done.clip);
                              if (!context.json())
                                  for (const auto& problem : done.produced.verification.problems)
                                      fmt::print(stderr, "problem  {}\n", harmless(problem));
                          });
    if (context.json()) print_json(list);
    if (!bad.empty())
        throw Error("render several clips",
                    fmt::format("{} of {} are not as they must be: {}", bad.size(), codes.size(), fmt::join(bad, ", ")),
                    bad.size() == refused.size() ? ErrorKind::refused : ErrorKind::failed);
}

void render(const std::string& code, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");  // told before the long work, not after it
    const auto doing = fmt::format("render clip '{}'", code);
    require_passed(consent::check(facts_of(archive, code, context), consent::Stage::render), doing, context);
    const auto models = faces::find_models(faces::model_folders());
    const auto produced =
        clip::produce(archive, code, by, models, context.progress(), vault_to_search(archive, context, Asking::yes));
    if (context.json())
        print_json(as_json(produced));
    else
        show(produced);
    if (!context.json()) print_files(archive, produced.render.id, produced.verification, "  ");
    require_clean(doing, produced.verification, context);
    if (!context.json()) print_line("  verification: good");
    context.remark(fmt::format("next, by somebody who did not edit: counterclip --as OPERATOR approve {}", code));
}

archive::Render latest_render(const archive::Archive& archive, const std::string& code) {
    archive.clip(code);
    const auto render = archive.latest_render(code);
    if (!render)
        throw Error(fmt::format("verify clip '{}'", code),
                    fmt::format("it is not rendered yet; `counterclip render {}` does it", code));
    return *render;
}

void verify(const std::string& code, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    archive.get_operator(by);
    const auto record = latest_render(archive, code);
    const auto models = faces::find_models(faces::model_folders());
    const auto verification = clip::verify_again(archive, record.id, by, models, context.progress(),
                                                 vault_to_search(archive, context, Asking::yes));
    if (context.json())
        print_json(embedded(verification));
    else
        print_line(
            fmt::format("render {} of clip '{}': {} frames decoded, {} faces to hide looked at, at most {:.0f} % "
                        "of one can be made out; {}",
                        record.id, code, verification.frames, verification.faces_to_hide,
                        verification.worst_visible * 100, verification.detectors));
    if (!context.json()) {
        print_files(archive, record.id, verification, "");
        print_deleted(verification);
    }
    require_clean(fmt::format("verify clip '{}'", code), verification, context);
    if (!context.json()) print_line("verification: good");
}

Action declare(CLI::App& app, void (*act)(const std::string&, Context&)) {
    auto code = std::make_shared<std::string>();
    app.add_option("CLIP", *code, "The clip")->required();
    return [code, act](Context& context) { act(*code, context); };
}

}  // namespace

Verb render_verb() {
    return {
        "render",
        "Make the finished file of a clip, and verify it (exit code 3: the gate refuses); several clips that show the "
        "same pictures, as variants in other languages do, in one pass",
        {"render courage", "render courage.ar courage.ku courage.ru"},
        [](CLI::App& app) -> Action {
            auto codes = std::make_shared<std::vector<std::string>>();
            app.add_option("CLIP", *codes, "The clip; several")->required();
            return [codes](Context& context) {
                codes->size() == 1 ? render(codes->front(), context) : render_several(*codes, context);
            };
        }};
}

Verb verify_verb() {
    return {"verify",
            "Decode the latest render of a clip and compare it with its plan and the originals again",
            {"verify courage"},
            [](CLI::App& app) { return declare(app, verify); }};
}

}  // namespace counterclip::cli
