#include "cli/command_line.h"

int main(int argc, char** argv) {
    return counterclip::cli::run(argc, argv);
}
