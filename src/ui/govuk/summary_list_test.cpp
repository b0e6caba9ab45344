#include "ui/govuk/summary_list.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

SummaryAction action_options(Options const& o) {
  return {.text = o.text(),
          .href = o.string("href"),
          .visually_hidden_text = o.string("visuallyHiddenText"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

SummaryActions actions_options(Options const& o) {
  return {.items = each(o.list("items"), action_options), .classes = o.string("classes")};
}

SummaryText text_options(Options const& o) { return {.text = o.text(), .classes = o.string("classes")}; }

SummaryRow row_options(Options const& o) {
  return {.key = text_options(o.object("key")),
          .value = text_options(o.object("value")),
          .actions = actions_options(o.object("actions")),
          .classes = o.string("classes")};
}

std::optional<SummaryCard> card_options(Options const& o) {
  if (!o.has("card")) return std::nullopt;
  auto const card = o.object("card");
  auto const title = card.object("title");
  return SummaryCard{.title = {.text = title.text(),
                               .heading_level = title.maybe_int("headingLevel").value_or(2),
                               .classes = title.string("classes")},
                     .actions = actions_options(card.object("actions")),
                     .classes = card.string("classes"),
                     .attributes = card.attributes()};
}

SummaryListOptions summary_list_options(Options const& o) {
  return {.rows = each(list_with_gaps(o, "rows"), row_options),
          .card = card_options(o),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(SummaryList, MatchesEveryFixture) {
  expect_fixtures("summary-list", [](Options const& options) { return summary_list(summary_list_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
