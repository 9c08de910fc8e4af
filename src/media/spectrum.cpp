#include "media/spectrum.h"

extern "C" {
#include <libavutil/tx.h>
}

#include <bit>

#include <fmt/format.h>

#include "core/error.h"
#include "media/libav.h"

namespace counterclip::media {

namespace {

struct FreeTransform {
    void operator()(AVTXContext* p) const noexcept { av_tx_uninit(&p); }
};

struct Transform {
    std::unique_ptr<AVTXContext, FreeTransform> context;
    av_tx_fn run = nullptr;

    Transform(int length, bool inverse) {
        AVTXContext* raw = nullptr;
        const float scale = 1;
        check(av_tx_init(&raw, &run, AV_TX_FLOAT_FFT, inverse ? 1 : 0, length, &scale, AV_TX_UNALIGNED),
              "transform sound");
        context.reset(raw);
    }
};

}  // namespace

struct Fourier::State {
    std::size_t length;
    Transform forward;
    Transform inverse;

    Values transformed(const Transform& transform, const Values& values) const {
        if (values.size() != length)
            throw Error("transform sound", fmt::format("{} values were given, not {}", values.size(), length));
        Values in = values;
        Values out(length);
        transform.run(transform.context.get(), out.data(), in.data(), sizeof(std::complex<float>));
        return out;
    }
};

Fourier::Fourier(int length) {
    if (length < 2 || !std::has_single_bit(static_cast<unsigned>(length)))
        throw Error("transform sound", fmt::format("{} is no power of two", length));
    state_ = std::make_unique<State>(
        State{static_cast<std::size_t>(length), Transform(length, false), Transform(length, true)});
}
Fourier::~Fourier() = default;
Fourier::Fourier(Fourier&&) noexcept = default;

Fourier::Values Fourier::forward(const Values& values) const {
    return state_->transformed(state_->forward, values);
}
Fourier::Values Fourier::inverse(const Values& values) const {
    return state_->transformed(state_->inverse, values);
}

}  // namespace counterclip::media
