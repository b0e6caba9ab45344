// The list of what waits: a filter that stands in its address, views that a person keeps, the oldest first.

#include <algorithm>

#include "inbox/pages.h"
#include "keys/keys.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "ui/empty_state.h"
#include "ui/filters.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/work_list.h"

namespace earshot::inbox {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 140;
/// From so many working days on, a voice has waited long: its family begins to wonder.
constexpr int kLongWait = 5;

struct CountedView {
  View view;
  std::int64_t count = 0;
};

/// What the page shows, all of one moment.
struct Inbox {
  Date today;
  std::vector<CameBack> came_back;
  std::vector<Listed> listed;
  std::int64_t count = 0;
  std::vector<CountedView> views;
  std::vector<agencies::Service> services;
  std::vector<county::Topic> topics;
  std::vector<county::Place> places;
  county::Calendar calendar;
  bool keys_on = true;
};

Inbox load(web::Context const& context, Filter const& filter, int page) {
  return context.db.read([&](db::Transaction& tx) {
    Inbox inbox{.today = context.today(),
                .came_back = store::came_back(tx, kOnPage),
                .listed = store::list(tx, filter, context.now, page, kOnPage),
                .count = store::count(tx, filter, context.now),
                .views = {},
                .services = agencies::services(tx),
                .topics = county::topics(tx),
                .places = county::places(tx),
                .calendar = county::calendar(tx),
                .keys_on = keys::are_on(tx, viewer(context))};
    for (auto& view : store::views(tx, viewer(context))) {
      auto const count = store::count(tx, read_filter(http::parse_urlencoded(view.query).fields), context.now);
      inbox.views.push_back({std::move(view), count});
    }
    return inbox;
  });
}

std::string days_label(i18n::Translator const& t, int days) {
  switch (days) {
    case 1:
      return t("The last day");
    case 7:
      return t("The last 7 days");
    case 30:
      return t("The last 30 days");
    default:
      return t("The last year");
  }
}

std::string state_name(i18n::Translator const& t, State state) {
  switch (state) {
    case State::waiting:
      return t("Waits to be read");
    case State::passed_on:
      return t("Passed on");
    case State::closed:
      return t("Closed without an ask");
    case State::all:
      return t("All");
  }
  return {};
}

/// "more than 200" where there are more than are counted.
std::string counted(i18n::Translator const& t, std::int64_t count) {
  return count > store::kMostCounted ? t("more than {1}", t.number(store::kMostCounted)) : t.number(count);
}

Html filters(i18n::Translator const& t, Filter const& filter, Inbox const& inbox) {
  auto services = ui::choices_by_name(inbox.services);
  services.push_back({.value = std::string(kNotSure), .label = t("Not sure")});
  std::vector<ui::Choice> states;
  for (auto const& [state, word] : kWords<State>)
    if (state != State::waiting) states.push_back({.value = std::string(word), .label = state_name(t, state)});
  std::vector<ui::Choice> speakers;
  for (auto const& [speaker, word] : kWords<voices::Speaker>)
    speakers.push_back({.value = std::string(word), .label = voices::label(t, speaker)});
  std::vector<ui::Choice> languages;
  for (auto const& language : spoken_languages())
    languages.push_back({.value = std::string(language.code), .label = std::string(language.name)});
  std::vector<ui::Choice> days;
  for (auto const each : kDays) days.push_back({.value = std::to_string(each), .label = days_label(t, each)});
  auto const speaker = filter.speaker ? std::string(to_word(*filter.speaker)) : std::string();
  auto const since = filter.days == 0 ? std::string() : std::to_string(filter.days);
  using ui::filter_select;
  return ui::filters(
      t, {.address = "/voices",
          .fields =
              {ui::filter_search(t, t("Words in it, or a reference"), filter.search),
               filter_select(t, "state", t("State"),
                             filter.state == State::waiting ? std::string() : std::string(to_word(filter.state)),
                             state_name(t, State::waiting), std::move(states)),
               filter_select(t, "service", t("Service"), filter.service, t("All services"), std::move(services)),
               filter_select(t, "topic", t("Topic"), filter.topic, t("All topics"), ui::choices_by_name(inbox.topics)),
               filter_select(t, "place", t("Place"), filter.place, t("All places"), ui::choices_by_name(inbox.places)),
               filter_select(t, "speaker", t("Who is speaking"), speaker, t("Everybody"), std::move(speakers)),
               filter_select(t, "in", t("Language"), filter.language, t("All languages"), std::move(languages)),
               filter_select(t, "days", t("Since when"), since, t("Any time"), std::move(days)),
               filter_select(t, "recorded", t("Recorded by somebody"), filter.recorded ? "yes" : "", t("Either way"),
                             {{.value = "yes", .label = t("Only what was recorded for somebody")}}),
               filter_select(t, "files", t("Photos and recordings"), filter.files ? "yes" : "", t("With or without"),
                             {{.value = "yes", .label = t("Only with files")}})},
          .everything = t("Show everything that waits"),
          .chosen = !(filter == Filter{})});
}

Html views(i18n::Translator const& t, Filter const& filter, Inbox const& inbox) {
  Html items;
  for (auto const& [view, count] : inbox.views)
    items += element("li", {}, html(ui::link("/voices?" + view.query, view.name), " (", counted(t, count), ")"));
  auto const query = to_query(filter);
  auto const keep = query.empty() ? Html() : ui::paragraph(ui::link("/voices/views?" + query, t("Keep this view")));
  if (items.empty()) return keep;
  return html(element("nav", Attributes{{"aria-label", t("Your views")}},
                      html(element("ul", Attributes{{"class", "inbox-views"}}, items))),
              keep, ui::paragraph(ui::link("/voices/views", t("Your views"))));
}

/// What a service sent back stands on top: its family has waited once already.
/// The filter is for what nobody has read yet, so it leaves these alone, and says so.
Html came_back(i18n::Translator const& t, std::vector<CameBack> const& voices, Filter const& filter) {
  if (voices.empty()) return {};
  std::vector<ui::WorkItem> items;
  for (auto const& each : voices)
    items.push_back({.href = address(each.id),
                     .words = shortened(each.words, kInList),
                     .language = each.language,
                     .facts = {t("{1}: not for us", each.service_name), t.date(each.returned_at)}});
  auto const unfiltered =
      filter == Filter{} ? Html() : ui::quiet(t("All that came back stands here, whatever the filter."));
  return html(ui::subheading(t("Came back")), ui::quiet(t("A service says that these are not for them. Find another.")),
              unfiltered, ui::work_list(t("Came back"), items), ui::subheading(t("Waits to be read")));
}

/// What became of it, or how long it has waited.
Html state_of(i18n::Translator const& t, Inbox const& inbox, Listed const& each) {
  auto const tag = [](std::string const& text) { return govuk::tag({.text = text, .classes = "govuk-tag--grey"}); };
  auto const day = t.date(each.received_at);
  if (each.withdrawn_at) return html(tag(t("Taken back")), " ", day);
  if (each.closed_at) return html(tag(t("Closed")), " ", day);
  if (each.asked_at) return html(tag(t("Passed on")), " ", day);
  auto const days = inbox.calendar.between(t.day(each.received_at), inbox.today);
  if (days == 0) return html(day);
  auto const waits = t.plural("waits 1 working day", "waits {1} working days", days);
  if (days < kLongWait) return html(day, ", ", waits);
  return html(govuk::tag({.text = t("Waits long"), .classes = "govuk-tag--orange"}), " ", day, ", ", waits);
}

Html about(i18n::Translator const& t, Inbox const& inbox, Listed const& each) {
  Html about = service_names(inbox.services, each.services, t("Not sure"));
  auto const tag = [&](bool shown, std::string const& text, char const* classes) {
    if (shown) about += html(" ", govuk::tag({.text = text, .classes = classes}));
  };
  tag(each.recorded, t("Recorded"), "govuk-tag--grey");
  tag(each.files, t("With files"), "govuk-tag--grey");
  tag(each.read_first, t("Please read this first"), "govuk-tag--red");
  return about;
}

/// The topics and the place, by name.
std::string topics_and_place(Inbox const& inbox, Listed const& each) {
  auto names = names_of(inbox.topics, each.topics);
  if (!each.place) return names;
  auto const place = names_of(inbox.places, std::vector<county::PlaceId>{*each.place});
  return names.empty() ? place : names + ", " + place;
}

Html list(i18n::Translator const& t, Filter const& filter, Inbox const& inbox, std::string const& title) {
  auto const query = to_query(filter);
  std::vector<ui::WorkItem> items;
  for (auto const& each : inbox.listed) {
    auto const taken_back = each.withdrawn_at.has_value();
    items.push_back(
        {.href = with_query(address(each.id), query),
         .words = taken_back ? t("The family has taken {1} back.", each.reference) : shortened(each.words, kInList),
         .language = taken_back ? std::string(t.language().code) : each.language,
         .facts = {about(t, inbox, each), topics_and_place(inbox, each), state_of(t, inbox, each)}});
  }
  return keys::list(ui::work_list(title, items), inbox.keys_on);
}

/// How many there are of what was looked for.
std::string found(i18n::Translator const& t, Filter const& filter, std::int64_t count) {
  if (count > store::kMostCounted)
    return t("More than {1}. Filter or search to find the one.", t.number(store::kMostCounted));
  if (filter.state == State::waiting && !searched_reference(filter))
    return t.plural("1 waits to be read", "{1} wait to be read", count);
  return t.plural("1 is like this", "{1} are like this", count);
}

}  // namespace

