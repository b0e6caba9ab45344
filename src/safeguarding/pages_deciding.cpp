// What safeguarding leads decide: to hand a case over, that there is no concern, or that it stays hidden; and how they
// are reached.

#include "platform/db/database.h"
#include "safeguarding/pages.h"
#include "safeguarding/rules.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::safeguarding {
namespace {

constexpr std::string_view kDecisionField = "decision";
constexpr std::string_view kEmailField = "email";
constexpr std::string_view kMobileField = "mobile";

Result<Case> find(web::Context const& context, std::string_view reference) {
  return context.db.read([&](db::Transaction& tx) { return safeguarding::find(tx, reference); });
}

/// Does it to the case, and goes back to its page.
template <class Do>
web::Answer decide(web::Context& context, std::string const& reference, Do const& decision) {
  auto const write = [&](db::Transaction& tx) -> Result<Case> {
    auto each = TRY(safeguarding::find(tx, reference));
    TRY(decision(tx, each, people::PersonId{context.viewer->id}));
    return each;
  };
  auto const found = TRY(context.db.write(write));
  return web::go_to(address(found));
}

Result<std::string> read_address(http::Fields const& fields, std::string_view field, messages::Channel channel) {
  if (fields.get(field).find_first_not_of(" \t\r\n") == std::string_view::npos) return std::string();
  return messages::read_address(channel, fields.get(field), field);
}

}  // namespace

web::Answer show_hand_over(web::Context& context, web::FormState const& state, std::string reference) {
  auto const& t = context.t;
  auto const found = TRY(find(context, reference));
  auto const title = t("Hand it over");
  auto const other = ui::text_field(t, {.name = std::string(rules::kToOtherField),
                                        .label = t("Who is it?"),
                                        .value = state.value(rules::kToOtherField),
                                        .error = ui::error_for(t, state, rules::kToOtherField)});
  auto const content = html(
      ui::heading(title),
      ui::paragraph(t("Call them first. Then write down here who took it, so that everybody can see it was done.")),
      ui::form(
          context, address(found, "/hand-over"),
          html(ui::radios_field(t, {.name = std::string(rules::kToField),
                                    .legend = t("To whom?"),
                                    .items = {{.value = "social-care", .label = t("Children's social care")},
                                              {.value = "police", .label = t("The police")},
                                              {.value = "other", .label = t("Somebody else"), .conditional = other}},
                                    .value = state.value(rules::kToField),
                                    .error = ui::error_for(t, state, rules::kToField)}),
               ui::text_field(t, {.name = std::string(rules::kTakenByField),
                                  .label = t("Who took it there?"),
                                  .hint = t("Their name, and where they work"),
                                  .value = state.value(rules::kTakenByField),
                                  .error = ui::error_for(t, state, rules::kTakenByField)}),
               ui::text_field(t, {.name = std::string(rules::kTheirReferenceField),
                                  .label = t("Their reference"),
                                  .hint = t("You can leave this empty."),
                                  .value = state.value(rules::kTheirReferenceField),
                                  .error = ui::error_for(t, state, rules::kTheirReferenceField),
                                  .width = 20}),
               ui::textarea_field(t, {.name = std::string(rules::kNoteField),
                                      .label = t("What did you agree?"),
                                      .hint = t("You can leave this empty."),
                                      .value = state.value(rules::kNoteField),
                                      .error = ui::error_for(t, state, rules::kNoteField),
                                      .rows = 4,
                                      .max_characters = kLongestNote}),
               ui::button({.text = t("It is handed over")}))));
  return ui::page(context, {.title = title, .back = Url(address(found)), .problems = state.problems, .index = false},
                  content);
}

web::Answer save_hand_over(web::Context& context, http::Form const& form, std::string reference) {
  auto const handover = TRY(rules::read_handover(form.fields));
  return decide(context, reference, [&](db::Transaction& tx, Case const& found, people::PersonId by) {
    return hand_over(tx, found, handover, by, context.now);
  });
}

