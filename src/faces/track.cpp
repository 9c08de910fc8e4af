#include "faces/track.h"

#include <array>

#include "core/error.h"

namespace counterclip::faces {

namespace {

struct LabelWord {
    Label label;
    std::string_view word;
};
constexpr std::array<LabelWord, 7> label_words{{
    {Label::unlabelled, "unlabelled"},
    {Label::subject, "subject"},
    {Label::interviewer, "interviewer"},
    {Label::translator, "translator"},
    {Label::guard, "guard"},
    {Label::bystander, "bystander"},
    {Label::not_a_face, "not_a_face"},
}};

struct ReasonWord {
    GapReason reason;
    std::string_view word;
};
constexpr std::array<ReasonWord, 5> reason_words{{
    {GapReason::lost, "lost"},
    {GapReason::starts_midframe, "starts_midframe"},
    {GapReason::low_score, "low_score"},
    {GapReason::damaged, "damaged"},
    {GapReason::fallback, "fallback"},
}};

}  // namespace

std::string to_string(Label label) {
    for (const LabelWord& w : label_words) {
        if (w.label == label) return std::string(w.word);
    }
    return "unlabelled";  // unknown is hidden
}

Label label_from(std::string_view text) {
    std::string all;
    for (const LabelWord& w : label_words) {
        if (w.word == text) return w.label;
        all += (all.empty() ? "" : ", ") + std::string(w.word);
    }
    throw Error("read label '" + std::string(text) + "'", "must be one of " + all, ErrorKind::usage);
}

std::string to_string(GapReason reason) {
    for (const ReasonWord& w : reason_words) {
        if (w.reason == reason) return std::string(w.word);
    }
    return "lost";
}

}  // namespace counterclip::faces
