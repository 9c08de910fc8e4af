# A room is one folder of src/ and one static library. Dependencies point down only: a room sees the headers of the
# rooms it names in DEPENDS (and of theirs) and of no other, because each room's headers are reached through an
# include folder of its own. A wrong arrow does not compile.

add_library(counterclip_flags INTERFACE)
target_compile_options(counterclip_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    # GCC 12 sees overruns in std::string and std::filesystem that are not there (GCC bugs 105329, 105651).
    -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
if(COUNTERCLIP_SANITIZE)
    target_compile_options(counterclip_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all)
    target_link_options(counterclip_flags INTERFACE -fsanitize=address,undefined)
endif()

# counterclip_room(NAME SOURCES file... [DEPENDS room...] [LIBRARIES target...] [PRECOMPILE header...])
#   LIBRARIES are private: what a room is built from stays inside it. PRECOMPILE: slow headers most of its files need.
function(counterclip_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;LIBRARIES;PRECOMPILE" ${ARGN})
    set(target counterclip_${name})
    add_library(${target} STATIC ${ROOM_SOURCES})
    set(door ${CMAKE_BINARY_DIR}/rooms/${name})
    file(MAKE_DIRECTORY ${door})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${door}/${name} SYMBOLIC)
    target_include_directories(${target} PUBLIC ${door})
    foreach(below ${ROOM_DEPENDS})
        target_link_libraries(${target} PUBLIC counterclip_${below})
    endforeach()
    target_link_libraries(${target} PRIVATE counterclip_flags ${ROOM_LIBRARIES})
    if(name STREQUAL "core" OR ROOM_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/common_headers.h ${ROOM_PRECOMPILE})
    else()
        target_precompile_headers(${target} REUSE_FROM counterclip_core)
    endif()
endfunction()

# counterclip_test(NAME SOURCES file... ROOMS room... [LIBRARIES target...])
#   One Catch2 program; every TEST_CASE is one CTest test.
function(counterclip_test name)
    cmake_parse_arguments(T "" "" "SOURCES;ROOMS;LIBRARIES;PRECOMPILE" ${ARGN})
    set(target test_${name})
    add_executable(${target} ${T_SOURCES})
    foreach(room ${T_ROOMS})
        target_link_libraries(${target} PRIVATE counterclip_${room})
    endforeach()
    target_link_libraries(${target} PRIVATE counterclip_flags test_support ${T_LIBRARIES})
    if(T_PRECOMPILE)  # built with other flags than the rest, as Qt wants it
        target_precompile_headers(${target} PRIVATE <catch2/catch.hpp> ${CMAKE_SOURCE_DIR}/cmake/common_headers.h ${T_PRECOMPILE})
    else()
        target_precompile_headers(${target} REUSE_FROM test_support)
    endif()
    catch_discover_tests(${target} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 120)
endfunction()
