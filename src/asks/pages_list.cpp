// The list of asks: what waits for an answer, what has one, and what was given back; a lead's own, or all for those who
// see all.

#include <algorithm>

#include "asks/list.h"
#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "keys/keys.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/filters.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/work_list.h"

namespace earshot::asks {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 120;

/// What the page shows, all of one moment.
struct List {
  std::vector<AnsweredAsk> asks;
  std::int64_t count = 0;
  std::vector<agencies::Service> services;  ///< That whoever is looking sees asks of,
  std::vector<agencies::Agency> agencies;   ///< and theirs.
  parts::Counting counting;
  bool keys_on = true;
};

List load(web::Context const& context, Filter const& filter, int page) {
  auto const& viewer = *context.viewer;
  return context.db.read([&](db::Transaction& tx) {
    auto counting = parts::counting(tx, context.today());
    // A day on which nobody works is as near as the working day before it.
    Looking const looking{.leads = rules::sees_all(viewer) ? std::nullopt : std::optional(people::PersonId{viewer.id}),
                          .today = context.today(),
                          .soon_before = counting.calendar.after(context.today(), counting.soon + 1)};
    List list{.asks = store::list(tx, filter, looking, page, kOnPage),
              .count = store::count(tx, filter, looking),
              .services = agencies::all_services(tx),
              .agencies = agencies::agencies(tx),
              .counting = std::move(counting),
              .keys_on = keys::are_on(tx, {viewer.id})};
    if (looking.leads)
      std::erase_if(list.services, [&](agencies::Service const& each) { return !viewer.answers_for(each.id.value); });
    std::erase_if(list.agencies, [&](agencies::Agency const& each) {
      return std::none_of(list.services.begin(), list.services.end(),
                          [&](agencies::Service const& service) { return service.agency == each.id; });
    });
    return list;
  });
}

std::string clock_name(i18n::Translator const& t, AskClock::State state) {
  switch (state) {
    case AskClock::State::late:
      return t("Late");
    case AskClock::State::soon:
      return t("Due soon");
    case AskClock::State::on_time:
      return t("On time");
    case AskClock::State::paused:
      return t("Paused");
    case AskClock::State::stopped:
      break;
  }
  return {};
}

std::string title(i18n::Translator const& t, Standing standing) {
  switch (standing) {
    case Standing::waiting:
      return t("Waiting for an answer");
    case Standing::answered:
      return t("Answered");
    case Standing::returned:
      return t("Given back");
  }
  return {};
}

/// A reference finds its ask whatever became of it.
std::string title(i18n::Translator const& t, Filter const& filter) {
  return searched_reference(filter) ? t("Asks") : title(t, filter.standing);
}

bool has_more_than_counted(Filter const& filter, List const& list) {
  return !filter.search.empty() && list.count > store::kMostFound;
}

std::string found(i18n::Translator const& t, Filter const& filter, List const& list) {
  auto const count = list.count;
  if (has_more_than_counted(filter, list))
    return t("More than {1}. Filter or search to find the one.", t.number(store::kMostFound));
  switch (filter.standing) {
    case Standing::waiting:
      return t.plural("1 waits for an answer", "{1} wait for an answer", count);
    case Standing::answered:
      return t.plural("1 has an answer", "{1} have an answer", count);
    case Standing::returned:
      return t.plural("1 was given back", "{1} were given back", count);
  }
  return {};
}

std::string order(i18n::Translator const& t, Standing standing) {
  return standing == Standing::waiting ? t("The one due first stands first") : t("The latest stands first");
}

/// What leaves no choice is not asked for.
Html filters(i18n::Translator const& t, Filter const& filter, List const& list) {
  std::vector<ui::Choice> standings, clocks;
  for (auto const& [standing, word] : kWords<Standing>)
    if (standing != Standing::waiting) standings.push_back({.value = std::string(word), .label = title(t, standing)});
  for (auto const& [state, word] : kWords<AskClock::State>)
    clocks.push_back({.value = std::string(word), .label = clock_name(t, state)});
  std::vector<Html> fields{
      ui::filter_search(t, t("Words in it, or its reference"), filter.search),
      ui::filter_select(t, "standing", t("State"),
                        filter.standing == Standing::waiting ? "" : std::string(to_word(filter.standing)),
                        title(t, Standing::waiting), std::move(standings)),
      ui::filter_select(t, "clock", t("Clock"), filter.clock ? std::string(to_word(*filter.clock)) : std::string(),
                        t("Any"), std::move(clocks))};
  if (list.services.size() > 1)
    fields.push_back(ui::filter_select(t, "service", t("Service"), filter.service, t("All services"),
                                       ui::choices_by_name(list.services)));
  if (list.agencies.size() > 1)
    fields.push_back(ui::filter_select(t, "agency", t("Agency"), filter.agency, t("All agencies"),
                                       ui::choices_by_name(list.agencies)));
  return ui::filters(t, {.address = "/asks",
                         .fields = std::move(fields),
                         .everything = t("Show all that wait"),
                         .chosen = !(filter == Filter{})});
}

Html rows(i18n::Translator const& t, Filter const& filter, List const& list) {
  std::vector<ui::WorkItem> items;
  for (auto const& item : list.asks) {
    auto const words = said(t, item.ask.words, item.ask.language);
    items.push_back(
        {.href = parts::address(item.ask.id),
         .words = shortened(words.words, kInList),
         .language = words.language,
         .facts = {item.ask.service_name, parts::clock(t, list.counting, item.ask), parts::state(t, item)}});
  }
  return keys::list(ui::work_list(title(t, filter), items), list.keys_on);
}

Html nothing(i18n::Translator const& t, Filter const& filter) {
  if (filter == Filter{})
    return ui::empty_state(
        {.title = t("Nothing is waiting"), .text = t("Every ask that is yours has a published answer.")});
  return ui::empty_state({.title = t("No ask is like this"),
                          .text = t("Open the filter a little, or look for another state."),
                          .action_text = t("Show all that wait"),
                          .action_href = "/asks"});
}

}  // namespace

web::Answer show_open_asks(web::Context& context) {
  auto const& t = context.t;
  auto const filter = read_filter(context.request.query);
  auto const number = ui::page_number(context.request.query);
  auto const list = load(context, filter, number);
  auto const by_reference = searched_reference(filter).has_value();
  auto content = html(ui::heading(title(t, filter)));
  if (list.count > 0 && !by_reference) content += ui::lead(found(t, filter, list));
  content += filters(t, filter, list);
  if (list.count == 0) {
    content += nothing(t, filter);
  } else {
    if (!by_reference) content += ui::quiet(order(t, filter.standing));
    auto const in_sight = has_more_than_counted(filter, list) ? store::kMostFound : list.count;
    content +=
        html(rows(t, filter, list), ui::pager(context, number, static_cast<int>((in_sight + kOnPage - 1) / kOnPage)));
  }
  content += keys::help(t, list.keys_on);
  return ui::page(context, {.title = title(t, filter), .wide = true, .index = false}, content);
}

}  // namespace earshot::asks
