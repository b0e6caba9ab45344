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
/// About a school term.
constexpr Days kRecent{90};

struct Seen {
  changes::Page newest;
  asks::Figures figures;
  std::int64_t voices = 0;
  std::optional<county::Words> opening;  ///< The county's own, in the reader's language.
};

/// What stands above the question.
Html opening(i18n::Translator const& t, Seen const& seen) {
  if (seen.opening) return element("div", Attributes{{"class", "govuk-body-l"}}, ui::lines(seen.opening->text));
  return ui::lead(
      t("Tell us what works and what doesn’t. You don’t need an account. We will tell you what happened, "
        "even when the answer is no."));
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

Html figures(i18n::Translator const& t, Seen const& seen) {
  auto const count = [&](std::int64_t number) { return t.number(number); };
  std::vector<ui::Figure> list{
      {.number = count(seen.voices), .text = t("things families said in the last three months")},
      {.number = count(seen.figures.answered), .text = t("answered so far"), .href = "/changes"}};
  if (seen.figures.median_days) {
    auto const late = t.plural("1 answer is late", "{1} answers are late", seen.figures.late);
    list.push_back({.number = count(*seen.figures.median_days),
                    .text = t("days is the usual wait; {1}", late),
                    .warning = seen.figures.late > 0});
  }
  return ui::figures(list);
}

Html newest(i18n::Translator const& t, changes::Page const& page) {
  if (page.changes.empty())
    return ui::empty_state({.title = t("The first answers are on their way"),
                            .text = t("As soon as a service answers, you read it here.")});
  std::vector<ui::ChangeCard> cards;
  for (auto const& change : page.changes) cards.push_back(changes::card(t, change));
  return html(ui::change_cards(t, cards), ui::paragraph(ui::link("/changes", t("Everything that changed"))));
}

web::Answer show_front_page(web::Context& context) {
  auto const& t = context.t;
  auto const seen = context.db.read([&](db::Transaction& tx) {
    return Seen{.newest = changes::published(tx, {}, 1, kNewest),
                .figures = asks::figures(tx, context.today()),
                .voices = voices::count_since(tx, context.now - kRecent),
                .opening = county::words_in(tx, county::Page::front, t.language().code)};
  });
  auto const hero = element("div", Attributes{{"class", "hero__columns"}},
                            html(element("div", {},
                                         html(ui::heading(t("What should be different for families here?")),
                                              opening(t, seen), question(context))),
                                 figures(t, seen)));
  return ui::page(context,
                  {.title = t("Tell us, and hear back"), .feed = "/changes.atom", .wide = true, .before = hero},
                  html(ui::subheading(t("What changed because of you")), newest(t, seen.newest)));
}

}  // namespace

web::Feature feature() {
  return {.name = "home",
          .routes = {web::page_route("/", web::kEveryone, show_front_page,
                                     {.remembered_under = {asks::kPublishedAnswers, county::kCounty}})},
          .navigation = {{i18n::mark("Home"), "/", web::kEveryone, 10}}};
}

}  // namespace earshot::home
