// The county's rules: when somebody is reminded and told of what is late, how much support obliges an answer, and the
// words that raise a flag.

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/db/database.h"
#include "safeguarding/safeguarding.h"
#include "ui/fields.h"
#include "ui/govuk/details.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/seen.h"

namespace earshot::administration {
namespace {

/// What stands in the form of the rules.
std::vector<ui::Stands> stands_of(county::Settings const& settings) {
  auto const number = [](std::string_view field, int value) { return ui::Stands{field, std::to_string(value)}; };
  return {number(rules::kRemindField, settings.remind_before),
          number(rules::kToAgencyField, settings.escalate_to_agency_after),
          number(rules::kToCountyField, settings.escalate_to_county_after),
          number(rules::kSupportField, settings.support_obliges),
          number(rules::kLookField, settings.safeguarding_look_within),
          number(rules::kDecideField, settings.safeguarding_decide_within),
          number(rules::kAgainField, settings.safeguarding_tell_again),
          {rules::kDangerField, settings.danger_words}};
}

}  // namespace

web::Answer show_rules(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const stands = context.db.read([](db::Transaction& tx) { return county::settings(tx); });
  auto const number = [&](std::string_view name, std::string const& label, std::string const& hint, int value,
                          std::string const& suffix) {
    return ui::text_field(t, {.name = std::string(name),
                              .label = label,
                              .hint = hint,
                              .value = state.value(name, std::to_string(value)),
                              .error = ui::error_for(t, state, name),
                              .inputmode = "numeric",
                              .width = 5,
                              .suffix = suffix});
  };
  auto const days = t("working days");
  auto const hours = t("hours");
  auto const form = html(
      ui::seen(stands_of(stands)), ui::subheading(t("When an answer is due")),
      number(rules::kRemindField, t("Remind the people who answer"), t("So long before the day. From 1 to 20."),
             stands.remind_before, days),
      number(rules::kToAgencyField, t("Tell the agency’s lead"), t("So long after the day. From 1 to 60."),
             stands.escalate_to_agency_after, days),
      number(rules::kToCountyField, t("Tell the county’s lead"), t("So long after the day. From 1 to 60."),
             stands.escalate_to_county_after, days),
      ui::subheading(t("This matters to us too")),
      number(rules::kSupportField, t("How many people oblige an answer"),
             t("When so many say that something matters to them too, everybody sees that it must be answered. From "
               "2 to 10,000."),
             stands.support_obliges, t("people")),
      ui::subheading(t("When somebody may be in danger")),
      number(rules::kLookField, t("A safeguarding lead looks at it"), t("So long after it was raised. From 1 to 168."),
             stands.safeguarding_look_within, hours),
      number(rules::kDecideField, t("A safeguarding lead decides"), t("So long after it was raised. From 1 to 168."),
             stands.safeguarding_decide_within, hours),
      number(rules::kAgainField, t("The leads are told again of what is late"), t("Each so often. From 1 to 168."),
             stands.safeguarding_tell_again, hours),
      ui::subheading(t("Words that may mean danger")),
      ui::textarea_field(
          t, {.name = std::string(rules::kDangerField),
              .label = t("One word or phrase a line"),
              .hint = t("What holds one of them is shown to a person at once. Nothing is decided by a word, and "
                        "families do not see the list. Yours are added to ours; write a - in front of one of ours to "
                        "take it out."),
              .value = state.value(rules::kDangerField, stands.danger_words),
              .error = ui::error_for(t, state, rules::kDangerField),
              .rows = 8,
              .max_characters = rules::kLongestDangerWords}),
      govuk::details(
          {.summary_text = t("The words that are looked for anyway"),
           .text = element("div", {{"lang", ""}, {"dir", "auto"}}, ui::lines(safeguarding::built_in_danger_words()))}),
      ui::button({.text = t("Save")}));
  return framed(context, {.title = t("Rules"), .problems = state.problems},
                ui::form(context, "/administration/rules", form));
}

web::Answer save_rules(web::Context& context, http::Form const& form) {
  auto const read = TRY(rules::read_settings(form.fields));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const stands = county::settings(tx);
    TRY(ui::nobody_else_changed(form.fields, stands_of(stands)));
    auto const from_to = [](int was, int is) { return std::to_string(was) + " to " + std::to_string(is); };
    county::save(tx, read, context.now);
    rules::Changes changes;
    auto const compare = [&](std::string_view part, int was, int is) {
      changes.compare(std::string(part) + " " + from_to(was, is), was, is);
    };
    compare(rules::kRemindField, stands.remind_before, read.remind_before);
    compare(rules::kToAgencyField, stands.escalate_to_agency_after, read.escalate_to_agency_after);
    compare(rules::kToCountyField, stands.escalate_to_county_after, read.escalate_to_county_after);
    compare(rules::kSupportField, stands.support_obliges, read.support_obliges);
    compare(rules::kLookField, stands.safeguarding_look_within, read.safeguarding_look_within);
    compare(rules::kDecideField, stands.safeguarding_decide_within, read.safeguarding_decide_within);
    compare(rules::kAgainField, stands.safeguarding_tell_again, read.safeguarding_tell_again);
    changes.compare(rules::kDangerField, stands.danger_words, read.danger_words);
    note(tx, context, "change_rules", "rules", changes.parts());
    return {};
  }),
                 "/administration");
}

}  // namespace earshot::administration
