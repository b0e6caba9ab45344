#include "ui/header.h"

#include "platform/http/forms.h"
#include "platform/web/preferences.h"
#include "ui/page.h"

namespace earshot::ui {
namespace {

using web::Context;

/// One dot and two arcs: a voice, heard.
Html mark() {
  return Html::trusted(
      "<svg class=\"site-header__mark\" viewBox=\"0 0 40 40\" fill=\"none\" stroke-linecap=\"round\" "
      "aria-hidden=\"true\" focusable=\"false\"><circle cx=\"11\" cy=\"20\" r=\"6\" fill=\"#ffd166\"/>"
      "<path d=\"M20.5 10.5a13.4 13.4 0 0 1 0 19M27 4a22.6 22.6 0 0 1 0 32\" stroke=\"currentColor\" "
      "stroke-width=\"4\"/></svg>");
}

Html home(Context const& context) {
  return element("a", {{"class", "site-header__home"}, {"href", "/"}},
                 html(mark(), element("span", {{"class", "site-header__name"}}, "Earshot"), " ",
                      element("span", {{"class", "site-header__place"}}, context.site.place)));
}

/// This page with one choice changed: "?text=large", and the rest of the query as it is.
Url with_choice(Context const& context, std::string_view name, std::string_view value) {
  http::Fields query;
  for (auto const& [each, its_value] : context.request.query)
    if (each != "language" && each != "text") query.add(each, its_value);
  query.add(name, value);
  return Url("?" + http::to_urlencoded(query));
}

Html item(Attributes attributes, Url const& href, Html const& text) {
  attributes.add("class", "site-header__link").add("href", href);
  return element("li", {}, element("a", attributes, text));
}

/// A choice that sends the form on the page with it (web::kSwitchLanguage, web::kSwitchText).
Html switching(Attributes attributes, std::string_view form, std::string_view name, std::string_view value,
               Html const& text) {
  attributes.add("type", "submit").add("class", "site-header__link").add("form", form);
  attributes.add("name", name).add("value", value);
  return element("li", {}, element("button", attributes, text));
}

Html languages(Context const& context, std::string_view form) {
  Html items;
  for (auto const& language : i18n::languages()) {
    if (language.code == context.t.language().code) continue;
    if (!form.empty())
      items += switching({{"lang", language.code}}, form, web::kSwitchLanguage, language.code, language.name);
    else
      items += item({{"lang", language.code}, {"hreflang", language.code}},
                    with_choice(context, "language", language.code), language.name);
  }
  return items;
}

Html text_size(Context const& context, std::string_view form) {
  if (!form.empty())
    return switching({}, form, web::kSwitchText, context.large_text ? "usual" : "large",
                     context.large_text ? context.t("Usual text") : context.t("Larger text"));
  return context.large_text ? item({}, with_choice(context, "text", "usual"), context.t("Usual text"))
                            : item({}, with_choice(context, "text", "large"), context.t("Larger text"));
}

Html person(Context const& context) {
  if (!context.viewer) return item({}, "/sign-in", context.t("Sign in"));
  auto const sign_out = element("button", {{"type", "submit"}, {"class", "site-header__link"}}, context.t("Sign out"));
  auto const name = context.viewer->name.empty() ? context.t("Your page") : context.viewer->name;
  auto const own =
      context.viewer->own_page.empty() ? element("li", {}, name) : item({}, context.viewer->own_page, name);
  return html(own, element("li", {}, form(context, "/sign-out", sign_out)));
}

}  // namespace

Html header_row(Context const& context, std::string_view keeps_form) {
  auto const links = element("ul", {{"class", "site-header__links"}, {"role", "list"}},
                             html(languages(context, keeps_form), text_size(context, keeps_form), person(context)));
  auto const row = element("div", {{"class", "site-header__row"}}, html(home(context), links));
  return element("div", {{"class", "govuk-width-container"}}, row);
}

}  // namespace earshot::ui
