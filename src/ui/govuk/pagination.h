#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// A page by its number, or with `ellipsis` the gap between two numbers; one that is neither is left out. An empty
/// `visually_hidden_text` is "Page" and the number.
struct PaginationItem {
  std::string number;
  Url href;
  bool current = false;
  bool ellipsis = false;
  std::string visually_hidden_text;
  Attributes attributes;
};

/// The way back or on. An empty `text` is "Previous page" or "Next page"; `label_text` names the page it leads to and
/// is shown where there are no numbers.
struct PaginationLink {
  Html text;
  Html label_text;
  Url href;
  Attributes attributes;
};

struct PaginationOptions {
  std::vector<PaginationItem> items;
  std::optional<PaginationLink> previous;
  std::optional<PaginationLink> next;
  std::string landmark_label = "Pagination";
  std::string classes;
  Attributes attributes;
};

/// Leads through a list that is shown in parts.
Html pagination(PaginationOptions const& options);

}  // namespace earshot::govuk
