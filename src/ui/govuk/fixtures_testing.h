// Runs a component against the fixtures that GOV.UK Frontend ships: the options of each case go in, and the page's tree
// that comes out must be the tree of the case's own HTML. Only the tests include this.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "ui/html/html.h"

namespace earshot::govuk {

/// The options of a case as the template sees them. A name that is not there reads as nothing.
class Options {
 public:
  explicit Options(boost::json::object object) : m_object(std::move(object)) {}

  /// Whether the option is there and is what a template takes for true.
  [[nodiscard]] bool has(std::string_view name) const;
  /// A string; a number or true or false as it is written; "" when there is none.
  [[nodiscard]] std::string string(std::string_view name) const { return maybe_string(name).value_or(""); }
  [[nodiscard]] std::string string(std::string_view name, std::string_view otherwise) const;
  [[nodiscard]] std::optional<std::string> maybe_string(std::string_view name) const;
  [[nodiscard]] std::optional<bool> maybe_bool(std::string_view name) const;
  [[nodiscard]] std::optional<int> maybe_int(std::string_view name) const;
  /// The option "html" as it is, or "text" escaped.
  [[nodiscard]] Html text() const;
  /// The same for a pair with a prefix: `text("title")` reads "titleHtml" or "titleText".
  [[nodiscard]] Html text(std::string_view prefix) const;
  /// The option as markup.
  [[nodiscard]] Html html(std::string_view name) const { return Html::trusted(string(name)); }
  /// Attributes, each a value or {value, optional}.
  [[nodiscard]] Attributes attributes(std::string_view name = "attributes") const;
  /// Options inside options; empty ones when there are none.
  [[nodiscard]] Options object(std::string_view name) const;
  /// A list of options without the null, false and "" that templates step over.
  [[nodiscard]] std::vector<Options> list(std::string_view name) const;
  /// A list of lists of options, as the rows of a table are.
  [[nodiscard]] std::vector<std::vector<Options>> lists(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> strings(std::string_view name) const;
  /// Names and values of an object, in order.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs(std::string_view name) const;
  /// The JSON itself, for what the readers above do not cover.
  [[nodiscard]] boost::json::object const& json() const { return m_object; }

 private:
  boost::json::object m_object;
};

/// Renders every case of `component` ("back-link") and expects the tree of its HTML. `impossible` names the cases that
/// typed options cannot express; each must be a case.
/// Call it from `TEST(BackLink, MatchesEveryFixture)`: a test looks for one of that name for each component.
void expect_fixtures(std::string_view component, std::function<Html(Options const&)> const& render,
                     std::set<std::string> const& impossible = {});

/// The tree of `markup` as indented lines: attributes by name, white space in texts and class lists made single, texts
/// in pre and textarea as they are.
std::string tree(std::string_view markup);

}  // namespace earshot::govuk
