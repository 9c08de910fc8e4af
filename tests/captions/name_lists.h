// The word lists that corpora of names are made from, one file a list. Tests of the captions room only.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

namespace counterclip::captions {

using Texts = std::vector<std::string>;

// One person: the one spelling in the vault, and how captions of each language may write it; "|" is where it goes on in
// the next cue.
struct Person {
    std::string term;
    std::map<std::string, Texts> written;
};

// Ordinary text of a language.
struct Carrier {
    std::string tag;
    std::array<Texts, 4> words;  // openings, verbs, objects, ends; a sentence takes one of each
    Texts around;                // "{}" is where the name goes
    Texts strangers;             // names that nobody protects, for the same place
};

struct NameList {
    std::vector<Person> people;
    Texts bystanders;  // in the vault too, but nobody speaks of them: what is found of these is a false alarm
    std::vector<Carrier> carriers;
};

const std::vector<Carrier>& first_carriers();
const NameList& first_list();
const NameList& second_list();
const NameList& third_list();
const NameList& fourth_list();
const NameList& fifth_list();
const NameList& sixth_list();

}  // namespace counterclip::captions
