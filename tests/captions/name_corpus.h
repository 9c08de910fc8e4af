// Captions with names planted in them, made from word lists with a fixed seed: what the finder of names is measured on.
#pragma once

#include <string>
#include <vector>

#include "name_lists.h"

namespace counterclip::captions {

struct Planted {
    std::size_t cue = 0;
    std::size_t offset = 0;  // bytes of the cue
    std::size_t length = 0;
    std::size_t term = 0;
    std::size_t goes_on = 0;  // bytes of the next cue that are of the name too
};

struct NameCorpus {
    std::vector<std::string> terms;  // as the vault has them, one spelling each
    std::vector<std::string> cues;
    std::vector<std::string> languages;  // of each cue
    std::vector<Planted> planted;
};

NameCorpus make_name_corpus(const NameList& list, unsigned seed, std::size_t cues, std::size_t planted);

}  // namespace counterclip::captions
