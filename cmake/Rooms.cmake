# One library a folder. `earshot_room(FOLDER USES …)` makes the library of src/FOLDER from the .cpp files in it, and
# one test program from the *_test.cpp files beside them. TEST_USES is linked into the test program alone. The SQL files in
# src/FOLDER/migrations are compiled in, as earshot::<last part of FOLDER>::migrations().
include(Migrations)

function(earshot_room FOLDER)
  cmake_parse_arguments(ROOM "" "" "USES;TEST_USES" ${ARGN})
  string(REPLACE "/" "_" NAME ${FOLDER})
  file(GLOB SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${FOLDER}/*.cpp)
  set(TESTS ${SOURCES})
  list(FILTER TESTS INCLUDE REGEX "_test\\.cpp$")
  list(FILTER SOURCES EXCLUDE REGEX "_test\\.cpp$")
  earshot_migrations(${FOLDER} MIGRATIONS)
  list(APPEND SOURCES ${MIGRATIONS})

  if(SOURCES)
    add_library(${NAME} STATIC ${SOURCES})
    target_include_directories(${NAME} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${NAME} PUBLIC ${ROOM_USES})
  else()
    add_library(${NAME} INTERFACE)
    target_include_directories(${NAME} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${NAME} INTERFACE ${ROOM_USES})
  endif()

  if(EARSHOT_TESTS AND TESTS)
    add_executable(${NAME}_test ${TESTS})
    target_link_libraries(${NAME}_test PRIVATE ${NAME} ${ROOM_TEST_USES} GTest::gtest GTest::gmock GTest::gtest_main)
    target_compile_definitions(${NAME}_test PRIVATE EARSHOT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if(EARSHOT_SANITIZE MATCHES "address")
      # What is tested is watched; the tests themselves would take twice as long to compile.
      target_compile_options(${NAME}_test PRIVATE -fno-sanitize=all)
    endif()
    add_test(NAME ${NAME} COMMAND ${NAME}_test)
  endif()
endfunction()
