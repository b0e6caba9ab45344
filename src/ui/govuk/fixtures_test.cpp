#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>
#include <gumbo.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

std::filesystem::path const kComponents =
    std::filesystem::path(EARSHOT_SOURCE_DIR) / "node_modules/govuk-frontend/dist/govuk/components";

bool is_truthy(boost::json::value const& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      return false;
    case boost::json::kind::bool_:
      return value.get_bool();
    case boost::json::kind::string:
      return !value.get_string().empty();
    case boost::json::kind::int64:
      return value.get_int64() != 0;
    default:
      return true;
  }
}

std::string written(boost::json::value const& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return std::string(value.get_string());
  return boost::json::serialize(value);
}

std::string single_spaced(std::string_view text) {
  std::string out;
  for (unsigned char const c : text) {
    if (!std::isspace(c))
      out += static_cast<char>(c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string element_name(GumboElement const& element) {
  std::string name = gumbo_normalized_tagname(element.tag);
  if (!name.empty()) return name;
  auto original = element.original_tag;
  gumbo_tag_from_original_text(&original);
  return {original.data, original.length};
}

void append_tree(std::string& out, GumboNode const& node, int depth, bool exact) {
  std::string const indent(static_cast<std::size_t>(depth) * 2, ' ');
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
    auto const text = exact ? std::string(node.v.text.text) : single_spaced(node.v.text.text);
    if (!text.empty()) out += indent + '"' + text + "\"\n";
    return;
  }
  if (node.type != GUMBO_NODE_ELEMENT) return;

  auto const& element = node.v.element;
  auto const name = element_name(element);
  std::map<std::string, std::string> attributes;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    auto const* attribute = static_cast<GumboAttribute const*>(element.attributes.data[i]);
    std::string const value = attribute->value;
    attributes.emplace(attribute->name, attribute->name == std::string_view("class") ? single_spaced(value) : value);
  }
  out += indent + '<' + name;
  for (auto const& [key, value] : attributes) out += ' ' + key + "=\"" + value + '"';
  out += ">\n";
  for (unsigned i = 0; i < element.children.length; ++i)
    append_tree(out, *static_cast<GumboNode const*>(element.children.data[i]), depth + 1,
                exact || name == "pre" || name == "textarea");
}

boost::json::array read_cases(std::string_view component) {
  auto const path = kComponents / component / "fixtures.json";
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::string const text((std::istreambuf_iterator<char>(file)), {});
  return boost::json::parse(text).at("fixtures").as_array();
}

}  // namespace

bool Options::has(std::string_view name) const {
  auto const* value = m_object.if_contains(name);
  return value != nullptr && is_truthy(*value);
}

std::string Options::string(std::string_view name, std::string_view otherwise) const {
  return maybe_string(name).value_or(std::string(otherwise));
}

