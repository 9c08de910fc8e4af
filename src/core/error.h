// The one exception type of counterclip.
//
// An Error carries a sentence a user can act on: "what was being done: what went wrong". It is thrown where the fault
// is seen and caught only at the edges (the command line, a job, a test). Messages name files, codes and times; they
// never hold a protected term.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace counterclip {

enum class ErrorKind {
    failed,     // the work could not be done: exit code 1
    usage,      // the request makes no sense: exit code 2
    refused,    // the gate said no: exit code 3
    cancelled,  // the user stopped it: exit code 130
};

class Error : public std::runtime_error {
  public:
    // `doing` names the work and its object ("import interview.mp4"), `wrong` what stopped it ("the file is empty").
    Error(std::string_view doing, std::string_view wrong, ErrorKind kind = ErrorKind::failed)
        : std::runtime_error(std::string(doing) + ": " + std::string(wrong)), kind_(kind) {}

    ErrorKind kind() const noexcept { return kind_; }

  private:
    ErrorKind kind_;
};

}  // namespace counterclip
