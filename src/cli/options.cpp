#include "cli/options.h"

#include <fmt/format.h>

#include "consent/scope.h"

namespace counterclip::cli {

namespace {

void note(std::map<std::string, std::string>& texts, const std::string& name, const std::string& written) {
    const auto equals = written.find('=');
    if (equals == std::string::npos || equals == 0)
        throw CLI::ValidationError(name, fmt::format("'{}' is not LANGUAGE=TEXT, as in ar=...", written));
    try {
        texts[consent::language_from(written.substr(0, equals))] = written.substr(equals + 1);
    } catch (const Error& error) {
        throw CLI::ValidationError(name, error.what());
    }
}

}  // namespace

CLI::Option* add_language_texts(CLI::App& app, const std::string& name, std::map<std::string, std::string>& texts,
                                const std::string& help) {
    return app
        .add_option_function<std::vector<std::string>>(
            name,
            [&texts, name](const std::vector<std::string>& all) {
                for (const auto& t : all) note(texts, name, t);
            },
            help)
        ->allow_extra_args(false)
        ->type_name("LANGUAGE=TEXT");
}

void add_yes_no(CLI::App& app, const std::string& word, std::optional<bool>& target, const std::string& help,
                const std::string& help_no) {
    auto* yes = app.add_flag_callback(
        "--" + word, [&target] { target = true; }, help);
    app.add_flag_callback(
           "--no-" + word, [&target] { target = false; }, help_no)
        ->excludes(yes);
}

Range range_of(Time in, Time out) {
    const Range range{in, out};
    if (is_empty(range))
        throw Error("read the range", fmt::format("--out {} is not after --in {}", format_time(out), format_time(in)),
                    ErrorKind::usage);
    return range;
}

}  // namespace counterclip::cli
