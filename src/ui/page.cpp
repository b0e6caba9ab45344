#include "ui/page.h"

#include <algorithm>

#include "platform/assets/assets.h"
#include "platform/http/forms.h"
#include "platform/web/forms.h"
#include "ui/fields.h"
#include "ui/govuk/back_link.h"
#include "ui/govuk/error_summary.h"
#include "ui/govuk/exit_this_page.h"
#include "ui/govuk/service_navigation.h"
#include "ui/govuk/skip_link.h"
#include "ui/header.h"

namespace earshot::ui {
namespace {

using web::Context;

std::string title(Context const& context, PageOptions const& options) {
  auto text = options.title.empty() ? context.site.place : options.title + " – " + context.site.place;
  // Heard first, so that nobody reads a whole page before learning that it was not sent.
  return options.problems.empty() ? text : context.t("Error: {1}", text);
}

Html font(std::string_view name) {
  Attributes attributes{{"rel", "preload"}, {"href", assets::path(name)}, {"as", "font"}, {"type", "font/woff2"}};
  return void_element("link", attributes.flag("crossorigin"));
}

Html fonts() {
  return html(font("atkinson-hyperlegible-latin-400-normal.woff2"),
              font("atkinson-hyperlegible-latin-700-normal.woff2"));
}

Html head(Context const& context, PageOptions const& options) {
  auto const meta = [](std::string_view name, std::string_view content) {
    return void_element("meta", {{"name", name}, {"content", content}});
  };
  auto const description =
      options.description.empty()
          ? context.t("Say what should be different for families here, and see what changed because of you.")
          : options.description;

  auto content = void_element("meta", {{"charset", "utf-8"}});
  content += element("title", {}, title(context, options));
  content += meta("viewport", "width=device-width, initial-scale=1, viewport-fit=cover");
  content += meta("description", description);
  content += meta("theme-color", "#073f41");
  if (!options.index) content += meta("robots", "noindex");
  content += void_element(
      "link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"sizes", "any"}, {"href", assets::path("favicon.svg")}});
  content += void_element("link", {{"rel", "apple-touch-icon"}, {"href", assets::path("apple-touch.png")}});
  content += fonts();
  content += void_element("link", {{"rel", "stylesheet"}, {"href", assets::path("main.css")}});
  content += element("script", {{"type", "module"}, {"src", assets::path("main.js")}}, {});
  if (options.feed) {
    Attributes feed{{"rel", "alternate"}, {"type", "application/atom+xml"}, {"title", title(context, {options.title})}};
    content += void_element("link", feed.add("href", Url(*options.feed)));
  }
  return element("head", {}, content);
}

bool is_within(std::string_view path, std::string_view part) {
  return part.size() > 1 && path.size() > part.size() && path.substr(0, part.size()) == part &&
         path[part.size()] == '/';
}

Html navigation(Context const& context) {
  // On a phone, more than these would push the page itself out of sight.
  constexpr std::size_t kMostInSight = 6;
  govuk::ServiceNavigationOptions options{.menu_button_text = context.t("Menu"), .navigation_label = context.t("Main")};
  for (auto const& entry : context.site.navigation) {
    if (!context.may(entry.permission)) continue;
    // A page can have another name for those who do more on it; the first counts.
    auto const same = [&](auto const& each) { return each.href == Url(entry.path); };
    if (std::any_of(options.navigation.begin(), options.navigation.end(), same)) continue;
    options.navigation.push_back({.text = context.t(entry.label),
                                  .href = Url(entry.path),
                                  .current = context.request.path == entry.path,
                                  .active = is_within(context.request.path, entry.path)});
  }
  options.collapse_navigation_on_mobile = options.navigation.size() > kMostInSight;
  return options.navigation.empty() ? Html() : govuk::service_navigation(options);
}

Html error_summary(Context const& context, std::vector<Problem> const& problems) {
  if (problems.empty()) return {};
  govuk::ErrorSummaryOptions options{.title = context.t("There is a problem")};
  for (auto const& problem : problems) {
    Url const href = problem.field.empty() ? Url() : Url("#" + problem.field);
    options.errors.push_back({.text = context.t(problem.message), .href = href});
  }
  return govuk::error_summary(options);
}

Html within(std::string_view classes, Html const& content) { return element("div", {{"class", classes}}, content); }

Html way_back(Context const& context, Url const& href) {
  auto const text = context.t("Back");
  // In a landmark of its own, so that nothing on the page is outside of one.
  return element("nav", {{"aria-label", text}},
                 within("govuk-width-container", govuk::back_link({.text = text, .href = href})));
}

Html main_part(Context const& context, PageOptions const& options, Html const& content) {
  auto const column = within(options.wide ? "govuk-grid-column-full" : "govuk-grid-column-two-thirds",
                             html(error_summary(context, options.problems), content));
  auto const row = within("govuk-width-container", within("govuk-main-wrapper", within("govuk-grid-row", column)));
  auto const before = options.before.empty() ? Html() : within("hero", within("govuk-width-container", options.before));
  return element("main", {{"id", "content"}}, html(before, row));
}

Html footer(Context const& context) {
  auto const& t = context.t;
  auto const link = [](std::string const& text, std::string_view href) {
    return element("li", {}, element("a", {{"href", href}}, text));
  };
  auto const links = html(link(t("Accessibility"), "/accessibility"), link(t("Privacy"), "/privacy"),
                          link(t("Other ways to tell us"), "/other-ways"), link(t("Who runs this"), "/about"));
  auto const list = element("ul", {{"class", "site-footer__links"}, {"role", "list"}}, links);
  return element("footer", {{"class", "site-footer"}}, within("govuk-width-container", list));
}

/// Enter in a field presses the first button of its form, in the order of the page: this one, and not the choice of a
/// language in the header.
Html default_button(Context const& context, std::string_view form) {
  Attributes attributes{{"type", "submit"}, {"form", form}, {"tabindex", "-1"}};
  return element("button", attributes.flag("hidden"), context.t("Carry on"));
}

/// The way to the page that explains the button, which is that of the voices room; not on that page itself.
Html exit_explained(Context const& context) {
  static constexpr std::string_view kPath = "/say/leaving";
  auto const& here = context.request.path;
  if (here == kPath) return {};
  auto const href = std::string(kPath) + "?then=" + http::percent_encoded(here);
  return element("p", {{"class", "leave__how no-print"}},
                 element("a", {{"class", "govuk-link"}, {"href", href}}, context.t("How this button works")));
}

Html exit_button(Context const& context) {
  auto const& t = context.t;
  return element("aside", {{"class", "leave"}, {"aria-label", t("Leave quickly")}},
                 within("govuk-width-container",
                        html(govuk::exit_this_page(
                                 {.text = html(element("span", {{"class", "govuk-visually-hidden"}}, t("Emergency")),
                                               " ", t("Exit this page")),
                                  .redirect_url = Url(context.site.exit_address),
                                  .activated_text = t("Loading."),
                                  .timed_out_text = t("Exit this page expired."),
                                  .press_two_more_times_text = t("Shift, press 2 more times to exit."),
                                  .press_one_more_time_text = t("Shift, press 1 more time to exit.")}),
                             exit_explained(context))));
}

Html body(Context const& context, PageOptions const& options, Html const& content) {
  auto parts = govuk::skip_link({.text = context.t("Skip to main content"), .href = "#content"});
  if (!options.keeps_form.empty()) parts += default_button(context, options.keeps_form);
  parts +=
      element("header", {{"class", "site-header"}}, html(header_row(context, options.keeps_form), navigation(context)));
  if (options.exit) parts += exit_button(context);
  if (options.back) parts += way_back(context, *options.back);
  parts += main_part(context, options, content);
  parts += footer(context);
  return element("body", {{"class", "govuk-template__body"}}, parts);
}

Html posting(Context const& context, Url const& action, std::string_view encoding, Html const& content,
             std::string_view id = {}) {
  Attributes attributes{{"method", "post"}};
  if (!id.empty()) attributes.add("id", id);
  attributes.add("action", action);
  if (!encoding.empty()) attributes.add("enctype", encoding);
  // The messages of browsers are in the browser's language and go away too soon; ours stay in the error summary.
  attributes.flag("novalidate");
  return element("form", attributes, html(hidden(web::kTokenField, context.csrf_token()), content));
}

}  // namespace

http::Response page(Context const& context, PageOptions const& options, Html const& content) {
  auto const& language = context.t.language();
  Attributes const attributes{{"lang", language.code},
                              {"dir", language.direction},
                              {"class", context.large_text ? "govuk-template large-text" : "govuk-template"}};
  auto const document = element("html", attributes, html(head(context, options), body(context, options, content)));
  return {.status = options.status,
          .headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Content-Language", std::string(language.code)}},
          .body = "<!DOCTYPE html>" + document.markup()};
}

Html form(Context const& context, Url const& action, Html const& content, std::string_view id) {
  return posting(context, action, {}, content, id);
}

Html form_with_files(Context const& context, Url const& action, Html const& content) {
  return posting(context, action, "multipart/form-data", content);
}

}  // namespace earshot::ui
