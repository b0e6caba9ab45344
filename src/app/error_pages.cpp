#include "app/error_pages.h"

#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::app {
namespace {

std::string title_of(i18n::Translator const& t, int status) {
  switch (status) {
    case 403:
      return t("This page is not for you");
    case 404:
      return t("We cannot find that page");
    case 409:
      return t("This has been done already");
    case 413:
      return t("That is too much at once");
    case 429:
      return t("It is very busy just now");
    case 503:
      return t("Please try again in a moment");
    case 500:
      return t("Something went wrong");
    default:
      return t("That did not work");
  }
}

}  // namespace

http::Response error_page(web::Context const& context, int status, std::vector<Problem> const& problems) {
  auto const& t = context.t;
  Html content = ui::heading(title_of(t, status));
  for (auto const& problem : problems) content += ui::paragraph(t(problem.message));
  content += ui::paragraph(ui::link("/", t("Go to the front page")));
  return ui::page(context, {.title = title_of(t, status), .index = false, .status = status}, content);
}

}  // namespace earshot::app
