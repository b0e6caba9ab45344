#include "ui/govuk/file_upload.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

FileUploadOptions file_upload_options(Options const& o) {
  return {.name = o.string("name"),
          .id = o.string("id"),
          .label = label_options(o.object("label")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .multiple = o.has("multiple"),
          .disabled = o.has("disabled"),
          .javascript = o.has("javascript"),
          .choose_files_button_text = o.string("chooseFilesButtonText"),
          .drop_instruction_text = o.string("dropInstructionText"),
          .no_file_chosen_text = o.string("noFileChosenText"),
          .multiple_files_chosen_text = o.pairs("multipleFilesChosenText"),
          .entered_drop_zone_text = o.string("enteredDropZoneText"),
          .left_drop_zone_text = o.string("leftDropZoneText"),
          .wrapper_classes = o.string("wrapperClasses"),
          .wrapper_attributes = o.attributes("wrapperAttributes"),
          .described_by = o.string("describedBy"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(FileUpload, MatchesEveryFixture) {
  expect_fixtures("file-upload", [](Options const& options) { return file_upload(file_upload_options(options)); });
}

}  // namespace earshot::govuk
