// Questions to the person at the terminal.
#pragma once

#include <optional>
#include <string>

#include "core/secret.h"

namespace counterclip::cli {

// Whether somebody sits there: stderr, where questions are put, is a terminal that can be read from.
bool someone_is_there();

// Asks on the terminal, also when stdin comes from somewhere else, and reads a line that is not shown. The terminal is
// as before when it returns or throws, also after Ctrl-C, Ctrl-\ and Ctrl-Z. Nothing at the end of the input (Ctrl-D).
// What the signals mean is left to whoever handles them; after one that ends nothing it is Error(cancelled).
std::optional<SecretText> ask_hidden(const std::string& question);

}  // namespace counterclip::cli
