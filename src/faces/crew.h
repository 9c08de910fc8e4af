// Threads that each own their detectors. Several nets side by side use the processors better than threads inside a net.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "faces/look.h"

namespace counterclip::faces {

class Crew {
  public:
    // `threads` 0: one a processor. Nets are loaded by each thread when first needed.
    Crew(const std::vector<DetectorModel>& models, int threads);
    ~Crew();

    const Looker& any() const noexcept { return *lookers_.front(); }
    int size() const noexcept { return static_cast<int>(lookers_.size()); }
    // Calls work(looker, i) for i in 0..count-1 from all threads, each i once; returns when all are done and rethrows
    // the first error. Results do not depend on the number of threads as long as work(i) writes only what belongs to i.
    void each(std::size_t count, const std::function<void(Looker&, std::size_t)>& work);
    std::int64_t runs() const;

  private:
    std::vector<std::unique_ptr<Looker>> lookers_;
};

}  // namespace counterclip::faces
