// Runs the built `counterclip` as a user would and tells what it answered.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace counterclip::test {

struct Answer {
    int exit_code = -1;
    std::string out;
    std::string err;
};

// `environment` as "NAME=value"; what the tests' own environment says of counterclip is not passed on. Operators are
// added with --no-passphrase unless the environment gives one: encrypting a key takes seconds, by design.
Answer run_program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {});

// The same for any program on the PATH; exit code 127 when there is none.
Answer run_any(const std::string& program, const std::vector<std::string>& arguments,
               const std::vector<std::string>& environment = {});

}  // namespace counterclip::test