web::Answer show_inbox(web::Context& context) {
  auto const& t = context.t;
  auto const filter = read_filter(context.request.query);
  auto const number = ui::page_number(context.request.query);
  auto const inbox = load(context, filter, number);
  auto const title = t("What came in");
  auto const waits = filter.state == State::waiting;
  auto content =
      html(ui::heading(title), views(t, filter, inbox), waits ? came_back(t, inbox.came_back, filter) : Html());
  auto const ways_in = ui::quiet(html(ui::link("/record", t("Record for somebody")), ", ",
                                      ui::link("/voices/spreadsheet", t("bring in a spreadsheet"))));
  if (inbox.count == 0 && filter == Filter{}) {
    content +=
        ui::empty_state({.title = t("Nothing is waiting"), .text = t("Everything that came in has been passed on.")});
    return ui::page(context, {.title = title, .wide = true, .index = false}, html(content, ways_in));
  }
  if (inbox.count > 0 || waits) content += ui::lead(found(t, filter, inbox.count));
  content += filters(t, filter, inbox);
  if (inbox.count == 0) {
    content += ui::empty_state({.title = waits ? t("Nothing that waits is like this") : t("Nothing is like this"),
                                .text = t("Open the filter a little, or look at everything."),
                                .action_text = t("Show everything that waits"),
                                .action_href = "/voices"});
  } else {
    auto const in_sight = std::min(inbox.count, std::int64_t{store::kMostCounted});
    content += ui::quiet(waits ? t("The oldest stands first") : t("The latest stands first"));
    content += list(t, filter, inbox, title);
    content += ui::pager(context, number, static_cast<int>((in_sight + kOnPage - 1) / kOnPage));
  }
  content += html(ways_in, keys::help(t, inbox.keys_on));
  return ui::page(context, {.title = title, .wide = true, .index = false}, content);
}

std::string service_names(std::vector<agencies::Service> const& services, std::vector<agencies::ServiceId> const& ids,
                          std::string otherwise) {
  std::string names;
  for (auto const& service : services)
    for (auto const id : ids)
      if (service.id == id) names += (names.empty() ? "" : ", ") + service.name;
  return names.empty() ? otherwise : names;
}

}  // namespace earshot::inbox
