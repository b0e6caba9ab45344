// "Not for us": a service gives an ask back, with the reason and the service that could answer.

#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::asks {

web::Answer show_return_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(parts::find_to_answer(context, id));
  TRY(rules::may_give_back(item));
  std::vector<ui::Choice> services{{.value = "", .label = t("I do not know")}};
  for (auto const& service : context.db.read([](db::Transaction& tx) { return agencies::services(tx); }))
    if (service.id != item.ask.service) services.push_back({.value = service.slug, .label = service.name});
  auto const fields = html(ui::textarea_field(t, {.name = std::string(rules::kReasonField),
                                                  .label = t("Why is it not for you?"),
                                                  .hint = t("For the worker who passes it on anew."),
                                                  .value = state.value(rules::kReasonField),
                                                  .error = ui::error_for(t, state, rules::kReasonField),
                                                  .rows = 3,
                                                  .max_characters = rules::kLongestNote}),
                           ui::select_field(t, {.name = "service",
                                                .label = t("Which service could answer it?"),
                                                .items = services,
                                                .value = state.value("service")}),
                           ui::button({.text = t("Give it back")}));
  auto const content =
      html(ui::heading(t("Not for us")), parts::asked(t, item.ask),
           ui::paragraph(t("It goes back to what came in, and the family is told. Their day stays as near as it can.")),
           ui::form(context, parts::address(id, "/not-for-us"), fields));
  return ui::page(
      context, {.title = t("Not for us"), .back = Url(parts::address(id)), .problems = state.problems, .index = false},
      content);
}

web::Answer save_return(web::Context& context, http::Form const& form, AskId id) {
  TRY(parts::find_to_answer(context, id));
  auto const reason = TRY(rules::read_note(form.fields, rules::kReasonField, msg("Write why it is not for you.")));
  TRY(context.db.write([&](db::Transaction& tx) {
    auto const service = agencies::find_service(tx, form.fields.get("service"));
    return give_back(tx, id, reason, service ? std::optional(service->id) : std::nullopt, *context.viewer, context.now);
  }));
  return web::go_to("/asks");
}

}  // namespace earshot::asks
