#include "ui/govuk/accordion.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html section_header(AccordionOptions const& options, AccordionItem const& item, std::string const& number) {
  auto const button = element(
      "span", {{"class", "govuk-accordion__section-button"}, {"id", options.id + "-heading-" + number}}, item.heading);
  auto parts =
      element("h" + std::to_string(options.heading_level), {{"class", "govuk-accordion__section-heading"}}, button);
  if (!item.summary.empty())
    parts += element(
        "div", {{"class", "govuk-accordion__section-summary govuk-body"}, {"id", options.id + "-summary-" + number}},
        item.summary);
  return element("div", {{"class", "govuk-accordion__section-header"}}, parts);
}

Html section_content(AccordionOptions const& options, AccordionContent const& content, std::string const& number) {
  Html inner = content.html;
  if (inner.empty() && !content.text.empty()) inner = element("p", {{"class", "govuk-body"}}, content.text);
  return element("div", {{"id", options.id + "-content-" + number}, {"class", "govuk-accordion__section-content"}},
                 inner);
}

Html section(AccordionOptions const& options, AccordionItem const& item, std::string const& number) {
  Attributes const outer{
      {"class", spaced({"govuk-accordion__section", item.expanded ? "govuk-accordion__section--expanded" : ""})}};
  return element("div", outer,
                 html(section_header(options, item, number), section_content(options, item.content, number)));
}

ScriptTexts script_texts(AccordionOptions const& options) {
  return ScriptTexts()
      .add("hide-all-sections", options.hide_all_sections_text)
      .add("hide-section", options.hide_section_text)
      .add("hide-section-aria-label", options.hide_section_aria_label_text)
      .add("show-all-sections", options.show_all_sections_text)
      .add("show-section", options.show_section_text)
      .add("show-section-aria-label", options.show_section_aria_label_text);
}

}  // namespace

Html accordion(AccordionOptions const& options) {
  Html sections;
  int number = 0;
  for (auto const& item : options.items) {
    ++number;
    if (!item.heading.empty()) sections += section(options, item, std::to_string(number));
  }

  Attributes outer{
      {"class", spaced({"govuk-accordion", options.classes})}, {"data-module", "govuk-accordion"}, {"id", options.id}};
  if (options.remember_expanded)
    add_given(outer, "data-remember-expanded", *options.remember_expanded ? "true" : "false");
  return element_with_texts("div", outer.add(options.attributes), script_texts(options), sections);
}

}  // namespace earshot::govuk
