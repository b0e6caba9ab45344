#include "ui/table.h"

namespace earshot::ui {

Html wide_table(std::string_view label, govuk::TableOptions const& options) {
  return element("section", Attributes{{"class", "table-scroll"}, {"tabindex", "0"}, {"aria-label", label}},
                 govuk::table(options));
}

}  // namespace earshot::ui
