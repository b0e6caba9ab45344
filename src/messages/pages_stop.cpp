// Stopping messages without signing in. The POST is one click in a mail program too (RFC 8058), so it needs no page
// before it and answers with one, not with a redirect.

#include "messages/pages.h"
#include "messages/stopping.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::messages {
namespace {

constexpr char const* kAgain = "again";

Result<Contact> contact_of(web::Context& context, std::string const& link) {
  auto contact = context.db.read([&](db::Transaction& tx) { return contact_of_link(tx, link); });
  if (!contact) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*contact);
}

web::Answer stop_page(web::Context const& context, Contact const& contact) {
  auto const& t = context.t;
  auto const hint = hint_of(contact);
  if (contact.stopped_at)
    return ui::page(context, {.title = t("We have stopped"), .index = false},
                    html(ui::heading(t("We have stopped")),
                         ui::paragraph(t("We do not write to {1} any more about what you follow.", hint)),
                         ui::paragraph(t("If you ask us for a link to sign in, that still comes.")),
                         ui::form(context, context.request.path,
                                  html(ui::hidden(kAgain, "yes"), ui::button({.text = t("Write to me again"),
                                                                              .look = ui::Button::Look::secondary})))));
  return ui::page(context, {.title = t("Stop our messages?"), .index = false},
                  html(ui::heading(t("Stop our messages?")),
                       ui::paragraph(t("We write to {1} about what you follow. With one press we stop.", hint)),
                       ui::form(context, context.request.path, ui::button({.text = t("Stop the messages")})),
                       ui::paragraph(html(t("Would you rather hear less often?"), " ",
                                          ui::link(kSettingsPath, t("Change how or how often we write to you"))))));
}

}  // namespace

web::Answer show_stop(web::Context& context, web::FormState const&, std::string const& link) {
  return stop_page(context, TRY(contact_of(context, link)));
}

web::Answer do_stop(web::Context& context, http::Form const& form, std::string const& link) {
  auto contact = TRY(contact_of(context, link));
  auto const again = form.fields.has(kAgain);
  context.db.write([&](db::Transaction& tx) {
    if (again)
      start_again(tx, contact.id);
    else
      stop(tx, contact.id, context.now);
  });
  contact.stopped_at = again ? std::nullopt : std::optional(context.now);
  return stop_page(context, contact);
}

}  // namespace earshot::messages
