# The demonstration county, demo/county.json, built into a room: `earshot_demo(app)`.
function(earshot_demo ROOM)
  set(COUNTY ${CMAKE_SOURCE_DIR}/demo/county.json)
  set(FOLDER ${CMAKE_BINARY_DIR}/generated/demo)
  file(CONFIGURE OUTPUT ${FOLDER}/county.S CONTENT
".section .rodata
.globl demonstration_county_begin
.globl demonstration_county_end
demonstration_county_begin:
.incbin \"${COUNTY}\"
demonstration_county_end:
.section .note.GNU-stack,\"\",@progbits
")
  file(CONFIGURE OUTPUT ${FOLDER}/county.cpp CONTENT
"// Made by cmake/Demo.cmake.
#include \"app/county.h\"

extern \"C\" {
extern char const demonstration_county_begin[];
extern char const demonstration_county_end[];
}

namespace earshot::app {

std::string_view demonstration_county() { return {demonstration_county_begin, demonstration_county_end}; }

}  // namespace earshot::app
")
  target_sources(${ROOM} PRIVATE ${FOLDER}/county.S ${FOLDER}/county.cpp)
  # The assembler reads the file by .incbin, which no scan for headers sees.
  set_source_files_properties(${FOLDER}/county.S PROPERTIES OBJECT_DEPENDS ${COUNTY})
endfunction()
