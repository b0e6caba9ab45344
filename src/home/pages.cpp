#include "asks/asks.h"
#include "changes/changes.h"
#include "county/county.h"
#include "home/home.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/figures.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/voices.h"

namespace earshot::home {
namespace {

constexpr int kNewest = 6;
constexpr int kNextPromises = 2;
/// About a school term.
constexpr Days kRecent{90};

struct Seen {
  std::optional<county::Words> opening;  ///< The county's own, in the reader's language.
  std::vector<changes::Change> newest;
  std::vector<changes::Change> next_promises;
  changes::Promises promises;
  asks::Figures figures;
  std::int64_t voices = 0;
};

Seen look(db::Transaction& tx, web::Context const& context) {
  auto const today = context.today();
  Seen seen{.opening = county::words_in(tx, county::Page::front, context.t.language().code),
            .newest = changes::newest(tx, {}, today, kNewest),
            .next_promises = changes::next_promises(tx, today, kNextPromises),
            .promises = changes::promises(tx, std::nullopt, today),
            .figures = asks::figures(tx, today),
            .voices = voices::count_since(tx, context.now - kRecent)};
  changes::leave_out(seen.next_promises, seen.newest);
  return seen;
}

Html question(web::Context const& context) {
  auto const& t = context.t;
  return element(
      "div", Attributes{{"class", "card"}},
      html(ui::form(context, "/say",
                    html(ui::textarea_field(
                             t, {.name = "words", .label = t("In your own words, in any language"), .rows = 4}),
                         ui::button({.text = t("Carry on")}))),
           ui::quiet(html(t("If a child is in danger now, call {1}.", context.site.emergency_line), " ",
                          ui::link("/other-ways", t("Other ways to tell us"))))));
}

/// What is good and what is not, from the first day on: a county that is late says so before anybody asks.
Html figures(i18n::Translator const& t, Seen const& seen) {
  auto const count = [&](std::int64_t number) { return t.number(number); };
  std::vector<ui::Figure> list{
      {.number = count(seen.voices),
       .text = t.plural("thing families said in the last three months", "things families said in the last three months",
                        seen.voices)},
      {.number = count(seen.figures.answered), .text = t("answered so far"), .href = "/changes"}};
  if (seen.figures.median_days)
    list.push_back({.number = count(*seen.figures.median_days),
                    .text = t.plural("working day is the usual wait", "working days is the usual wait",
                                     *seen.figures.median_days)});
  list.push_back({.number = count(seen.figures.late),
                  .text = t.plural("answer is late now", "answers are late now", seen.figures.late),
                  .href = seen.figures.late > 0 ? "/changes?outcome=late" : "",
                  .warning = seen.figures.late > 0});
  if (seen.promises.broken > 0)
    list.push_back({.number = count(seen.promises.broken),
                    .text = t.plural("promise not kept", "promises not kept", seen.promises.broken),
                    .href = "/changes?outcome=broken",
                    .warning = true});
  return ui::figures(list);
}

Html cards(web::Context const& context, std::vector<changes::Change> const& list) {
  std::vector<ui::ChangeCard> cards;
  for (auto const& change : list) cards.push_back(changes::card(context.t, change, context.today()));
  return ui::change_cards(context.t, cards);
}

Html newest(web::Context const& context, Seen const& seen) {
  auto const& t = context.t;
  if (seen.newest.empty())
    return ui::empty_state({.title = t("The first answers are on their way"),
                            .text = t("As soon as a service answers, you read it here.")});
  return html(cards(context, seen.newest), ui::paragraph(ui::link("/changes", t("Everything that changed"))),
              ui::paragraph(ui::link("/changes?outcome=waiting", t("What families wait to hear"))));
}

/// What services work on: the promises whose days come next, and where to look at each service.
Html happening(web::Context const& context, Seen const& seen) {
  auto const& t = context.t;
  auto const services = ui::paragraph(ui::link("/services", t("Who answers here, and how long each service takes")));
  if (seen.next_promises.empty()) return html(ui::subheading(t("What is happening now")), services);
  auto const more = seen.promises.open > static_cast<std::int64_t>(seen.next_promises.size())
                        ? ui::paragraph(ui::link("/changes?outcome=will",
                                                 t.plural("1 promise with time to go",
                                                          "All {1} promises with time to go", seen.promises.open)))
                        : Html();
  return html(ui::subheading(t("What is happening now")),
              ui::paragraph(t("Services have promised these things. The day that comes first stands first.")),
              cards(context, seen.next_promises), more, services);
}

Html opening(i18n::Translator const& t, Seen const& seen) {
  if (!seen.opening)
    return ui::lead(
        t("Tell us what works and what doesn’t. You don’t need an account. We will tell you what happened, even when "
          "the answer is no."));
  return element("div", Attributes{{"class", "govuk-body-l"}}, ui::lines(seen.opening->text));
}

web::Answer show_front_page(web::Context& context) {
  auto const& t = context.t;
  auto const seen = context.db.read([&](db::Transaction& tx) { return look(tx, context); });
  auto const hero = element("div", Attributes{{"class", "hero__columns"}},
                            html(element("div", {},
                                         html(ui::heading(t("What should be different for families here?")),
                                              opening(t, seen), question(context))),
                                 figures(t, seen)));
  return ui::page(
      context, {.title = t("Tell us, and hear back"), .feed = "/changes.atom", .wide = true, .before = hero},
      html(ui::subheading(t("What changed because of you")), newest(context, seen), happening(context, seen)));
}

}  // namespace

web::Feature feature() {
  return {.name = "home",
          .routes = {web::page_route("/", web::kEveryone, show_front_page,
                                     {.remembered_under = {asks::kPublishedAnswers, county::kCounty}})},
          .navigation = {{i18n::mark("Home"), "/", web::kEveryone, 10}}};
}

}  // namespace earshot::home
