#include "ui/govuk/summary_list.h"

#include <algorithm>
#include <string_view>

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

// On a page with several cards a link must say which card it belongs to.
Html action_link(SummaryAction const& action, Html const& card_title) {
  Html hidden;
  if (!action.visually_hidden_text.empty()) hidden += html(" ", action.visually_hidden_text);
  if (!card_title.empty()) hidden += html(" (", card_title, ")");

  Html words = action.text;
  if (!hidden.empty()) words += element("span", {{"class", "govuk-visually-hidden"}}, hidden);
  Attributes link{{"class", spaced({"govuk-link", action.classes})}};
  return element("a", link.add("href", action.href).add(action.attributes), words);
}

Html action_items(SummaryActions const& actions, Html const& card_title, std::string_view item_class) {
  Html items;
  for (auto const& action : actions.items)
    items += element("li", {{"class", item_class}}, action_link(action, card_title));
  return items;
}

Html row_actions(SummaryActions const& actions, Html const& card_title) {
  if (actions.items.empty()) return {};
  Attributes const cell{{"class", spaced({"govuk-summary-list__actions", actions.classes})}};
  if (actions.items.size() == 1) return element("dd", cell, action_link(actions.items.front(), card_title));
  return element("dd", cell,
                 element("ul", {{"class", "govuk-summary-list__actions-list"}},
                         action_items(actions, card_title, "govuk-summary-list__actions-list-item")));
}

Html row_markup(SummaryRow const& row, Html const& card_title, bool others_have_actions) {
  bool const is_alone_without = others_have_actions && row.actions.items.empty();
  Attributes const outer{
      {"class", spaced({"govuk-summary-list__row", is_alone_without ? "govuk-summary-list__row--no-actions" : "",
                        row.classes})}};
  auto const key = element("dt", {{"class", spaced({"govuk-summary-list__key", row.key.classes})}}, row.key.text);
  auto const value =
      element("dd", {{"class", spaced({"govuk-summary-list__value", row.value.classes})}}, row.value.text);
  return element("div", outer, html(key, value, row_actions(row.actions, card_title)));
}

Html list_markup(SummaryListOptions const& options, Html const& card_title) {
  bool const any_actions = std::any_of(options.rows.begin(), options.rows.end(),
                                       [](SummaryRow const& row) { return !row.actions.items.empty(); });
  Html rows;
  for (auto const& row : options.rows)
    if (!row.key.text.empty()) rows += row_markup(row, card_title, any_actions);
  Attributes outer{{"class", spaced({"govuk-summary-list", options.classes})}};
  return element("dl", outer.add(options.attributes), rows);
}

Html card_actions(SummaryCard const& card) {
  auto const& items = card.actions.items;
  if (items.empty()) return {};
  Attributes const outer{{"class", spaced({"govuk-summary-card__actions", card.actions.classes})}};
  if (items.size() == 1) return element("div", outer, action_link(items.front(), card.title.text));
  return element("ul", outer, action_items(card.actions, card.title.text, "govuk-summary-card__action"));
}

Html card_markup(SummaryCard const& card, Html const& list) {
  Html top;
  if (!card.title.text.empty())
    top += element("h" + std::to_string(card.title.heading_level),
                   {{"class", spaced({"govuk-summary-card__title", card.title.classes})}}, card.title.text);
  top += card_actions(card);

  Attributes outer{{"class", spaced({"govuk-summary-card", card.classes})}};
  return element("div", outer.add(card.attributes),
                 html(element("div", {{"class", "govuk-summary-card__title-wrapper"}}, top),
                      element("div", {{"class", "govuk-summary-card__content"}}, list)));
}

}  // namespace

Html summary_list(SummaryListOptions const& options) {
  if (!options.card) return list_markup(options, {});
  return card_markup(*options.card, list_markup(options, options.card->title.text));
}

}  // namespace earshot::govuk
