#include "faces/crew.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <opencv2/core.hpp>
#include <thread>

namespace counterclip::faces {

Crew::Crew(const std::vector<DetectorModel>& models, int threads) {
    const int wanted = threads > 0 ? threads : static_cast<int>(std::thread::hardware_concurrency());
    cv::setNumThreads(1);
    for (int i = 0; i < std::max(1, wanted); ++i) lookers_.push_back(std::make_unique<Looker>(models));
}

Crew::~Crew() = default;

void Crew::each(std::size_t count, const std::function<void(Looker&, std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr error;
    const auto labour = [&](Looker& looker) {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(looker, i);
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!error) error = std::current_exception();
            next = count;
        }
    };
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < std::min(count, lookers_.size()); ++t) {
        helpers.emplace_back([&, t] { labour(*lookers_[t]); });
    }
    labour(*lookers_.front());
    helpers.clear();  // joins
    if (error) std::rethrow_exception(error);
}

std::int64_t Crew::runs() const {
    std::int64_t all = 0;
    for (const auto& looker : lookers_) all += looker->runs();
    return all;
}

}  // namespace counterclip::faces
