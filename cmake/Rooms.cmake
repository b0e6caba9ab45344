# One library a folder. `earshot_room(FOLDER USES …)` makes the library of src/FOLDER from the .cpp files in it, and
# one test program from the *_test.cpp files beside them. TEST_USES is linked into the test program alone. Its tests run in
# TEST_PARTS parts (1 unless said) side by side; each part writes reports/<name>.xml. The SQL files in src/FOLDER/migrations
# are compiled in, as earshot::<last part of FOLDER>::migrations().
include(Migrations)

function(earshot_room FOLDER)
  cmake_parse_arguments(ROOM "" "TEST_PARTS" "USES;TEST_USES" ${ARGN})
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
    if(NOT ROOM_TEST_PARTS)
      earshot_test(${NAME} ${NAME}_test "")
    else()
      math(EXPR LAST "${ROOM_TEST_PARTS} - 1")
      foreach(PART RANGE ${LAST})
        earshot_test(${NAME}_${PART} ${NAME}_test "GTEST_TOTAL_SHARDS=${ROOM_TEST_PARTS};GTEST_SHARD_INDEX=${PART}")
      endforeach()
    endif()
  endif()
endfunction()

function(earshot_test NAME PROGRAM ENVIRONMENT)
  add_test(NAME ${NAME} COMMAND ${PROGRAM})
  set_tests_properties(${NAME} PROPERTIES
    ENVIRONMENT "GTEST_OUTPUT=xml:${CMAKE_BINARY_DIR}/reports/${NAME}.xml;${ENVIRONMENT}")
endfunction()
