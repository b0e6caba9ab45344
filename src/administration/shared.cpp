#include "administration/shared.h"

#include "platform/record/record.h"
#include "ui/fields.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::administration {

void note(db::Transaction& tx, web::Context const& context, std::string_view action, std::string const& subject,
          std::string const& detail) {
  record::note(
      tx, {"person " + std::to_string(context.viewer->id), "administration." + std::string(action), subject, detail},
      context.now);
}

http::Response framed(web::Context const& context, Frame const& frame, Html const& content) {
  return ui::page(context,
                  {.title = frame.title,
                   .back = frame.back.empty() ? std::optional<Url>() : Url(frame.back),
                   .problems = frame.problems,
                   .wide = frame.wide,
                   .index = false},
                  html(ui::heading(frame.title), content));
}

web::Answer then_go(Result<void> const& changed, std::string_view path) {
  TRY(changed);
  return web::go_to(path);
}

Html standing(web::Context const& context, std::optional<Time> closed_at) {
  auto const& t = context.t;
  if (closed_at) return govuk::tag({.text = t("Closed"), .classes = "govuk-tag--grey"});
  return govuk::tag({.text = t("Open"), .classes = "govuk-tag--green"});
}

http::Response closing_page(web::Context const& context, web::FormState const& state, Closing const& closing) {
  auto const& t = context.t;
  auto const title = closing.closed ? t("Open {1} again", closing.name) : t("Close {1}", closing.name);
  auto const button = closing.closed ? ui::button({.text = t("Open it again")})
                                     : ui::button({.text = t("Close it"), .look = ui::Button::Look::warning});
  return framed(context, {.title = title, .back = closing.back, .problems = state.problems},
                html(ui::paragraph(closing.closed ? closing.open_follows : closing.close_follows),
                     ui::form(context, closing.action,
                              ui::button_group(html(ui::hidden("open", closing.closed ? "yes" : "no"), button,
                                                    ui::link(closing.back, t("Leave it as it is")))))));
}

}  // namespace earshot::administration
