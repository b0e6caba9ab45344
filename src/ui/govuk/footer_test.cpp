#include "ui/govuk/footer.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

FooterLink link_options(Options const& o) {
  return {.text = o.string("text"), .href = o.string("href"), .attributes = o.attributes()};
}

std::optional<FooterMeta> meta_options(Options const& o) {
  if (!o.has("meta")) return std::nullopt;
  auto const meta = o.object("meta");
  return FooterMeta{.visually_hidden_title = meta.string("visuallyHiddenTitle", "Support links"),
                    .text = meta.text(),
                    .items = each(meta.list("items"), link_options)};
}

FooterNavigation navigation_options(Options const& o) {
  return {.title = o.string("title"),
          .columns = o.maybe_int("columns").value_or(0),
          .width = o.string("width", FooterNavigation().width),
          .items = each(o.list("items"), link_options)};
}

bool wants_licence(Options const& o) {
  auto const* licence = o.json().if_contains("contentLicence");
  return licence == nullptr || !licence->is_null();
}

FooterOptions footer_options(Options const& o) {
  static Html const crown = picture_in_fixture("footer", "govuk-footer__crown");
  static Html const licence_logo = picture_in_fixture("footer", "govuk-footer__licence-logo");
  return {.crown = crown,
          .licence_logo = licence_logo,
          .meta = meta_options(o),
          .navigation = each(o.list("navigation"), navigation_options),
          .show_content_licence = wants_licence(o),
          .content_licence = o.object("contentLicence").text(),
          .copyright = o.object("copyright").text(),
          .container_classes = o.string("containerClasses"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Footer, MatchesEveryFixture) {
  expect_fixtures("footer", [](Options const& options) { return footer(footer_options(options)); });
}

TEST(Footer, ShowsNoMarkOfTheCrownUnlessItIsGivenOne) {
  EXPECT_EQ(footer({}).markup().find("<svg"), std::string::npos);
}

}  // namespace
}  // namespace earshot::govuk
