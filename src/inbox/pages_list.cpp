// The list of what waits: a filter that stands in its address, views that a person keeps, the oldest first.

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

struct CountedView {
  View view;
  std::int64_t count = 0;
};

/// What the page shows, all of one moment.
struct Inbox {
  std::vector<CameBack> came_back;
  std::vector<Listed> listed;
  std::int64_t count = 0;
  std::vector<CountedView> views;
  std::vector<agencies::Service> services;
  std::vector<county::Topic> topics;
  std::vector<county::Place> places;
  bool keys_on = true;
};

Inbox load(web::Context const& context, Filter const& filter, int page) {
  return context.db.read([&](db::Transaction& tx) {
    Inbox inbox{.came_back = store::came_back(tx, kOnPage),
                .listed = store::waiting(tx, filter, context.now, page, kOnPage),
                .count = store::count_waiting(tx, filter, context.now),
                .views = {},
                .services = agencies::services(tx),
                .topics = county::topics(tx),
                .places = county::places(tx),
                .keys_on = keys::are_on(tx, viewer(context))};
    for (auto& view : store::views(tx, viewer(context))) {
      auto const count = store::count_waiting(tx, read_filter(http::parse_urlencoded(view.query).fields), context.now);
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

Html filters(i18n::Translator const& t, Filter const& filter, Inbox const& inbox) {
  auto services = ui::choices_by_name(inbox.services);
  services.push_back({.value = std::string(kNotSure), .label = t("Not sure")});
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
              {ui::filter_search(t, t("Words in it"), filter.search),
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
    items += element("li", {}, html(ui::link("/voices?" + view.query, view.name), " (", t.number(count), ")"));
  auto const query = to_query(filter);
  auto const keep = query.empty() ? Html() : ui::paragraph(ui::link("/voices/views?" + query, t("Keep this view")));
  if (items.empty()) return keep;
  return html(element("nav", Attributes{{"aria-label", t("Your views")}},
                      html(element("ul", Attributes{{"class", "inbox-views"}}, items))),
              keep, ui::paragraph(ui::link("/voices/views", t("Your views"))));
}

/// What a service sent back stands on top: its family has waited once already.
Html came_back(i18n::Translator const& t, std::vector<CameBack> const& voices) {
  if (voices.empty()) return {};
  std::vector<ui::WorkItem> items;
  for (auto const& each : voices)
    items.push_back({.href = address(each.id),
                     .words = shortened(each.words, kInList),
                     .language = each.language,
                     .facts = {t("{1}: not for us", each.service_name), t.date(each.returned_at)}});
  return html(ui::subheading(t("Came back")), ui::quiet(t("A service says that these are not for them. Find another.")),
              ui::work_list(t("Came back"), items), ui::subheading(t("Waits to be read")));
}

Html list(i18n::Translator const& t, Inbox const& inbox, std::string const& title) {
  std::vector<ui::WorkItem> items;
  for (auto const& each : inbox.listed) {
    Html about = service_names(inbox.services, each.services, t("Not sure"));
    if (each.recorded) about += html(" ", govuk::tag({.text = t("Recorded"), .classes = "govuk-tag--grey"}));
    if (each.files) about += html(" ", govuk::tag({.text = t("With files"), .classes = "govuk-tag--grey"}));
    if (each.read_first)
      about += html(" ", govuk::tag({.text = t("Please read this first"), .classes = "govuk-tag--red"}));
    items.push_back({.href = address(each.id),
                     .words = shortened(each.words, kInList),
                     .language = each.language,
                     .facts = {about, t.date(each.received_at)}});
  }
  return keys::list(ui::work_list(title, items), inbox.keys_on);
}

}  // namespace

web::Answer show_inbox(web::Context& context) {
  auto const& t = context.t;
  auto const filter = read_filter(context.request.query);
  auto const number = ui::page_number(context.request.query);
  auto const inbox = load(context, filter, number);
  auto const title = t("What came in");
  auto content = html(ui::heading(title), views(t, filter, inbox), came_back(t, inbox.came_back));
  auto const ways_in = ui::quiet(html(ui::link("/record", t("Record for somebody")), ", ",
                                      ui::link("/voices/spreadsheet", t("bring in a spreadsheet"))));
  if (inbox.count == 0 && filter == Filter{}) {
    content +=
        ui::empty_state({.title = t("Nothing is waiting"), .text = t("Everything that came in has been passed on.")});
    return ui::page(context, {.title = title, .wide = true, .index = false}, html(content, ways_in));
  }
  content += ui::lead(t.plural("1 waits to be read", "{1} wait to be read", inbox.count));
  content += filters(t, filter, inbox);
  if (inbox.count == 0) {
    content += ui::empty_state({.title = t("Nothing that waits is like this"),
                                .text = t("Open the filter a little, or look at everything."),
                                .action_text = t("Show everything that waits"),
                                .action_href = "/voices"});
  } else {
    content += ui::quiet(t("The oldest stands first"));
    content += list(t, inbox, title);
    content += ui::pager(context, number, static_cast<int>((inbox.count + kOnPage - 1) / kOnPage));
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
