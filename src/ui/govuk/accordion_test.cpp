#include "ui/govuk/accordion.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

AccordionItem item_options(Options const& o) {
  return {.heading = o.object("heading").text(),
          .summary = o.object("summary").text(),
          .content = {.text = o.object("content").string("text"), .html = o.object("content").html("html")},
          .expanded = o.has("expanded")};
}

AccordionOptions accordion_options(Options const& o) {
  return {.id = o.string("id"),
          .heading_level = o.maybe_int("headingLevel").value_or(2),
          .classes = o.string("classes"),
          .attributes = o.attributes(),
          .remember_expanded = o.maybe_bool("rememberExpanded"),
          .hide_all_sections_text = o.string("hideAllSectionsText"),
          .hide_section_text = o.string("hideSectionText"),
          .hide_section_aria_label_text = o.string("hideSectionAriaLabelText"),
          .show_all_sections_text = o.string("showAllSectionsText"),
          .show_section_text = o.string("showSectionText"),
          .show_section_aria_label_text = o.string("showSectionAriaLabelText"),
          .items = each(list_with_gaps(o, "items"), item_options)};
}

TEST(Accordion, MatchesEveryFixture) {
  expect_fixtures("accordion", [](Options const& options) { return accordion(accordion_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
