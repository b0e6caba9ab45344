// Throwing away what was written and not sent, for who shares a phone or a computer.

#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/saying.h"
#include "voices/store.h"

namespace earshot::voices {

web::Answer show_forgetting(web::Context& context, web::FormState const&) {
  auto const& t = context.t;
  auto const draft = saying::find_draft(context);
  auto const is_there = draft && !draft->sent;
  auto const title = is_there ? t("Delete what you wrote?") : t("There is nothing to delete");
  auto const content =
      is_there
          ? html(ui::paragraph(t("What you wrote is kept for a week, for this browser alone. Whoever uses it after "
                                 "you could read it. Nobody else has it.")),
                 ui::form(context, saying::kForgettingPath,
                          ui::button_group(
                              html(ui::button({.text = t("Delete what I wrote"), .look = ui::Button::Look::warning}),
                                   ui::link("/say", t("Keep it"))))))
          : html(ui::paragraph(t("Nothing that you wrote is kept here. What you sent is kept, behind your private "
                                 "link.")),
                 ui::paragraph(ui::link("/", t("Go to the front page"))));
  return ui::page(context, {.title = title, .index = false, .exit = true}, html(ui::heading(title), content));
}

web::Answer forget(web::Context& context, http::Form const&) {
  if (context.session)
    context.db.write([&](db::Transaction& tx) { store::forget_draft(tx, context.session->id, context.now); });
  return web::go_to(std::string(saying::kForgettingPath));
}

}  // namespace earshot::voices
