# How every file is compiled: the standard, the warnings, the sanitizers, and ccache and mold where they are present.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Not -O3: it takes longer to compile, and nothing here waits for a loop.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wshadow> $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
# Options structs are meant to be filled in part, by name.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)
# GCC 12 sees overlapping copies in `"text" + std::string(…)` where there are none (GCC bug 105651).
add_compile_options($<$<AND:$<COMPILE_LANG_AND_ID:CXX,GNU>,$<CONFIG:Release>>:-Wno-restrict>)

if(EARSHOT_SANITIZE)
  add_compile_options(-fsanitize=${EARSHOT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O0 -g1)
  add_link_options(-fsanitize=${EARSHOT_SANITIZE})
endif()
if(EARSHOT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(EARSHOT_CCACHE ccache)
if(EARSHOT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${EARSHOT_CCACHE})
endif()
find_program(EARSHOT_MOLD mold)
if(EARSHOT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
