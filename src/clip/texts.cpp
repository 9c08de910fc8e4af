#include "clip/texts.h"

namespace counterclip::clip {

Texts::Texts(const Plan& plan) {
    if (plan.texts.empty()) return;
    document_ = std::make_unique<MemoryFile>(captions::ass_document(plan.texts, plan.width, plan.height));
    filter_ =
        std::make_unique<media::VideoFilter>("ass=filename=" + media::quoted_for_filter(document_->path()), plan.width,
                                             plan.height, plan.format, plan.colour, plan.sample_aspect);
}

Texts::~Texts() = default;

media::Frame Texts::drawn_on(const media::Frame& frame) {
    return filter_ ? filter_->apply(frame) : frame;
}

}  // namespace counterclip::clip
