#include "ui/govuk/file_upload.h"

#include "ui/govuk/notes.h"

namespace earshot::govuk {
namespace {

Html field(FileUploadOptions const& options, std::string const& id, std::string const& described_by) {
  bool const has_error = !options.error.text.empty();
  Attributes attributes{
      {"class", spaced({"govuk-file-upload", options.classes, has_error ? "govuk-file-upload--error" : ""})},
      {"id", id},
      {"name", options.name},
      {"type", "file"}};
  attributes.flag("disabled", options.disabled).flag("multiple", options.multiple);
  add_given(attributes, "aria-describedby", described_by);
  return void_element("input", attributes.add(options.attributes));
}

Html wrapped(FileUploadOptions const& options, Html const& itself) {
  if (!options.javascript) return itself;
  Attributes attributes{{"class", spaced({"govuk-file-upload-wrapper", options.wrapper_classes})},
                        {"data-module", "govuk-file-upload"}};
  auto const texts = ScriptTexts()
                         .add("choose-files-button", options.choose_files_button_text)
                         .add("no-file-chosen", options.no_file_chosen_text)
                         .add("multiple-files-chosen", options.multiple_files_chosen_text)
                         .add("drop-instruction", options.drop_instruction_text)
                         .add("entered-drop-zone", options.entered_drop_zone_text)
                         .add("left-drop-zone", options.left_drop_zone_text);
  return element_with_texts("div", attributes.add(options.wrapper_attributes), texts, itself);
}

}  // namespace

Html file_upload(FileUploadOptions const& options) {
  auto const& id = options.id.empty() ? options.name : options.id;
  auto const above = notes(id, options.hint, options.error);
  auto const itself = field(options, id, spaced({options.described_by, above.ids}));
  return form_group(options.form_group, !options.error.text.empty(),
                    html(label(options.label, id), above.markup, options.form_group.before_input,
                         wrapped(options, itself), options.form_group.after_input));
}

}  // namespace earshot::govuk
