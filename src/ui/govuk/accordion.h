#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// What a section holds: `text`, which becomes a paragraph, or `html`, which stands as it is.
struct AccordionContent {
  Html text;
  Html html;
};

/// A section. One without a heading is left out; the others keep their numbers.
struct AccordionItem {
  Html heading;
  Html summary;
  AccordionContent content;
  bool expanded = false;
};

/// The words on the buttons are English unless they are given here; `id` must be the page's only one of its kind.
struct AccordionOptions {
  std::string id;
  int heading_level = 2;
  std::string classes;
  Attributes attributes;
  std::optional<bool> remember_expanded;
  std::string hide_all_sections_text;
  std::string hide_section_text;
  std::string hide_section_aria_label_text;
  std::string show_all_sections_text;
  std::string show_section_text;
  std::string show_section_aria_label_text;
  std::vector<AccordionItem> items;
};

/// Sections under headings that open and close.
Html accordion(AccordionOptions const& options);

}  // namespace earshot::govuk
