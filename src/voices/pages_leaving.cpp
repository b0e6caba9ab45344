// How "Exit this page" works, and what it cannot do: for everybody, and shorter for children. It comes once before the
// button is relied on, and the button has a link to it.

#include "platform/db/database.h"
#include "platform/http/cookie.h"
#include "platform/http/forms.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/pictures.h"
#include "voices/saying.h"

namespace earshot::voices {
namespace {

/// Without an age, so that it is gone with the browser's window: the next person at a shared computer is told again.
constexpr std::string_view kCookie = "earshot-exit";
constexpr std::string_view kTold = "told";
constexpr std::string_view kToldAsAChild = "told-as-a-child";

/// Where a visit goes on that came here in the middle of saying something.
std::string_view next_path(web::Context const& context) {
  auto const draft = saying::find_draft(context);
  if (!draft || draft->sent) return "/say";
  auto const next = rules::next_question(*draft, saying::choices(context));
  return next ? rules::path_of(*next) : "/say/check";
}

constexpr std::string_view kChildPath = "/say/child";

/// The page that the reader came from by the link beside the button; empty for any other.
std::string came_from(web::Context const& context) {
  auto const path = context.request.query.get("then");
  auto const ours = path.starts_with("/say") || path.starts_with("/follow/");
  return ours ? std::string(path) : std::string();
}

Html points(std::vector<std::string> const& texts) {
  Html items;
  for (auto const& text : texts) items += element("li", {}, text);
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

web::Answer for_everybody(web::Context const& context, std::string const& before) {
  auto const& t = context.t;
  auto const title = t("If somebody comes in, you can leave quickly");
  auto const content = html(
      ui::heading(title),
      ui::paragraph(t("Some of these pages have a red button, “Exit this page”. It is for people who do "
                      "not want anybody near them to see what they are writing.")),
      ui::subheading(t("What it does")),
      points({t("Press the button, or press the Shift key 3 times."),
              t("You see another website at once: {1}", context.site.exit_address),
              t("What you wrote so far is kept for a week, for this browser alone. You can come back to it.")}),
      ui::subheading(t("What it does not do")),
      points({t("It does not take our pages out of your browser’s history. Somebody who looks there can see that you "
                "were here."),
              t("It does not close other windows.")}),
      ui::paragraph(html(t("On a phone or a computer that others use, too, delete what you wrote before you go."), " ",
                         ui::link(saying::kForgettingPath, t("Delete what I wrote")))),
      ui::button({.text = t("Carry on"), .href = Url(before.empty() ? std::string(next_path(context)) : before)}));
  // Before the first question there is nothing to go back to but what lies before all of them.
  auto const first =
      !saying::knows_exit(context) && before.substr(0, before.find('?')) == rules::path_of(rules::Question::words);
  auto const back = first ? "/" : before.empty() ? "/say" : before;
  return ui::page(context, {.title = title, .back = Url(back), .index = false, .exit = true}, content);
}

web::Answer for_children(web::Context const& context, std::string const& before) {
  auto const& t = context.t;
  auto const title = t("You can leave at any time");
  auto const content = html(
      ui::heading(title), way_out(), ui::lead(t("Press the red button. You see another page at once.")),
      ui::paragraph(t("Press it when somebody comes who must not see this. They can still find our page in the history "
                      "of this phone or computer.")),
      ui::button({.text = t("Next"), .href = Url(before)}));
  return ui::page(context, {.title = title, .back = Url("/say"), .index = false, .exit = true},
                  element("div", {{"class", "for-children"}}, content));
}

}  // namespace

namespace saying {

bool knows_exit(web::Context const& context, Told told) {
  auto const cookie = http::find_cookie(context.request.headers.get("Cookie"), kCookie);
  return cookie == kToldAsAChild || (cookie == kTold && told == Told::anyhow);
}

std::string explained_before(std::string_view target) {
  return std::string(kLeavingPath) + "?then=" + http::percent_encoded(target);
}

}  // namespace saying

web::Answer show_leaving(web::Context& context) {
  auto const before = came_from(context);
  auto const as_a_child = before.starts_with(kChildPath);
  // Whoever has read it as a child goes on knowing it.
  auto const known = as_a_child || saying::knows_exit(context, saying::Told::as_a_child);
  auto cookie = http::set_cookie(kCookie, known ? kToldAsAChild : kTold, false);
  if (context.request.secure) cookie += "; Secure";
  context.cookies.push_back(std::move(cookie));
  return as_a_child ? for_children(context, before) : for_everybody(context, before);
}

}  // namespace earshot::voices
