#include "ui/govuk/notes.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Notes notes(std::string const& field_id, HintOptions const& hint_options, ErrorMessageOptions const& error) {
  Notes all;
  if (!hint_options.text.empty()) {
    all.ids = field_id + "-hint";
    all.markup += hint(hint_options, all.ids);
  }
  if (!error.text.empty()) {
    auto const id = field_id + "-error";
    all.markup += error_message(error, id);
    all.ids = spaced({all.ids, id});
  }
  return all;
}

}  // namespace earshot::govuk
