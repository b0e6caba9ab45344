#include "ui/figures.h"

namespace earshot::ui {
namespace {

Html one(Figure const& figure) {
  auto body = element("strong", {{"class", "figure__number"}}, figure.number);
  // The space keeps number and words apart where they are read out or copied.
  body += " ";
  Html text = figure.text;
  if (!figure.href.empty()) {
    Attributes address;
    address.add("href", figure.href).add("class", "govuk-link");
    text = element("a", address, text);
  }
  body += element("span", {{"class", "figure__text"}}, text);
  return element("li", {{"class", figure.warning ? "figure figure--warning" : "figure"}},
                 element("div", {{"class", "figure__body"}}, body));
}

}  // namespace

Html figures(std::vector<Figure> const& figures) {
  if (figures.empty()) return {};
  Html items;
  for (auto const& figure : figures) items += one(figure);
  return element("ul", {{"class", "figures"}, {"role", "list"}}, items);
}

}  // namespace earshot::ui
