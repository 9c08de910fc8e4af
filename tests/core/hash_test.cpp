#include "core/hash.h"

#include "core/error.h"

TEST_CASE("SHA-256 agrees with the standard's example") {
    CHECK(counterclip::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("hashing a file that is not there names it") {
    CHECK_THROWS_WITH(counterclip::sha256_of_file("/nowhere/x"), Catch::Contains("/nowhere/x"));
}
