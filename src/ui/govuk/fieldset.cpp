#include "ui/govuk/fieldset.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html legend(LegendOptions const& options) {
  if (options.text.empty()) return {};
  auto const text =
      options.is_page_heading ? element("h1", {{"class", "govuk-fieldset__heading"}}, options.text) : options.text;
  return element("legend", {{"class", spaced({"govuk-fieldset__legend", options.classes})}}, text);
}

Html fieldset(FieldsetOptions const& options, std::string const& described_by, Html const& content) {
  Attributes attributes{{"class", spaced({"govuk-fieldset", options.classes})}};
  add_given(attributes, "role", options.role);
  add_given(attributes, "aria-describedby", described_by);
  return element("fieldset", attributes.add(options.attributes), html(legend(options.legend), content));
}

}  // namespace

Html fieldset(FieldsetOptions const& options) { return fieldset(options, options.described_by, options.content); }

Html within_fieldset(FieldsetOptions const& options, std::string const& described_by, Html const& content) {
  if (options.legend.text.empty()) return content;
  return fieldset(options, spaced({options.described_by, described_by}), content);
}

}  // namespace earshot::govuk
