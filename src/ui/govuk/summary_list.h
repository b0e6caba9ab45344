#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// A link to change a row. `visually_hidden_text` says to a screen reader what "Change" would change.
struct SummaryAction {
  Html text;
  Url href;
  Html visually_hidden_text;
  std::string classes;
  Attributes attributes;
};

struct SummaryActions {
  std::vector<SummaryAction> items;
  std::string classes;
};

/// The words of a key or a value.
struct SummaryText {
  Html text;
  std::string classes;
};

/// A row. One without a key is left out.
struct SummaryRow {
  SummaryText key;
  SummaryText value;
  SummaryActions actions;
  std::string classes;
};

struct SummaryCardTitle {
  Html text;
  int heading_level = 2;
  std::string classes;
};

/// A frame around the list, with a title and with actions for the whole of it.
struct SummaryCard {
  SummaryCardTitle title;
  SummaryActions actions;
  std::string classes;
  Attributes attributes;
};

struct SummaryListOptions {
  std::vector<SummaryRow> rows;
  std::optional<SummaryCard> card;
  std::string classes;
  Attributes attributes;
};

/// Keys and values, one a row: what someone has answered, or the facts about one thing.
Html summary_list(SummaryListOptions const& options);

}  // namespace earshot::govuk
