#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {

TagOptions tag_options(Options const& options) {
  return {.text = options.text(), .classes = options.string("classes"), .attributes = options.attributes()};
}

std::vector<Options> list_with_gaps(Options const& options, std::string_view name) {
  std::vector<Options> all;
  auto const* value = options.json().if_contains(name);
  if (value == nullptr) return all;
  for (auto const& each : value->as_array())
    all.emplace_back(each.is_object() ? each.get_object() : boost::json::object());
  return all;
}

Html picture_in_fixture(std::string_view component, std::string_view class_name) {
  std::ifstream file(std::string(EARSHOT_SOURCE_DIR "/node_modules/govuk-frontend/dist/govuk/components/") +
                     std::string(component) + "/fixtures.json");
  std::string const text((std::istreambuf_iterator<char>(file)), {});
  auto const json = boost::json::parse(text);
  auto const markup = std::string(json.at("fixtures").at(0).at("html").as_string());
  auto const start = markup.rfind("<svg", markup.find("class=\"" + std::string(class_name)));
  auto const end = markup.find("</svg>", start);
  if (end == std::string::npos) throw std::runtime_error("no picture in the fixtures of " + std::string(component));
  return Html::trusted(markup.substr(start, end + 6 - start));
}

}  // namespace earshot::govuk
