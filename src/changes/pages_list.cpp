// "You said, we did": the list.

#include "changes/pages.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/empty_state.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"

namespace earshot::changes {
namespace {

constexpr int kOnPage = 20;
/// Older ones are found by choosing a service, a year or a word.
constexpr int kMostPages = 1'000;

Html how_many(i18n::Translator const& t, std::int64_t total) {
  if (total > kMostCounted) return ui::subheading(t("More than {1} changes", t.number(kMostCounted)));
  return ui::subheading(t.plural("1 change", "{1} changes", total));
}

/// Nothing was found: why that may be, and what helps.
Html nothing(i18n::Translator const& t, Query const& query) {
  if (query.chosen.empty())
    return ui::empty_state({.title = t("The first answers are on their way"),
                            .text = t("As soon as a service answers, you read it here."),
                            .action_text = t("Say something"),
                            .action_href = "/say"});
  return ui::empty_state({.title = t("Nothing here yet"),
                          .text = t("No answer fits what you chose. Take something away, or try another word."),
                          .action_text = t("Show everything"),
                          .action_href = "/changes"});
}

/// How many pages there are to leaf through. Behind what was counted, a full page has one more after it.
int pages_of(Page const& page, int number) {
  auto const full = page.changes.size() == kOnPage;
  if (page.total > kMostCounted) return std::min(full ? number + 1 : number, kMostPages);
  return static_cast<int>((page.total + kOnPage - 1) / kOnPage);
}

Html ways_to_take_it_along(i18n::Translator const& t, Query const& query) {
  auto const item = [&](std::string_view path, std::string const& text) {
    return element("li", {}, ui::link(query.address(path), text));
  };
  return html(element("h2", {{"class", "govuk-heading-m"}}, t("Take it along")),
              element("ul", {{"class", "govuk-list"}},
                      html(item("/changes/poster", t("A poster to print")), item("/changes.csv", t("A spreadsheet")),
                           item("/changes.atom", t("Follow new answers in a feed reader")))));
}

}  // namespace

Html chips(web::Context const& context, Query const& query) {
  auto const& t = context.t;
  if (query.chosen.empty()) return {};
  Html items;
  for (auto const& each : query.chosen) {
    Attributes attributes{{"class", "chip"}};
    attributes.add("href", Url(query.address(context.request.path, each.field)));
    items += element("li", {},
                     element("a", attributes,
                             html(element("span", {{"class", "govuk-visually-hidden"}}, t("Remove") + ": "), each.text,
                                  " ", element("span", {{"class", "chip__mark"}, {"aria-hidden", "true"}}, "×"))));
  }
  return element("ul", Attributes{{"class", "chips"}, {"role", "list"}}.add("aria-label", t("What you chose")), items);
}

Html cards(web::Context const& context, std::vector<Change> const& changes) {
  std::vector<ui::ChangeCard> list;
  for (auto const& change : changes) list.push_back(card(context.t, change, context.today()));
  return ui::change_cards(context.t, list);
}

web::Answer show_changes(web::Context& context) {
  auto const& t = context.t;
  auto const number = std::min(ui::page_number(context.request.query), kMostPages);
  Known all;
  Query query;
  Page page;
  context.db.read([&](db::Transaction& tx) {
    all = known(tx);
    query = read_query(context.request.query, all, t, context.today());
    page = published(tx, query.filter, context.today(), number, kOnPage);
  });
  auto const found = page.changes.empty()
                         ? nothing(t, query)
                         : html(how_many(t, page.total), cards(context, page.changes),
                                ui::pager(context, number, pages_of(page, number)), ways_to_take_it_along(t, query));
  auto const content =
      html(ui::heading(t("You said, we did")),
           ui::lead(t("What families said, and what became of it. Also when the answer is no, with the reason.")),
           ui::paragraph(ui::link("/services", t("Look at one service: how long it takes, and what it promised"))),
           filter_form(t, all, query, "/changes", context.today()), chips(context, query), found);
  auto const title = query.chosen.empty() ? t("You said, we did") : t("You said, we did") + ": " + query.in_words();
  return ui::page(context, {.title = title, .feed = query.address("/changes.atom"), .wide = true}, content);
}

}  // namespace earshot::changes