std::optional<std::string> Options::maybe_string(std::string_view name) const {
  auto const* value = m_object.if_contains(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return written(*value);
}

std::optional<bool> Options::maybe_bool(std::string_view name) const {
  auto const* value = m_object.if_contains(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return is_truthy(*value);
}

std::optional<int> Options::maybe_int(std::string_view name) const {
  auto const* value = m_object.if_contains(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return value->is_string() ? std::stoi(written(*value)) : value->to_number<int>();
}

Html Options::text() const { return has("html") ? html("html") : Html(string("text")); }

Html Options::text(std::string_view prefix) const {
  std::string const name(prefix);
  return has(name + "Html") ? html(name + "Html") : Html(string(name + "Text"));
}

Attributes Options::attributes(std::string_view name) const {
  Attributes all;
  for (auto const& each : object(name).m_object) {
    auto const* form = each.value().if_object();
    auto const* value = form != nullptr ? form->if_contains("value") : &each.value();
    bool const is_optional = form != nullptr && form->contains("optional") && is_truthy(form->at("optional"));
    bool const is_missing = value == nullptr || value->is_null() || (value->is_bool() && !value->get_bool());
    if (is_optional && is_missing) continue;
    if (is_optional && value->is_bool())
      all.flag(each.key());
    else
      all.add(each.key(), std::string_view(value == nullptr ? std::string() : written(*value)));
  }
  return all;
}

Options Options::object(std::string_view name) const {
  auto const* value = m_object.if_contains(name);
  return Options(value != nullptr && value->is_object() ? value->get_object() : boost::json::object());
}

std::vector<Options> Options::list(std::string_view name) const {
  std::vector<Options> all;
  auto const* value = m_object.if_contains(name);
  if (value == nullptr || !value->is_array()) return all;
  for (auto const& each : value->get_array())
    if (each.is_object()) all.emplace_back(each.get_object());
  return all;
}

std::vector<std::vector<Options>> Options::lists(std::string_view name) const {
  std::vector<std::vector<Options>> all;
  auto const* value = m_object.if_contains(name);
  if (value == nullptr || !value->is_array()) return all;
  for (auto const& each : value->get_array())
    if (each.is_array()) all.push_back(Options({{"row", each}}).list("row"));
  return all;
}

std::vector<std::string> Options::strings(std::string_view name) const {
  std::vector<std::string> all;
  auto const* value = m_object.if_contains(name);
  if (value == nullptr || !value->is_array()) return all;
  for (auto const& each : value->get_array()) all.push_back(written(each));
  return all;
}

std::vector<std::pair<std::string, std::string>> Options::pairs(std::string_view name) const {
  std::vector<std::pair<std::string, std::string>> all;
  for (auto const& each : object(name).m_object) all.emplace_back(each.key(), written(each.value()));
  return all;
}

std::string tree(std::string_view markup) {
  auto const* output = gumbo_parse_with_options(&kGumboDefaultOptions, markup.data(), markup.size());
  std::string out;
  append_tree(out, *output->root, 0, false);
  gumbo_destroy_output(&kGumboDefaultOptions, const_cast<GumboOutput*>(output));
  return out;
}

void expect_fixtures(std::string_view component, std::function<Html(Options const&)> const& render,
                     std::set<std::string> const& impossible) {
  std::size_t run = 0;
  std::size_t left_out = 0;
  for (auto const& each : read_cases(component)) {
    auto const name = written(each.at("name"));
    if (impossible.contains(name)) {
      ++left_out;
      continue;
    }
    SCOPED_TRACE(std::string(component) + ": " + name);
    auto const ours = render(Options(each.at("options").as_object()));
    EXPECT_EQ(tree(written(each.at("html"))), tree(ours.markup())) << ours.markup();
    ++run;
  }
  EXPECT_GT(run, 0U);
  EXPECT_EQ(left_out, impossible.size()) << "a case named as impossible is not in the fixtures";
}

TEST(Fixtures, ATreeKeepsWhatAReaderWouldMiss) {
  EXPECT_NE(tree("<p class=\"a\">x</p>"), tree("<p class=\"b\">x</p>"));
  EXPECT_NE(tree("<p>x</p>"), tree("<p>y</p>"));
  EXPECT_NE(tree("<p>x</p>"), tree("<div>x</div>"));
  EXPECT_NE(tree("<p><b>x</b></p>"), tree("<p><b></b>x</p>"));
  EXPECT_NE(tree("<input disabled>"), tree("<input>"));
  EXPECT_NE(tree("<p class=\"a b\">x</p>"), tree("<p class=\"b a\">x</p>"));
  EXPECT_NE(tree("<textarea> x</textarea>"), tree("<textarea>x</textarea>"));
  EXPECT_NE(tree("<svg><path d=\"M0 0\"/></svg>"), tree("<svg><circle d=\"M0 0\"/></svg>"));
}

TEST(Fixtures, ATreeLeavesOutHowTheMarkupIsLaidOut) {
  EXPECT_EQ(tree("<p id=\"i\"  class=\" a\n b \">\n  x\n</p>\n"), tree("<p class=\"a b\" id=\"i\">x</p>"));
  EXPECT_EQ(tree("<textarea>\nx</textarea>"), tree("<textarea>x</textarea>"));
}

}  // namespace earshot::govuk
