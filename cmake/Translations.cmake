# The catalogues in translations/*.po, compiled by msgfmt and built into a room: `earshot_translations(platform_i18n)`.
# A catalogue with a mistake in it (a plural form too few, a header that cannot be read) stops the build.
find_program(EARSHOT_MSGFMT msgfmt REQUIRED)

function(earshot_translations ROOM)
  set(FOLDER ${CMAKE_BINARY_DIR}/generated/translations)
  file(MAKE_DIRECTORY ${FOLDER})
  file(GLOB CATALOGUES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/*.po)
  set(COMPILED "")
  set(BYTES "")
  set(SYMBOLS "")
  set(CASES "")
  foreach(CATALOGUE IN LISTS CATALOGUES)
    get_filename_component(CODE ${CATALOGUE} NAME_WE)
    add_custom_command(
      OUTPUT ${FOLDER}/${CODE}.mo
      COMMAND ${EARSHOT_MSGFMT} --check --output-file=${FOLDER}/${CODE}.mo ${CATALOGUE}
      DEPENDS ${CATALOGUE}
      COMMENT "Compiling the translations into ${CODE}"
      VERBATIM)
    list(APPEND COMPILED ${FOLDER}/${CODE}.mo)
    string(APPEND BYTES "catalogue_${CODE}_begin:\n.incbin \"${FOLDER}/${CODE}.mo\"\ncatalogue_${CODE}_end:\n")
    string(APPEND BYTES ".globl catalogue_${CODE}_begin\n.globl catalogue_${CODE}_end\n")
    string(APPEND SYMBOLS "extern char const catalogue_${CODE}_begin[];\nextern char const catalogue_${CODE}_end[];\n")
    string(APPEND CASES "  if (code == \"${CODE}\") return {catalogue_${CODE}_begin, catalogue_${CODE}_end};\n")
  endforeach()
  file(CONFIGURE OUTPUT ${FOLDER}/catalogues.S CONTENT
".section .rodata
${BYTES}.section .note.GNU-stack,\"\",@progbits
")
  file(CONFIGURE OUTPUT ${FOLDER}/catalogues.cpp CONTENT
"// Made from translations by cmake/Translations.cmake.
#include \"platform/i18n/catalogue.h\"

extern \"C\" {
${SYMBOLS}}

namespace earshot::i18n {

std::string_view compiled_catalogue(std::string_view code) {
${CASES}  return {};
}

}  // namespace earshot::i18n
")
  target_sources(${ROOM} PRIVATE ${FOLDER}/catalogues.S ${FOLDER}/catalogues.cpp)
  # The assembler reads the files by .incbin, which no scan for headers sees.
  set_source_files_properties(${FOLDER}/catalogues.S PROPERTIES OBJECT_DEPENDS "${COMPILED}")
endfunction()
