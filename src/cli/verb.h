// A verb of the command line: its name, what it is for, examples, its arguments and what it does. verbs.cpp holds the
// table of all of them; adding a verb is adding a file and a row.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace counterclip::cli {

class Context;

using Action = std::function<void(Context&)>;

struct Verb {
    std::string name;  // "import", or a group and a word: "consent set"
    std::string description;
    std::vector<std::string> examples;  // without the leading "counterclip"
    // Declares options and positionals; returns what to do once they are read. The action keeps what was read alive.
    std::function<Action(CLI::App&)> declare;
};

struct Group {
    std::string name;  // "consent"
    std::string description;
};

// In the order of the help: the way of the work.
std::vector<Verb> verbs();
std::vector<Group> groups();

}  // namespace counterclip::cli
