// The lists for machines: the feed and the spreadsheet. What is not published is in neither.

#include "changes/pages.h"
#include "formats/atom.h"
#include "formats/csv.h"
#include "platform/base/text.h"
#include "platform/db/database.h"

namespace earshot::changes {
namespace {

constexpr int kInFeed = 50;
constexpr int kInSheet = 5'000;

/// The query of the address, and the newest changes that it finds.
std::pair<Query, std::vector<Change>> found(web::Context const& context, int most) {
  return context.db.read([&](db::Transaction& tx) {
    auto query = read_query(context.request.query, known(tx), context.t, context.today());
    auto changes = newest(tx, query.filter, context.today(), most);
    return std::pair(std::move(query), std::move(changes));
  });
}

std::string page_of(web::Context const& context, Change const& change) {
  return context.absolute("/changes/" + change.reference);
}

}  // namespace

web::Answer show_feed(web::Context& context) {
  auto const& t = context.t;
  auto const [query, list] = found(context, kInFeed);
  auto const title = t("You said, we did: {1}", context.site.place);
  formats::Feed feed{.id = context.absolute(query.address("/changes.atom")),
                     .title = query.chosen.empty() ? title : title + " (" + query.in_words() + ")",
                     .page = context.absolute(query.address("/changes")),
                     .language = std::string(t.language().code),
                     .updated = list.empty() ? Time{} : list.front().published_at};
  for (auto const& change : list) {
    auto const said = change.kind == Kind::told ? t("Why we changed it") : t("You said");
    auto const words = asks::said(t, change.words, change.language).words;
    feed.entries.push_back({.id = page_of(context, change),
                            .title = shortened(words, 100),
                            .page = page_of(context, change),
                            .author = change.service_name,
                            .updated = change.published_at,
                            .text = said + ": " + words + "\n\n" + outcome_heading(t, change, context.today()) +
                                    (change.answered ? ": " + change.text : "")});
  }
  http::Response response{.body = formats::atom(feed)};
  response.headers.set("Content-Type", "application/atom+xml; charset=utf-8");
  return response;
}

web::Answer show_sheet(web::Context& context) {
  auto const& t = context.t;
  auto const list = found(context, kInSheet).second;
  // The names of the columns and the words in "became" are the same in every language, for programs that read them.
  std::string sheet = formats::csv_line({"reference", "service", "agency", "place", "said_on", "words", "words_by",
                                         "language", "became", "answer", "promised_by", "published_on", "page"});
  for (auto const& change : list)
    sheet += formats::csv_line({change.reference, change.service_name, change.agency_name, change.place,
                                change.asked_at ? to_iso(t.day(*change.asked_at)) : std::string(), change.words,
                                std::string(to_word(change.words_by)), change.language,
                                std::string(to_word(became(change, context.today()))), change.text,
                                change.promised_by ? to_iso(*change.promised_by) : std::string(),
                                to_iso(t.day(change.published_at)), page_of(context, change)});
  // Spreadsheets take a file for UTF-8 only when it begins with this mark.
  http::Response response{.body = "\xEF\xBB\xBF" + sheet};
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"you-said-we-did.csv\"");
  return response;
}

}  // namespace earshot::changes
