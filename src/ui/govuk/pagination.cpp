#include "ui/govuk/pagination.h"

#include <string_view>

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

enum class Direction { previous, next };

Html arrow(Direction direction) {
  bool const back = direction == Direction::previous;
  Attributes const svg{{"class", spaced({"govuk-pagination__icon",
                                         back ? "govuk-pagination__icon--prev" : "govuk-pagination__icon--next"})},
                       {"xmlns", "http://www.w3.org/2000/svg"},
                       {"height", "13"},
                       {"width", "15"},
                       {"aria-hidden", "true"},
                       {"focusable", "false"},
                       {"viewBox", "0 0 15 13"}};
  constexpr std::string_view kBack =
      "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
      "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
  constexpr std::string_view kOn =
      "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
      "6.7441-6.4062-6.7246-6.7266z";
  return element("svg", svg, element("path", {{"d", back ? kBack : kOn}}, {}));
}

Html link_words(PaginationLink const& link, Direction direction) {
  if (!link.text.empty()) return link.text;
  return html(direction == Direction::previous ? "Previous" : "Next",
              element("span", {{"class", "govuk-visually-hidden"}}, " page"));
}

// Without numbers the two links stand one above the other, each with its arrow first and room for a label.
Html arrow_link(PaginationLink const& link, Direction direction, bool is_block) {
  std::string const rel = direction == Direction::previous ? "prev" : "next";
  bool const is_decorated = is_block && link.label_text.empty();
  bool const arrow_first = is_block || direction == Direction::previous;

  Html inner;
  if (arrow_first) inner += arrow(direction);
  inner += element("span",
                   {{"class", spaced({"govuk-pagination__link-title",
                                      is_decorated ? "govuk-pagination__link-title--decorated" : ""})}},
                   link_words(link, direction));
  if (is_block && !link.label_text.empty())
    inner += html(element("span", {{"class", "govuk-visually-hidden"}}, ":"), " ",
                  element("span", {{"class", "govuk-pagination__link-label"}}, link.label_text));
  if (!arrow_first) inner += arrow(direction);

  Attributes anchor{{"class", "govuk-link govuk-pagination__link"}, {"href", link.href.text()}, {"rel", rel}};
  return element("div", {{"class", "govuk-pagination__" + rel}}, element("a", anchor.add(link.attributes), inner));
}

Html page_item(PaginationItem const& item) {
  Attributes const listed{
      {"class", spaced({"govuk-pagination__item", item.current ? "govuk-pagination__item--current" : "",
                        item.ellipsis ? "govuk-pagination__item--ellipsis" : ""})}};
  if (item.ellipsis) return element("li", listed, "⋯");

  Attributes anchor{
      {"class", "govuk-link govuk-pagination__link"},
      {"href", item.href.text()},
      {"aria-label", item.visually_hidden_text.empty() ? "Page " + item.number : item.visually_hidden_text}};
  add_given(anchor, "aria-current", item.current ? "page" : "");
  return element("li", listed, element("a", anchor.add(item.attributes), item.number));
}

Html page_list(std::vector<PaginationItem> const& items) {
  if (items.empty()) return {};
  Html pages;
  for (auto const& item : items)
    if (item.ellipsis || !item.number.empty()) pages += page_item(item);
  return element("ul", {{"class", "govuk-pagination__list"}}, pages);
}

}  // namespace

Html pagination(PaginationOptions const& options) {
  bool const is_block = options.items.empty() && (options.previous || options.next);
  Attributes nav{{"class", spaced({"govuk-pagination", is_block ? "govuk-pagination--block" : "", options.classes})},
                 {"aria-label", options.landmark_label}};

  Html inner;
  if (options.previous && !options.previous->href.empty())
    inner += arrow_link(*options.previous, Direction::previous, is_block);
  inner += page_list(options.items);
  if (options.next && !options.next->href.empty()) inner += arrow_link(*options.next, Direction::next, is_block);
  return element("nav", nav.add(options.attributes), inner);
}

}  // namespace earshot::govuk
