#include <malloc.h>

#include "cli/command_line.h"

int main(int argc, char** argv) {
    // Nets and decoders allocate and free blocks of megabytes for every frame. Kept by the process they cost nothing;
    // given back and asked for again, each costs the kernel a page fault for every 4 KB.
    mallopt(M_MMAP_THRESHOLD, 8 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    return counterclip::cli::run(argc, argv);
}
