// "You said, we did" on a sheet of A4, to be hung up where families are.

#include <algorithm>
#include <array>

#include "changes/pages.h"
#include "changes/store.h"
#include "formats/qr.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::changes {
namespace {

/// So many fit on one sheet with letters that can be read from two steps away.
constexpr int kOnPoster = 6;
/// So much of each text fits when there are one, two … six of them.
constexpr std::array<std::size_t, kOnPoster> kLetters{560, 380, 260, 170, 125, 105};

struct Poster {
  std::string whose;   ///< "School Transport"
  std::string when;    ///< "This year"; empty for any time.
  std::string detail;  ///< What else was chosen: "Thornley, We did it".
  std::string more;    ///< The path that the QR code leads to.
  std::vector<Change> changes;
};

/// As on a card, but for a promise that was not kept: what a card says of it is too long for one line here.
std::string heading_of(i18n::Translator const& t, Change const& change, Date today) {
  if (became(change, today) == Became::broken) return t("Promised by {1}, not done yet", t.date(*change.promised_by));
  return outcome_heading(t, change, today);
}

Html item(i18n::Translator const& t, Change const& change, Date today, std::size_t letters) {
  auto const said = change.kind == Kind::told ? t("Nobody asked. We tell you anyway") : t("You said");
  Attributes words{{"class", "poster__words"}, {"dir", "auto"}};
  auto const shown = asks::said(t, change.words, change.language);
  if (shown.language != t.language().code) words.add("lang", shown.language);
  return element(
      "li", Attributes{{"class", "poster__item poster__item--" + shown_kind(change, today)}},
      html(element("div", {{"class", "poster__said"}},
                   html(element("p", {{"class", "poster__label"}}, said),
                        element("blockquote", words, shortened(shown.words, letters)))),
           element("div", {{"class", "poster__did"}},
                   html(element("p", {{"class", "poster__label"}}, heading_of(t, change, today)),
                        element("p", {{"class", "poster__text"}, {"dir", "auto"}}, shortened(change.text, letters))))));
}

/// How many of the changes fit with their whole answers: a reason that is cut off is none. At least one.
std::size_t that_fit(std::vector<Change> const& changes) {
  auto count = std::min<std::size_t>(changes.size(), kOnPoster);
  auto const fit = [&](std::size_t many) {
    return std::all_of(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(many),
                       [&](Change const& each) { return characters(each.text) <= kLetters[many - 1]; });
  };
  while (count > 1 && !fit(count)) --count;
  return count;
}

Html sheet(web::Context const& context, Poster const& poster) {
  auto const& t = context.t;
  auto const count = that_fit(poster.changes);
  Html items;
  for (std::size_t i = 0; i < count; ++i) items += item(t, poster.changes[i], context.today(), kLetters[count - 1]);
  auto const address = context.absolute(poster.more);
  auto whose = poster.whose;
  for (auto const& part : {poster.when, poster.detail})
    if (!part.empty()) whose += " · " + part;
  auto const head = element("header", {{"class", "poster__head"}},
                            html(element("p", {{"class", "poster__place"}}, context.site.place),
                                 element("h1", {{"class", "poster__title"}}, t("You said, we did")),
                                 element("p", {{"class", "poster__whose"}}, whose)));
  auto const foot = element(
      "footer", {{"class", "poster__foot"}},
      html(element("div", {{"class", "poster__qr"}},
                   Html::trusted(formats::qr_svg(address, t("A QR code of the page with everything that changed")))),
           element("div", {},
                   html(element("p", {{"class", "poster__ask"}}, t("What should be different? Tell us.")),
                        element("p", {},
                                t("No account needed. You hear back, even when the answer is no. Everything that "
                                  "changed stands here:")),
                        element("p", {{"class", "poster__address break"}}, address)))));
  auto const size = "poster poster--" + std::to_string(count);
  return element("article", Attributes{{"class", size}},
                 element("div", {{"class", "poster__sheet"}},
                         html(head, element("ol", {{"class", "poster__items"}, {"role", "list"}}, items), foot)));
}

/// What is chosen for the poster, and how it is printed. Not on paper.
Html bench(i18n::Translator const& t, Query const& query, std::string const& path, Date today) {
  Html kept;
  for (auto const& [name, value] : query.fields)
    if (name != "period") kept += ui::hidden(name, value);
  Attributes attributes{{"class", "filter"}, {"method", "get"}};
  auto const form = element("form", attributes.add("action", Url(path)),
                            html(kept,
                                 ui::select_field(t, {.name = "period",
                                                      .label = t("When"),
                                                      .items = period_choices(t, today),
                                                      .value = std::string(query.fields.get("period"))}),
                                 ui::button({.text = t("Show"), .look = ui::Button::Look::secondary})));
  return element("div", {{"class", "no-print"}},
                 html(ui::lead(t("This page prints on one sheet of A4. Choose “Print” in your browser.")), form));
}

web::Answer page_of(web::Context const& context, Query const& query, Poster const& poster, std::string const& back) {
  auto const& t = context.t;
  auto const title = t("Poster: {1}", poster.whose);
  auto content = bench(t, query, context.request.path, context.today());
  if (poster.changes.empty())
    content = html(ui::heading(title), content,
                   ui::empty_state({.title = t("There is nothing for a poster yet"),
                                    .text = t("No answer was published in this time. Choose a longer one.")}));
  else
    content += sheet(context, poster);
  return ui::page(context, {.title = title, .back = Url(back), .wide = true}, content);
}

/// The words that were chosen for `field`; empty when nothing was.
std::string chosen(Query const& query, std::string_view field) {
  for (auto const& each : query.chosen)
    if (each.field == field) return each.text;
  return {};
}

}  // namespace

web::Answer show_service_poster(web::Context& context, std::string slug) {
  auto const today = context.today();
  Query query;
  Poster poster;
  auto const is_known = context.db.read([&](db::Transaction& tx) {
    auto const service = agencies::find_service(tx, slug);
    if (!service) return false;
    http::Fields period;
    period.add("period", context.request.query.get("period"));
    query = read_query(period, {}, context.t, today);
    query.filter.service = service->id;
    poster = {.whose = service->name,
              .when = chosen(query, "period"),
              .detail = {},
              .more = "/services/" + service->slug,
              .changes = newest(tx, query.filter, today, kOnPoster)};
    return true;
  });
  if (!is_known) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return page_of(context, query, poster, poster.more);
}

web::Answer show_county_poster(web::Context& context) {
  auto const today = context.today();
  Query query;
  Poster poster;
  context.db.read([&](db::Transaction& tx) {
    query = read_query(context.request.query, known(tx), context.t, today);
    poster.changes = newest(tx, query.filter, today, kOnPoster);
  });
  poster.whose = context.t("All services");
  poster.when = chosen(query, "period");
  poster.more = query.address("/changes");
  for (auto const& each : query.chosen) {
    if (each.field == "service" || each.field == "agency")
      poster.whose = each.text;
    else if (each.field != "period")
      poster.detail += (poster.detail.empty() ? "" : ", ") + each.text;
  }
  return page_of(context, query, poster, poster.more);
}

}  // namespace earshot::changes
