#include "changes/query.h"

#include <algorithm>

#include "changes/rules.h"
#include "platform/base/text.h"
#include "platform/http/forms.h"
#include "ui/govuk/details.h"

namespace earshot::changes {
namespace {

constexpr std::size_t kLongestSearch = 200;
constexpr int kYearsBack = 3;

constexpr std::string_view kSearch = "q";
constexpr std::string_view kService = "service";
constexpr std::string_view kAgency = "agency";
constexpr std::string_view kPlace = "place";
constexpr std::string_view kTopic = "topic";
constexpr std::string_view kPeriod = "period";
constexpr std::string_view kOutcome = "outcome";

std::vector<ui::Choice> outcome_choices(i18n::Translator const& t) {
  return {{.value = "", .label = t("Any answer")},
          {.value = "done", .label = t("We did it")},
          {.value = "kept", .label = t("Promise kept")},
          {.value = "will", .label = t("We will")},
          {.value = "broken", .label = t("Promise not kept")},
          {.value = "cannot", .label = t("We can't")},
          {.value = "told", .label = t("Changed without being asked")},
          {.value = "waiting", .label = t("No answer yet")},
          {.value = "late", .label = t("The answer is late")}};
}

template <class Entry>
std::vector<ui::Choice> slug_choices(std::string const& any, std::vector<Entry> const& entries) {
  std::vector<ui::Choice> choices{{.value = "", .label = any}};
  for (auto const& entry : entries) choices.push_back({.value = entry.slug, .label = entry.name});
  return choices;
}

/// The label of what was chosen; the word itself when it is none of ours.
std::string label_of(std::vector<ui::Choice> const& choices, std::string_view value) {
  for (auto const& choice : choices)
    if (choice.value == value) return choice.label;
  return std::string(value);
}

/// The id of the entry with this slug. One that nothing has stands for a word that is not known.
template <class Entry>
auto id_of(std::vector<Entry> const& entries, std::string_view slug) {
  for (auto const& entry : entries)
    if (entry.slug == slug) return entry.id;
  return decltype(Entry::id){-1};
}

}  // namespace

std::vector<ui::Choice> period_choices(i18n::Translator const& t, Date today) {
  std::vector<ui::Choice> choices{{.value = "", .label = t("Any time")},
                                  {.value = "this-month", .label = t("This month")},
                                  {.value = "three-months", .label = t("The last three months")},
                                  {.value = "this-year", .label = t("This year")}};
  auto const year = static_cast<int>(today.year());
  for (int back = 1; back <= kYearsBack; ++back)
    choices.push_back({.value = std::to_string(year - back), .label = std::to_string(year - back)});
  return choices;
}

Known known(db::Transaction& tx) {
  return {.services = agencies::all_services(tx),
          .agencies = agencies::agencies(tx),
          .places = county::places(tx),
          .topics = county::topics(tx)};
}

std::string Query::address(std::string_view path, std::string_view without) const {
  http::Fields kept;
  for (auto const& [name, value] : fields)
    if (name != without) kept.add(name, value);
  return std::string(path) + (kept.empty() ? "" : "?" + http::to_urlencoded(kept));
}

std::string Query::in_words() const {
  std::string words;
  for (auto const& each : chosen) words += (words.empty() ? "" : ", ") + each.text;
  return words;
}

Query read_query(http::Fields const& fields, Known const& known, i18n::Translator const& t, Date today) {
  Query query;
  auto const choose = [&](std::string_view field, std::string_view value, std::string const& text) {
    query.fields.add(field, value);
    query.chosen.push_back({field, text});
  };
  if (query.filter.search = shortened(tidy(fields.get(kSearch)), kLongestSearch); !query.filter.search.empty())
    choose(kSearch, query.filter.search, t("“{1}”", query.filter.search));
  if (auto const slug = fields.get(kService); !slug.empty()) {
    query.filter.service = id_of(known.services, slug);
    choose(kService, slug, label_of(slug_choices({}, known.services), slug));
  }
  if (auto const slug = fields.get(kAgency); !slug.empty()) {
    query.filter.agency = id_of(known.agencies, slug);
    choose(kAgency, slug, label_of(slug_choices({}, known.agencies), slug));
  }
  if (auto const slug = fields.get(kPlace); !slug.empty()) {
    query.filter.place = id_of(known.places, slug);
    choose(kPlace, slug, label_of(slug_choices({}, known.places), slug));
  }
  if (auto const slug = fields.get(kTopic); !slug.empty()) {
    query.filter.topic = id_of(known.topics, slug);
    choose(kTopic, slug, label_of(slug_choices({}, known.topics), slug));
  }
  if (auto const period = rules::read_period(fields.get(kPeriod), today)) {
    query.filter.from = rules::begin_of(t, period->first);
    if (period->last) query.filter.until = rules::begin_of(t, plus(*period->last, Days{1}));
    choose(kPeriod, fields.get(kPeriod), label_of(period_choices(t, today), fields.get(kPeriod)));
  }
  if (query.filter.became = from_word<Became>(fields.get(kOutcome)); query.filter.became)
    choose(kOutcome, fields.get(kOutcome), label_of(outcome_choices(t), fields.get(kOutcome)));
  return query;
}

std::vector<std::string> remembered_fields() {
  std::vector<std::string> names{"page"};
  for (auto const field : {kService, kAgency, kPlace, kTopic, kPeriod, kOutcome}) names.emplace_back(field);
  return names;
}

Html filter_form(i18n::Translator const& t, Known const& known, Query const& query, Url const& action, Date today) {
  auto const select = [&](std::string_view name, std::string const& label, std::vector<ui::Choice> items) {
    return ui::select_field(t, {.name = std::string(name),
                                .label = label,
                                .items = std::move(items),
                                .value = std::string(query.fields.get(name))});
  };
  auto more = html(select(kOutcome, t("What became of it"), outcome_choices(t)),
                   select(kPeriod, t("When"), period_choices(t, today)),
                   select(kAgency, t("Agency"), slug_choices(t("Any agency"), known.agencies)));
  if (!known.places.empty()) more += select(kPlace, t("Place"), slug_choices(t("Any place"), known.places));
  if (!known.topics.empty()) more += select(kTopic, t("Topic"), slug_choices(t("Any topic"), known.topics));
  auto const chosen_more = std::any_of(query.chosen.begin(), query.chosen.end(), [](Chosen const& each) {
    return each.field != kSearch && each.field != kService;
  });
  auto const fields = html(ui::text_field(t, {.name = std::string(kSearch),
                                              .label = t("Search for a word"),
                                              .value = std::string(query.fields.get(kSearch))}),
                           select(kService, t("Service"), slug_choices(t("Any service"), known.services)),
                           element("div", {{"class", "filter__more"}},
                                   govuk::details({.summary_text = t("More to choose from"),
                                                   .text = element("div", {{"class", "filter__fields"}}, more),
                                                   .open = chosen_more})),
                           ui::button({.text = t("Show")}));
  Attributes attributes{{"class", "filter"}, {"method", "get"}, {"role", "search"}};
  return element("form", attributes.add("action", action), fields);
}

}  // namespace earshot::changes
