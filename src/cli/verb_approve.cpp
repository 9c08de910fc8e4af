#include <fmt/format.h>

#include "cli/gate.h"
#include "cli/keys.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "clip/gate_facts.h"
#include "core/hash.h"
#include "core/ids.h"
#include "release/minisign.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string clip;
    std::string reason;
    std::optional<std::int64_t> render;  // the one that was watched
    bool listened = false;
    bool looked_at_names = false;
};

archive::Render render_to_judge(const archive::Archive& archive, const std::string& clip) {
    archive.clip(clip);
    const auto render = archive.latest_render(clip);
    if (!render)
        throw Error(fmt::format("decide on clip '{}'", clip),
                    fmt::format("it is not rendered yet; `counterclip render {}` does it", clip));
    return *render;
}

// A render made after the auditor looked is not the one they mean.
void require_watched(const archive::Render& latest, const Arguments& a, const std::string& decide) {
    if (!a.render || *a.render == latest.id) return;
    throw Error(fmt::format("{} render {} of clip '{}'", decide, *a.render, a.clip),
                fmt::format("the latest is render {}; watch that one", latest.id), ErrorKind::refused);
}

int near_names(const consent::GateFacts& facts) {
    return static_cast<int>(facts.treatments.near_terms.size());
}

// One person is one pair of eyes, however often they say yes. Who now looked at more of what is like a name says
// something new.
void require_not_said_already(const consent::GateFacts& facts, const std::string& clip, const std::string& by,
                              const std::string& key) {
    for (const auto& decision : facts.decisions) {
        if (facts.auditor_looked_at_names && decision.looked_at_names < near_names(facts)) continue;
        const bool same = decision.by == by || (!key.empty() && decision.key == key);
        if (same && decision.approved && consent::void_reasons(facts, decision).empty())
            throw Error(
                fmt::format("approve clip '{}'", clip),
                fmt::format("{} approved this render already, and one person counts once",
                            decision.by == by ? "you" : fmt::format("operator {}, with the same key,", decision.by)),
                ErrorKind::refused);
    }
}

archive::Approval decision_on(const archive::Render& render, bool approved, const std::string& reason,
                              const std::vector<consent::Finding>& findings, const std::string& by) {
    archive::Approval decision;
    decision.render = render.id;
    decision.approved = approved;
    decision.reason = reason;
    decision.sha256 = render.sha256;
    decision.consent_revisions = render.consent_revisions;
    decision.gate_sha256 = sha256(clip::to_json(findings));
    decision.by = by;
    decision.at = utc_now();
    return decision;
}

// Signed on the history as it is: who rewrites it voids the decision.
void pin_log(const archive::Archive& archive, archive::Approval& decision) {
    const auto head = archive.log_head();
    decision.log_sequence = head.sequence;
    decision.log_hash = head.hash;
}

archive::Approval sign_and_store(archive::Archive& archive, archive::Approval decision, const Context& context) {
    pin_log(archive, decision);
    const auto key = signer_of(archive, decision.by, context);
    decision.signature = key.sign(archive::approval_statement(decision), "counterclip decision on a render");
    auto stored = archive.add_approval(decision, decision.by);
    sign_log(archive, decision.by, key);
    return stored;
}

void answer(const archive::Approval& stored, const std::string& clip, const Context& context) {
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("{} render {} of clip '{}' as '{}', file SHA-256 {}",
                           stored.approved ? "approved" : "refused", stored.render, clip, stored.by, stored.sha256));
}

// What comes next: the release, or a second pair of eyes.
void point_on(const consent::GateFacts& before, const Context& context) {
    const auto reasons = consent::second_approval_reasons(before);
    if (reasons.empty() || consent::standing_approvals(before) > 0)
        return context.remark(fmt::format("next: counterclip release {} --to DIR --destination NAME", before.clip));
    context.remark(fmt::format("next: a second auditor has to approve clip '{}':", before.clip));
    for (const auto& reason : reasons) context.remark("  " + reason);
}

void approve(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "auditor");
    const auto render = render_to_judge(archive, a.clip);
    require_watched(render, a, "approve");
    require_whole_log(archive, fmt::format("approve clip '{}'", a.clip));
    auto facts = facts_of(archive, a.clip, context);
    if (!facts.render || facts.render->id != render.id)
        throw Error(fmt::format("approve clip '{}'", a.clip), "it was rendered again just now; watch the new render");
    facts.auditor = by;
    facts.auditor_listened = a.listened;
    facts.auditor_looked_at_names = a.looked_at_names;
    require_not_said_already(facts, a.clip, by, archive.get_operator(by).public_key);
    const auto findings = consent::check(facts, consent::Stage::approve);
    require_passed(findings, fmt::format("approve clip '{}'", a.clip), context);
    auto decision = decision_on(render, true, a.reason, findings, by);
    decision.listened = a.listened;
    if (a.looked_at_names) decision.looked_at_names = near_names(facts);
    answer(sign_and_store(archive, std::move(decision), context), a.clip, context);
    point_on(facts, context);
}

// A no is always heard: nothing of the gate is asked for it.
void refuse(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "auditor");
    if (a.reason.find_first_not_of(" \t\n") == std::string::npos)
        throw Error(fmt::format("refuse clip '{}'", a.clip), "say why: who mends it must know", ErrorKind::usage);
    const auto render = render_to_judge(archive, a.clip);
    require_watched(render, a, "refuse");
    const auto findings = consent::check(facts_of(archive, a.clip, context), consent::Stage::approve);
    answer(sign_and_store(archive, decision_on(render, false, a.reason, findings, by), context), a.clip, context);
}

Action declare(CLI::App& app, bool needs_reason, void (*act)(const Arguments&, Context&)) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("CLIP", arguments->clip, "The clip; its latest render is judged")->required();
    app.add_option("--reason", arguments->reason, "Why, in a sentence without names")->required(needs_reason);
    app.add_option("--render", arguments->render, "The render you watched; refused when a newer one was made since");
    if (!needs_reason) {
        app.add_flag(
            "--listened", arguments->listened,
            "You sign, too, that you listened to all of it from beginning to end: asked for where sound goes out "
            "that no transcript covers");
        app.add_flag("--looked-at-names", arguments->looked_at_names,
                     "You sign, too, that you looked at every place that is like a protected name (`counterclip names "
                     "find CLIP --show`) and that none is: asked for where there are such");
    }
    return [arguments, act](Context& context) { act(*arguments, context); };
}

}  // namespace

Verb approve_verb() {
    return {"approve",
            "Sign that the latest render of a clip may be released; by an auditor who did not edit",
            {"--as basim approve courage", "--as basim approve courage --listened --looked-at-names"},
            [](CLI::App& app) { return declare(app, false, approve); }};
}

Verb refuse_verb() {
    return {"refuse",
            "Sign that the latest render of a clip may not be released, and why",
            {"--as basim refuse courage --reason 'the reflection in the window at 0:00:12'"},
            [](CLI::App& app) { return declare(app, true, refuse); }};
}

}  // namespace counterclip::cli
