// The record, searchable: who did what to what, and when. It holds ids and references, never what people wrote.

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "people/people.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "platform/record/search.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/prose.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

constexpr int kOnPage = 50;
constexpr char const* kPath = "/administration/record";

/// When a day begins where the county is. Clocks stand still or jump by an hour at most, and never by less than a
/// quarter.
Time start_of(i18n::Translator const& t, Date day) {
  auto time = Time(std::chrono::sys_days(day)) - std::chrono::hours{15};
  while (t.day(time) < day) time += std::chrono::minutes{15};
  return time;
}

/// "Priya, person 12", where the actor is a person.
std::string actor_of(std::string const& actor, std::vector<people::PersonListed> const& people) {
  for (auto const& each : people)
    if (actor == "person " + number(each.id)) return each.name + ", " + actor;
  return actor;
}

Html results(web::Context const& context, std::vector<record::Listed> const& entries,
             std::vector<people::PersonListed> const& people) {
  auto const& t = context.t;
  if (entries.empty())
    return ui::empty_state(
        {.title = t("Nothing in the record is like that"), .text = t("Leave some fields empty, or take more days.")});
  govuk::TableOptions table{.head = {{.text = t("When")},
                                     {.text = t("Who")},
                                     {.text = t("Did what")},
                                     {.text = t("To what")},
                                     {.text = t("What else")}}};
  for (std::size_t i = 0; i < entries.size() && i < kOnPage; ++i) {
    auto const& [id, at, entry, sequence] = entries[i];
    table.rows.push_back({{.text = t.date_and_time(at)},
                          {.text = actor_of(entry.actor, people)},
                          {.text = entry.action},
                          {.text = entry.subject},
                          {.text = entry.detail}});
  }
  return ui::wide_table(t("The record"), table);
}

/// The way to what is older, with the same questions.
Html older(web::Context const& context, std::vector<record::Listed> const& entries) {
  if (entries.size() <= kOnPage) return {};
  http::Fields query;
  for (auto const& [name, value] : context.request.query)
    if (name != rules::kAfterField) query.add(name, value);
  auto const& last = entries[kOnPage - 1];
  query.add(rules::kAfterField, std::to_string(last.at.time_since_epoch().count()) + "-" + std::to_string(last.id));
  return ui::paragraph(ui::link(std::string(kPath) + "?" + http::to_urlencoded(query), context.t("Older entries")));
}

Html form(web::Context const& context, web::FormState const& state, std::vector<people::PersonListed> const& people) {
  auto const& t = context.t;
  ui::SelectField actor{.name = std::string(rules::kActorField),
                        .label = t("Who"),
                        .items = {{.value = "", .label = t("Anybody")},
                                  {.value = "a family", .label = t("A family")},
                                  {.value = "operator", .label = t("An operator, at the terminal")},
                                  {.value = "earshot", .label = t("Earshot by itself")}},
                        .value = state.value(rules::kActorField)};
  for (auto const& each : people)
    actor.items.push_back({.value = "person " + number(each.id), .label = each.name + " (" + each.email + ")"});
  auto const day = [&](std::string_view name, std::string const& legend) {
    return ui::date_field(t, {.name = std::string(name),
                              .legend = legend,
                              .value = ui::date_parts(state, name),
                              .error = ui::error_for(t, state, name)});
  };
  auto const content =
      html(ui::select_field(t, actor),
           ui::text_field(t, {.name = std::string(rules::kActionField),
                              .label = t("Did what"),
                              .hint = t("How it begins, for example {1}", "asks."),
                              .value = state.value(rules::kActionField),
                              .error = ui::error_for(t, state, rules::kActionField)}),
           ui::text_field(t, {.name = std::string(rules::kReferenceField),
                              .label = t("To what"),
                              .hint = t("A reference or a part of it, for example {1}", "A-7KQ2-M9XC"),
                              .value = state.value(rules::kReferenceField),
                              .error = ui::error_for(t, state, rules::kReferenceField)}),
           day(rules::kFromField, t("From")), day(rules::kToField, t("Up to and with")),
           ui::button_group(html(ui::button({.text = t("Search")}), ui::link(kPath, t("Begin again")))));
  return element("form", {{"method", "get"}, {"action", kPath}, {"role", "search"}}, content);
}

}  // namespace

web::Answer show_record(web::Context& context) {
  auto const& t = context.t;
  auto const& query = context.request.query;
  web::FormState state{.values = query, .problems = {}, .sent = true};
  auto const search = rules::read_record_query(query, [&](Date day) { return start_of(t, day); });
  if (!search) state.problems = search.error().problems;

  std::vector<people::PersonListed> people;
  std::vector<record::Listed> entries;
  context.db.read([&](db::Transaction& tx) {
    people = people::list(tx);
    if (search) entries = record::search(tx, search->search, kOnPage + 1, search->after);
  });
  auto const found = search ? html(ui::subheading(t("Found, the latest first")), results(context, entries, people),
                                   older(context, entries))
                            : Html();
  return framed(
      context, {.title = t("The record"), .problems = state.problems, .wide = true},
      html(ui::paragraph(t("Who did what, and when, for good. Nobody can change it. It names references, never "
                           "what people wrote.")),
           form(context, state, people), found));
}

}  // namespace earshot::administration
