#include "ui/prose.h"

#include <algorithm>

namespace earshot::ui {

Html heading(Html const& text) { return element("h1", {}, text); }

Html subheading(Html const& text) { return element("h2", {}, text); }

Html lead(Html const& text) { return element("p", Attributes{{"class", "govuk-body-l"}}, text); }

Html paragraph(Html const& text) { return element("p", {}, text); }

Html quiet(Html const& text) { return element("p", Attributes{{"class", "quiet"}}, text); }

Html link(Url const& href, Html const& text) {
  return element("a", Attributes{{"class", "govuk-link"}}.add("href", href), text);
}

Html lines(std::string_view text) {
  Html paragraphs;
  while (!text.empty()) {
    auto const gap = std::min(text.find("\n\n"), text.size());
    auto rest = text.substr(0, gap);
    Html content;
    while (true) {
      auto const end = std::min(rest.find('\n'), rest.size());
      content += Html(rest.substr(0, end));
      if (end == rest.size()) break;
      content += void_element("br", {});
      rest.remove_prefix(end + 1);
    }
    if (!content.empty()) paragraphs += element("p", {}, content);
    text.remove_prefix(std::min(gap + 2, text.size()));
  }
  return paragraphs;
}

Html written(std::string_view text) { return element("div", Attributes{{"dir", "auto"}}, lines(text)); }

}  // namespace earshot::ui
