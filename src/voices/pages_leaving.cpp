// The page before "Exit this page" stands on others: how it works, and what it cannot do.

#include "platform/db/database.h"
#include "platform/http/cookie.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/saying.h"

namespace earshot::voices {
namespace {

/// Without an age, so that it is gone with the browser's window: the next person at a shared computer is told again.
constexpr std::string_view kCookie = "earshot-exit";
constexpr std::string_view kTold = "told";

/// Where a visit goes on that came here in the middle of saying something.
std::string_view next_path(web::Context const& context) {
  auto const draft = saying::find_draft(context);
  if (!draft || draft->sent) return "/say";
  auto const next = rules::next_question(*draft, saying::choices(context));
  return next ? rules::path_of(*next) : "/say/check";
}

Html points(std::vector<std::string> const& texts) {
  Html items;
  for (auto const& text : texts) items += element("li", {}, text);
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

}  // namespace

namespace saying {

bool knows_exit(web::Context const& context) {
  return http::find_cookie(context.request.headers.get("Cookie"), kCookie) == kTold;
}

}  // namespace saying

web::Answer show_leaving(web::Context& context) {
  auto const& t = context.t;
  auto cookie = http::set_cookie(kCookie, kTold, false);
  if (context.request.secure) cookie += "; Secure";
  context.cookies.push_back(std::move(cookie));
  auto const title = t("If somebody comes in, you can leave quickly");
  auto const content = html(
      ui::heading(title),
      ui::paragraph(t("The next pages have a red button, “Exit this page”. It is for people who do "
                      "not want anybody near them to see what they are writing.")),
      ui::subheading(t("What it does")),
      points({t("Press the button, or press the Shift key 3 times."),
              t("You see another website at once: {1}", context.site.exit_address),
              t("What you wrote so far is kept for a week, for this browser alone. You can come back to it.")}),
      ui::subheading(t("What it does not do")),
      points({t("It does not take our pages out of your browser’s history. Somebody who looks there can see that you "
                "were here."),
              t("It does not close other windows.")}),
      ui::paragraph(t("On a phone or a computer that nobody else uses, this does not matter.")),
      ui::button({.text = t("Carry on"), .href = Url(next_path(context))}));
  return ui::page(context, {.title = title, .back = Url("/say"), .index = false, .exit = true}, content);
}

}  // namespace earshot::voices