web::Answer show_decide(web::Context& context, web::FormState const& state, std::string reference) {
  auto const& t = context.t;
  auto const found = TRY(find(context, reference));
  auto const title = t("What do you decide?");
  auto const content = html(ui::form(
      context, address(found, "/decide"),
      html(
          ui::radios_field(
              t, {.name = std::string(kDecisionField),
                  .legend = title,
                  .heading = true,
                  .items = {{.value = std::string(to_word(State::given_back)),
                             .label = t("No concern: give it back"),
                             .hint = t("It stands in the list again as before, with the same clock. What was published "
                                       "is shown again.")},
                            {.value = std::string(to_word(State::kept_hidden)),
                             .label = t("Keep it hidden"),
                             .hint = t("Nothing is handed over now, and nobody but the leads sees it.")}},
                  .value = state.value(kDecisionField),
                  .error = ui::error_for(t, state, kDecisionField)}),
          ui::textarea_field(t, {.name = std::string(rules::kWhyField),
                                 .label = t("Why?"),
                                 .value = state.value(rules::kWhyField),
                                 .error = ui::error_for(t, state, rules::kWhyField),
                                 .rows = 4,
                                 .max_characters = kLongestNote}),
          ui::button({.text = t("Decide")}))));
  return ui::page(context, {.title = title, .back = Url(address(found)), .problems = state.problems, .index = false},
                  content);
}

web::Answer save_decision(web::Context& context, http::Form const& form, std::string reference) {
  Problems problems;
  auto const why = problems.take(rules::read_needed_note(form.fields, rules::kWhyField,
                                                         msg("Write why. Others must be able to follow it later.")));
  auto const state = from_word<State>(form.fields.get(kDecisionField));
  if (state != State::given_back && state != State::kept_hidden)
    problems.add(kDecisionField, msg("Choose what you decide."));
  TRY(problems.or_value(why));
  return decide(context, reference, [&](db::Transaction& tx, Case const& found, people::PersonId by) {
    return state == State::given_back ? give_back(tx, found, why, by, context.now)
                                      : keep_hidden(tx, found, why, by, context.now);
  });
}

web::Answer show_reach(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const reach = context.db.read(
      [&](db::Transaction& tx) { return store::reach_of(tx, context.viewer->id).value_or(store::Reach{}); });
  auto const title = t("How you are reached");
  auto const content =
      html(ui::heading(title),
           ui::paragraph(t("When somebody raises a voice, you are told here at once, at any time of day. The message "
                           "holds nothing of what was said. With nothing here, we write to the e-mail address of your "
                           "account.")),
           ui::form(context, "/safeguarding/reach",
                    html(ui::text_field(t, {.name = std::string(kMobileField),
                                            .label = t("Mobile number"),
                                            .value = state.value(kMobileField, reach.mobile),
                                            .error = ui::error_for(t, state, kMobileField),
                                            .autocomplete = "tel",
                                            .inputmode = "tel",
                                            .width = 20}),
                         ui::email_field(t, {.name = std::string(kEmailField),
                                             .label = t("E-mail address"),
                                             .value = state.value(kEmailField, reach.email),
                                             .error = ui::error_for(t, state, kEmailField)}),
                         ui::button({.text = t("Save")}))));
  return ui::page(context, {.title = title, .back = Url("/safeguarding"), .problems = state.problems, .index = false},
                  content);
}

web::Answer save_reach(web::Context& context, http::Form const& form) {
  Problems problems;
  store::Reach const reach{.email = problems.take(read_address(form.fields, kEmailField, messages::Channel::email)),
                           .mobile = problems.take(read_address(form.fields, kMobileField, messages::Channel::text))};
  auto const checked = TRY(problems.or_value(reach));
  context.db.write([&](db::Transaction& tx) { store::save_reach(tx, people::PersonId{context.viewer->id}, checked); });
  return web::go_to("/safeguarding");
}

}  // namespace earshot::safeguarding
