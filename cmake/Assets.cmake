# Styles, scripts, fonts and icons, built by node and compiled into a room: `earshot_assets(platform_assets)`.
find_program(EARSHOT_NODE NAMES node nodejs REQUIRED)

function(earshot_assets ROOM)
  set(FOLDER ${CMAKE_BINARY_DIR}/generated/assets)
  set(GENERATED ${FOLDER}/assets.S ${FOLDER}/assets_table.cpp)
  file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*)
  add_custom_command(
    OUTPUT ${GENERATED}
    COMMAND ${EARSHOT_NODE} ${CMAKE_SOURCE_DIR}/assets/build.mjs ${FOLDER}
    DEPENDS ${SOURCES} ${CMAKE_SOURCE_DIR}/package-lock.json
    COMMENT "Building styles, scripts and icons"
    VERBATIM)
  target_sources(${ROOM} PRIVATE ${GENERATED})
  # The assembler reads the files by .incbin, which no scan for headers sees.
  set_source_files_properties(${FOLDER}/assets.S PROPERTIES OBJECT_DEPENDS ${FOLDER}/assets_table.cpp)
endfunction()
