// Options that hold more than a text: times, words of an enum, lists. What cannot be read is a usage error that names
// the option.
#pragma once

#include <CLI/CLI.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/time.h"

namespace counterclip::cli {

// `read` turns the text into the value and throws Error when it cannot.
template <class T, class Read>
CLI::Option* add_read_option(CLI::App& app, const std::string& name, T& target, Read read, const std::string& help) {
    return app.add_option_function<std::string>(
        name,
        [&target, name, read](const std::string& text) {
            try {
                target = read(text);
            } catch (const Error& error) {
                throw CLI::ValidationError(name, error.what());
            }
        },
        help);
}

inline CLI::Option* add_time(CLI::App& app, const std::string& name, std::optional<Time>& target,
                             const std::string& help) {
    return add_read_option(
               app, name, target, [](const std::string& text) { return parse_time(text); }, help)
        ->type_name("TIME");
}

// May be given several times; no value when it is not given.
inline CLI::Option* add_list(CLI::App& app, const std::string& name, std::optional<std::vector<std::string>>& target,
                             const std::string& help) {
    return app
        .add_option_function<std::vector<std::string>>(
            name, [&target](const std::vector<std::string>& words) { target = words; }, help)
        ->allow_extra_args(false);
}

// --WORD and --no-WORD: two flags, so that what nobody names stays as it was.
void add_yes_no(CLI::App& app, const std::string& word, std::optional<bool>& target, const std::string& help,
                const std::string& help_no);

// "ar=TEXT", several times: texts by language. Throws CLI::ValidationError for what cannot be read.
CLI::Option* add_language_texts(CLI::App& app, const std::string& name, std::map<std::string, std::string>& texts,
                                const std::string& help);

// [in, out) from two options. Throws Error(usage) naming both when out is not after in.
Range range_of(Time in, Time out);

}  // namespace counterclip::cli
