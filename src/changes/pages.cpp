// "You said, we did": the list, a page each, and the feed.

#include "changes/pages.h"

#include "agencies/agencies.h"
#include "changes/changes.h"
#include "formats/atom.h"
#include "platform/base/text.h"
#include "platform/crypto/reference.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "ui/change_card.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::changes {
namespace {

constexpr int kOnPage = 20;
constexpr int kInFeed = 50;
constexpr std::size_t kLongestSearch = 200;

Filter filter_of(http::Fields const& query) {
  return {.service = std::string(query.get("service")),
          .outcome = from_word<asks::Outcome>(query.get("outcome")),
          .search = shortened(tidy(query.get("q")), kLongestSearch)};
}

std::vector<ui::Choice> outcome_choices(i18n::Translator const& t) {
  return {{.value = "", .label = t("Any answer")},
          {.value = "done", .label = t("We did it")},
          {.value = "will", .label = t("We will")},
          {.value = "cannot", .label = t("We can't")}};
}

std::vector<ui::Choice> service_choices(i18n::Translator const& t, std::vector<agencies::Service> const& services) {
  std::vector<ui::Choice> choices{{.value = "", .label = t("Any service")}};
  for (auto const& service : services) choices.push_back({.value = service.slug, .label = service.name});
  return choices;
}

/// The form that narrows the list down; it sends GET, so that a list has an address to share.
Html filter_form(i18n::Translator const& t, std::vector<agencies::Service> const& services, http::Fields const& query) {
  auto const fields =
      html(ui::text_field(t, {.name = "q", .label = t("Search for a word"), .value = std::string(query.get("q"))}),
           ui::select_field(t, {.name = "service",
                                .label = t("Service"),
                                .items = service_choices(t, services),
                                .value = std::string(query.get("service"))}),
           ui::select_field(t, {.name = "outcome",
                                .label = t("Answer"),
                                .items = outcome_choices(t),
                                .value = std::string(query.get("outcome"))}),
           ui::button({.text = t("Show"), .look = ui::Button::Look::secondary}));
  return element("form", Attributes{{"class", "filter"}, {"method", "get"}, {"action", "/changes"}, {"role", "search"}},
                 fields);
}

Html results(web::Context const& context, Page const& page, int number) {
  auto const& t = context.t;
  if (page.changes.empty())
    return ui::empty_state({.title = t("Nothing here yet"),
                            .text = t("No answer fits what you asked for. Try fewer words, or another service."),
                            .action_text = t("Show everything"),
                            .action_href = "/changes"});
  std::vector<ui::ChangeCard> cards;
  for (auto const& change : page.changes) cards.push_back(card(t, change));
  auto const total = static_cast<int>(page.total);
  return html(ui::change_cards(t, cards), ui::pager(context, number, (total + kOnPage - 1) / kOnPage));
}

}  // namespace

web::Answer show_changes(web::Context& context) {
  auto const& t = context.t;
  auto const& query = context.request.query;
  auto const number = ui::page_number(query);
  std::vector<agencies::Service> services;
  Page page;
  context.db.read([&](db::Transaction& tx) {
    services = agencies::services(tx);
    page = published(tx, filter_of(query), number, kOnPage);
  });
  auto const content =
      html(ui::heading(t("You said, we did")),
           ui::lead(t("What families said, and what became of it. Also when the answer is no, with the reason.")),
           filter_form(t, services, query), ui::subheading(t.plural("1 answer", "{1} answers", page.total)),
           results(context, page, number),
           ui::paragraph(ui::link("/changes.atom", t("Follow new answers in a feed reader"))));
  return ui::page(context, {.title = t("You said, we did"), .feed = "/changes.atom", .wide = true}, content);
}

web::Answer show_change(web::Context& context, std::string typed) {
  auto const& t = context.t;
  auto const reference = crypto::read_reference(typed);
  auto const found =
      reference ? context.db.read([&](db::Transaction& tx) { return find(tx, *reference); }) : std::optional<Change>();
  if (!found) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  auto const& change = *found;
  auto const said_on = t.date(change.asked_at);
  auto const content =
      html(ui::heading(t("You said, we did")), ui::subheading(t("You said")), ui::words(change.words, change.language),
           ui::quiet(change.words_by == asks::WordsBy::worker ? t("In a worker's words. Said on {1}.", said_on)
                                                              : t("In the family's own words. Said on {1}.", said_on)),
           ui::answer_panel({.kind = std::string(to_word(change.outcome)),
                             .heading = outcome_heading(t, change),
                             .text = change.text,
                             .by = t("{1}, {2}", change.service_name, t.date(change.published_at))}),
           ui::quiet(t("Reference {1}", change.reference)));
  return ui::page(context, {.title = shortened(change.words, 70), .back = Url("/changes")}, content);
}

web::Answer show_feed(web::Context& context) {
  auto const& t = context.t;
  auto const page = context.db.read([&](db::Transaction& tx) { return published(tx, {}, 1, kInFeed); });
  formats::Feed feed{.id = context.absolute("/changes.atom"),
                     .title = t("You said, we did: {1}", context.site.place),
                     .page = context.absolute("/changes"),
                     .language = std::string(t.language().code),
                     .updated = page.changes.empty() ? Time{} : page.changes.front().published_at};
  for (auto const& change : page.changes) {
    auto const address = context.absolute("/changes/" + change.reference);
    feed.entries.push_back(
        {.id = address,
         .title = shortened(change.words, 100),
         .page = address,
         .author = change.service_name,
         .updated = change.published_at,
         .text = t("You said") + ": " + change.words + "\n\n" + outcome_heading(t, change) + ": " + change.text});
  }
  http::Response response{.body = formats::atom(feed)};
  response.headers.set("Content-Type", "application/atom+xml; charset=utf-8");
  return response;
}

}  // namespace earshot::changes
