// A field for files.
#pragma once

#include <string>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

/// The texts are for the script alone, and in English when left out.
struct FileUploadOptions {
  std::string name;
  std::string id;  ///< the name when empty
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error;
  bool multiple = false;
  bool disabled = false;
  bool javascript = false;  ///< let the script put a place to drop files on around the field
  std::string choose_files_button_text;
  std::string drop_instruction_text;
  std::string no_file_chosen_text;
  Plurals multiple_files_chosen_text;  ///< with %{count} where the number stands
  std::string entered_drop_zone_text;
  std::string left_drop_zone_text;
  std::string wrapper_classes;
  Attributes wrapper_attributes;
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;  ///< `accept` goes here
};

/// The field with its label, hint and error message.
Html file_upload(FileUploadOptions const& options);

}  // namespace earshot::govuk
