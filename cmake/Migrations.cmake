# The steps of a feature's schema, src/FOLDER/migrations/0001_create.sql …, as a C++ file that defines
# `std::vector<db::Migration> earshot::<last part of FOLDER>::migrations()`. Its name is put into OUT, or nothing when
# there are no steps. See platform/db/migrations.h for how the files are named.
function(earshot_migrations FOLDER OUT)
  file(GLOB STEPS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${FOLDER}/migrations/*.sql)
  if(NOT STEPS)
    set(${OUT} "" PARENT_SCOPE)
    return()
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${STEPS})
  get_filename_component(FEATURE ${FOLDER} NAME)
  set(LIST "")
  foreach(STEP IN LISTS STEPS)
    get_filename_component(FILE ${STEP} NAME)
    if(NOT FILE MATCHES "^0*([1-9][0-9]*)_([a-z0-9_]+)(\\.(sqlite|postgresql))?\\.sql$")
      message(FATAL_ERROR "${STEP} is not named like 0001_create.sql, 0002_index.sqlite.sql or 0002_index.postgresql.sql")
    endif()
    set(NUMBER ${CMAKE_MATCH_1})
    set(NAME ${CMAKE_MATCH_2})
    set(ENGINE "std::nullopt")
    if(CMAKE_MATCH_4)
      set(ENGINE "db::Engine::${CMAKE_MATCH_4}")
    endif()
    file(READ ${STEP} SQL)
    string(APPEND LIST "      {\"${FEATURE}\", ${NUMBER}, \"${NAME}\", R\"sql(${SQL})sql\", ${ENGINE}},\n")
  endforeach()
  set(GENERATED ${CMAKE_BINARY_DIR}/generated/${FOLDER}/migrations.cpp)
  file(WRITE ${GENERATED}.new
"// Made from src/${FOLDER}/migrations by cmake/Migrations.cmake.
#include \"platform/db/migrations.h\"

namespace earshot::${FEATURE} {

std::vector<db::Migration> migrations();

std::vector<db::Migration> migrations() {
  return {
${LIST}  };
}

}  // namespace earshot::${FEATURE}
")
  file(COPY_FILE ${GENERATED}.new ${GENERATED} ONLY_IF_DIFFERENT)
  set(${OUT} ${GENERATED} PARENT_SCOPE)
endfunction()
