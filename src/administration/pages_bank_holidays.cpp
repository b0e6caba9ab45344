// Bank holidays: the days on which no clock runs.

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

constexpr char const* kList = "/administration/bank-holidays";

/// The days from the first of this year on; what has passed before that changes nothing any more.
std::vector<county::BankHoliday> days_shown(web::Context const& context) {
  auto days = context.db.read([](db::Transaction& tx) { return county::bank_holidays(tx); });
  std::erase_if(days, [&](auto const& each) { return each.day.year() < context.today().year(); });
  return days;
}

Result<county::BankHoliday> find(web::Context const& context, std::string const& text) {
  auto const day = date_from_iso(text);
  for (auto& each : context.db.read([](db::Transaction& tx) { return county::bank_holidays(tx); }))
    if (each.day == day) return std::move(each);
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

Html table(web::Context const& context, std::vector<county::BankHoliday> const& days) {
  auto const& t = context.t;
  if (days.empty())
    return ui::empty_state({.title = t("No bank holiday is known from this year on"),
                            .text = t("Clocks run on every day from Monday to Friday until you add some.")});
  govuk::TableOptions table{.head = {{.text = t("Day")}, {.text = t("Name")}, {.text = t("Change")}},
                            .first_cell_is_header = true};
  for (auto const& each : days) {
    auto const take_out = ui::link(
        std::string(kList) + "/" + to_iso(each.day),
        html(t("Take out"), element("span", {{"class", "govuk-visually-hidden"}}, html(" ", t.date(each.day)))));
    table.rows.push_back({{.text = t.date(each.day)}, {.text = each.name}, {.text = take_out}});
  }
  return ui::wide_table(t("Bank holidays"), table);
}

}  // namespace

web::Answer show_bank_holidays(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const form = html(ui::subheading(t("Add a day")),
                         ui::date_field(t, {.name = std::string(rules::kDayField),
                                            .legend = t("Day"),
                                            .hint = t("For example, {1}", "1 1 2029"),
                                            .value = ui::date_parts(state, rules::kDayField),
                                            .error = ui::error_for(t, state, rules::kDayField)}),
                         ui::text_field(t, {.name = std::string(rules::kNameField),
                                            .label = t("What the day is called"),
                                            .value = state.value(rules::kNameField),
                                            .error = ui::error_for(t, state, rules::kNameField)}),
                         ui::button({.text = t("Add")}));
  return framed(context, {.title = t("Bank holidays"), .problems = state.problems},
                html(ui::paragraph(t("Services answer within working days: Monday to Friday, but not on these days. A "
                                     "change counts for asks that come after it.")),
                     table(context, days_shown(context)), ui::form(context, kList, form)));
}

web::Answer add_bank_holiday(web::Context& context, http::Form const& form) {
  auto const read = TRY(rules::read_bank_holiday(form.fields));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    if (!county::add_bank_holiday(tx, read.day, read.name))
      return refuse(rules::kDayField, msg("This day is a bank holiday already."));
    note(tx, context, "add_bank_holiday", "bank holiday " + to_iso(read.day));
    return {};
  }),
                 kList);
}

web::Answer show_remove_bank_holiday(web::Context& context, web::FormState const& state, std::string const& day) {
  auto const& t = context.t;
  auto const found = TRY(find(context, day));
  auto const title = t("Take out {1}, {2}", found.name, t.date(found.day));
  return framed(
      context, {.title = title, .back = kList, .problems = state.problems},
      html(ui::paragraph(t("The day becomes one like any other: clocks run on it.")),
           ui::form(context, std::string(kList) + "/" + to_iso(found.day),
                    ui::button_group(html(ui::button({.text = t("Take it out"), .look = ui::Button::Look::warning}),
                                          ui::link(kList, t("Leave it as it is")))))));
}

web::Answer remove_bank_holiday(web::Context& context, http::Form const&, std::string const& day) {
  auto const found = TRY(find(context, day));
  context.db.write([&](db::Transaction& tx) {
    if (county::remove_bank_holiday(tx, found.day))
      note(tx, context, "remove_bank_holiday", "bank holiday " + to_iso(found.day));
  });
  return web::go_to(kList);
}

}  // namespace earshot::administration
