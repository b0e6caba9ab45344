#include "ui/govuk/footer.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html link(FooterLink const& item) {
  return element("a", Attributes{{"class", "govuk-footer__link"}}.add("href", item.href).add(item.attributes),
                 item.text);
}

Html navigation_section(FooterNavigation const& section) {
  Html inner = element("h2", {{"class", "govuk-footer__heading govuk-heading-m"}}, section.title);
  if (!section.items.empty()) {
    Html links;
    for (auto const& item : section.items)
      if (!item.href.empty() && !item.text.empty())
        links += element("li", {{"class", "govuk-footer__list-item"}}, link(item));
    auto const columns = section.columns == 0 ? "" : "govuk-footer__list--columns-" + std::to_string(section.columns);
    inner += element("ul", {{"class", spaced({"govuk-footer__list", columns})}}, links);
  }
  return element("div", {{"class", "govuk-footer__section govuk-grid-column-" + section.width}}, inner);
}

Html navigation(std::vector<FooterNavigation> const& sections) {
  if (sections.empty()) return {};
  Html columns;
  for (auto const& section : sections) columns += navigation_section(section);
  return html(element("div", {{"class", "govuk-footer__navigation"}}, columns),
              void_element("hr", Attributes{{"class", "govuk-footer__section-break"}}));
}

Html meta(FooterMeta const& meta) {
  Html parts = element("h2", {{"class", "govuk-visually-hidden"}}, meta.visually_hidden_title);
  if (!meta.items.empty()) {
    Html links;
    for (auto const& item : meta.items)
      links += element("li", {{"class", "govuk-footer__inline-list-item"}}, link(item));
    parts += element("ul", {{"class", "govuk-footer__inline-list"}}, links);
  }
  if (!meta.text.empty()) parts += element("div", {{"class", "govuk-footer__meta-custom"}}, meta.text);
  return parts;
}

Html english_licence() {
  Attributes const address{{"class", "govuk-footer__link"},
                           {"href", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
                           {"rel", "license"}};
  return html("All content is available under the ", element("a", address, "Open Government Licence v3.0"),
              ", except where otherwise stated");
}

Html content_licence(FooterOptions const& options) {
  return html(options.licence_logo,
              element("span", {{"class", "govuk-footer__licence-description"}},
                      options.content_licence.empty() ? english_licence() : options.content_licence));
}

Html copyright(Html const& words) {
  Attributes const address{{"class", "govuk-footer__link govuk-footer__copyright-logo"},
                           {"href",
                            "https://www.nationalarchives.gov.uk/information-management/"
                            "re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/"}};
  return element("a", address, words.empty() ? Html("© Crown copyright") : words);
}

}  // namespace

Html footer(FooterOptions const& options) {
  Html main;
  if (options.meta) main += meta(*options.meta);
  if (options.show_content_licence) main += content_licence(options);

  auto const meta_row =
      element("div", {{"class", "govuk-footer__meta"}},
              html(element("div", {{"class", "govuk-footer__meta-item govuk-footer__meta-item--grow"}}, main),
                   element("div", {{"class", "govuk-footer__meta-item"}}, copyright(options.copyright))));
  auto const container = element("div", {{"class", spaced({"govuk-width-container", options.container_classes})}},
                                 html(options.crown, navigation(options.navigation), meta_row));
  Attributes outer{{"class", spaced({"govuk-footer", options.classes})}};
  return element("div", outer.add(options.attributes), container);
}

}  // namespace earshot::govuk
