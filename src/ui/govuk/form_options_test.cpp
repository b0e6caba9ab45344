#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

ButtonOptions button_options(Options const& o) {
  return {.text = o.text(),
          .type = o.string("type", "submit"),
          .name = o.string("name"),
          .value = o.string("value"),
          .disabled = o.has("disabled"),
          .href = o.string("href"),
          .id = o.string("id"),
          .classes = o.string("classes"),
          .attributes = o.attributes(),
          .prevent_double_click = o.maybe_bool("preventDoubleClick"),
          .is_start_button = o.has("isStartButton")};
}

LabelOptions label_options(Options const& o) {
  return {.text = o.text(),
          .for_id = o.string("for"),
          .is_page_heading = o.has("isPageHeading"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

HintOptions hint_options(Options const& o) {
  return {.text = o.text(), .id = o.string("id"), .classes = o.string("classes"), .attributes = o.attributes()};
}

ErrorMessageOptions error_message_options(Options const& o) {
  return {.text = o.text(),
          .id = o.string("id"),
          .visually_hidden_text = o.string("visuallyHiddenText", "Error"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

FieldsetOptions fieldset_options(Options const& o) {
  auto const legend = o.object("legend");
  return {.legend = {.text = legend.text(),
                     .is_page_heading = legend.has("isPageHeading"),
                     .classes = legend.string("classes")},
          .content = o.html("html"),
          .described_by = o.string("describedBy"),
          .role = o.string("role"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

FormGroupOptions form_group_options(Options const& o) {
  return {.classes = o.string("classes"),
          .attributes = o.attributes(),
          .before_input = html(o.object("beforeInput").text(), o.object("beforeInputs").text()),
          .after_input = html(o.object("afterInput").text(), o.object("afterInputs").text())};
}

}  // namespace earshot::govuk
