# The demonstration county: the files of demo/, built into a room as earshot::demonstration::file("county.json").
function(earshot_demo ROOM)
  set(FOLDER ${CMAKE_BINARY_DIR}/generated/demo)
  file(GLOB FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/demo/*.json)
  set(ASSEMBLY ".section .rodata\n")
  set(DECLARATIONS "")
  set(CASES "")
  foreach(FILE ${FILES})
    get_filename_component(NAME ${FILE} NAME_WE)
    string(APPEND ASSEMBLY ".globl demo_${NAME}_begin\n.globl demo_${NAME}_end\n"
           "demo_${NAME}_begin:\n.incbin \"${FILE}\"\ndemo_${NAME}_end:\n")
    string(APPEND DECLARATIONS "extern char const demo_${NAME}_begin[];\nextern char const demo_${NAME}_end[];\n")
    string(APPEND CASES "  if (name == \"${NAME}.json\") return {demo_${NAME}_begin, demo_${NAME}_end};\n")
  endforeach()
  file(CONFIGURE OUTPUT ${FOLDER}/files.S CONTENT "${ASSEMBLY}.section .note.GNU-stack,\"\",@progbits\n" @ONLY)
  file(CONFIGURE OUTPUT ${FOLDER}/files.cpp CONTENT
"// Made by cmake/Demo.cmake.
#include <stdexcept>
#include <string>

#include \"demonstration/files.h\"

extern \"C\" {
${DECLARATIONS}}

namespace earshot::demonstration {

std::string_view file(std::string_view name) {
${CASES}  throw std::runtime_error(\"There is no demo/\" + std::string(name));
}

}  // namespace earshot::demonstration
" @ONLY)
  target_sources(${ROOM} PRIVATE ${FOLDER}/files.S ${FOLDER}/files.cpp)
  # The assembler reads the files by .incbin, which no scan for headers sees.
  set_source_files_properties(${FOLDER}/files.S PROPERTIES OBJECT_DEPENDS "${FILES}")
endfunction()
