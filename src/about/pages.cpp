#include "about/about.h"
#include "county/county.h"
#include "platform/db/database.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::about {
namespace {

/// What the county says on this page in its own words; nothing when it has none.
Html own_words(web::Context const& context, county::Page page) {
  auto const code = context.t.language().code;
  auto const words = context.db.read([&](db::Transaction& tx) { return county::words_for(tx, page, code); });
  if (!words) return {};
  auto const& language = i18n::language(words->language);
  return element("div", Attributes{{"class", "govuk-body"}, {"lang", language.code}, {"dir", language.direction}},
                 ui::lines(words->text));
}

http::Response text_page(web::Context const& context, std::string const& title, Html const& text) {
  return ui::page(context, {.title = title}, html(ui::heading(title), text));
}

web::Answer show_about(web::Context& context) {
  auto const& t = context.t;
  return text_page(
      context, t("Who runs this"),
      html(
          ui::lead(t("{1} is run by the services for children and families here, together.", context.site.place)),
          ui::paragraph(
              t("Everything that a family says is read by a person. They ask a service to answer by a date. You "
                "read the answer, and what changed, on these pages.")),
          ui::paragraph(t("When a service cannot do what was asked, it must say why, in plain words.")),
          ui::subheading(t("The program")),
          ui::paragraph(t("It is called Earshot. It is free software under the licence AGPL-3.0: everybody may look at "
                          "how it works.")),
          context.site.source_address.empty()
              ? Html()
              : ui::paragraph(ui::link(context.site.source_address, t("Get the program’s source"))),
          own_words(context, county::Page::about)));
}

web::Answer show_privacy(web::Context& context) {
  auto const& t = context.t;
  return text_page(
      context, t("Your privacy"),
      html(ui::lead(t("You can say something without telling us who you are.")), ui::subheading(t("What we keep")),
           ui::paragraph(
               t("What you said, what it is about, and who is speaking if you told us. We do not keep your name, "
                 "your address or where your phone is.")),
           ui::paragraph(
               t("Of a photo that you add we keep the picture, not where or when it was taken. A moderator looks "
                 "at photos and recordings first, and they are never shown to everybody.")),
           ui::subheading(t("Who sees it")),
           ui::paragraph(
               t("The people who read what comes in, and the service that answers. Everybody else sees your words "
                 "only if you said they may be shown, and never with your name.")),
           ui::subheading(t("Cookies")),
           ui::paragraph(t("We use a cookie to keep what you are writing until you send it, and one to remember your "
                           "language and the size of the text. There are no others, and nobody follows you.")),
           ui::subheading(t("What you started and did not send")), ui::paragraph(t("We delete it after a week.")),
           own_words(context, county::Page::privacy)));
}

web::Answer show_accessibility(web::Context& context) {
  auto const& t = context.t;
  return text_page(
      context, t("Accessibility"),
      html(ui::lead(t("These pages are made so that everybody can use them.")),
           ui::paragraph(t("They work on any phone, without a mouse, with a screen reader, with the text four times as "
                           "large, and without JavaScript. We test them against WCAG 2.2, level AA.")),
           ui::paragraph(t("If something does not work for you, say so: that is a thing a family says, and it gets an "
                           "answer like every other.")),
           ui::paragraph(ui::link("/say", t("Say something")))));
}

web::Answer show_other_ways(web::Context& context) {
  auto const& t = context.t;
  return text_page(
      context, t("Other ways to tell us"),
      html(
          ui::lead(t("You do not have to write here.")),
          ui::paragraph(
              t("Tell anybody who works with your family: in a school, a children’s centre, a clinic or at home. "
                "They write down what you say, in your words, and it is answered like everything else.")),
          ui::paragraph(t("You can write in any language. Use the links at the top of the page for larger text and for "
                          "other languages.")),
          ui::subheading(t("If somebody is in danger")),
          ui::paragraph(t("If a child is in danger now, call {1}.", context.site.emergency_line)),
          own_words(context, county::Page::other_ways)));
}

web::Answer show_work(web::Context& context) {
  // A worker's day begins with the first list that is theirs.
  for (auto const& entry : context.site.navigation)
    if (entry.permission != web::kEveryone && context.may(entry.permission)) return web::go_to(entry.path);
  return web::go_to("/");
}

}  // namespace

web::Feature feature() {
  web::RouteOptions const remembered{.remembered_under = {county::kCounty}};
  return {.name = "about",
          .routes = {web::page_route("/about", web::kEveryone, show_about, remembered),
                     web::page_route("/privacy", web::kEveryone, show_privacy, remembered),
                     web::page_route("/accessibility", web::kEveryone, show_accessibility, remembered),
                     web::page_route("/other-ways", web::kEveryone, show_other_ways, remembered),
                     web::page_route("/work", web::kSignedIn, show_work)}};
}

}  // namespace earshot::about
