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

}  // namespace earshot::govuk
