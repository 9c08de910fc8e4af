# Every library counterclip stands on, each as an imported target, found once.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Catch2 2 REQUIRED)
pkg_check_modules(libav REQUIRED IMPORTED_TARGET
    libavformat>=59 libavcodec>=59 libavfilter>=8 libswscale>=6 libswresample>=4 libavutil>=57)
# Pitch and formants apart; speech in a hundred languages; how loud sound is (EBU R 128).
pkg_check_modules(rubberband REQUIRED IMPORTED_TARGET rubberband>=3)
pkg_check_modules(espeak REQUIRED IMPORTED_TARGET espeak-ng)
pkg_check_modules(ebur128 REQUIRED IMPORTED_TARGET libebur128)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
# Unicode's own tables (decompositions, case, digits, scripts): names must be found however they are written.
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
# Which letters the fonts of this machine have: captions show no empty boxes.
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)

# Debian ships OpenCV's CMake files only with the whole of OpenCV; we use four parts of it.
find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
foreach(part core imgproc objdetect dnn video)
    find_library(OPENCV_${part}_LIBRARY opencv_${part} REQUIRED)
    add_library(opencv::${part} UNKNOWN IMPORTED)
    set_target_properties(opencv::${part} PROPERTIES
        IMPORTED_LOCATION ${OPENCV_${part}_LIBRARY}
        INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE_DIR}
        INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE_DIR})
endforeach()
