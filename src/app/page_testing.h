// A page as a person meets it: what can be read on it, where its links lead, and its forms as they are filled in. Only
// the tests include this.
#pragma once

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gumbo.h>

#include "platform/http/message.h"

namespace earshot::app {

/// A form with what stands in it: hidden fields, what is typed, what is ticked.
struct SeenForm {
  std::string action;
  bool posts = false;
  http::Fields fields;
  std::set<std::string> names;                            ///< Of every control, ticked or not.
  std::set<std::pair<std::string, std::string>> choices;  ///< Name and value of radios, checkboxes and options.
};

struct SeenLink {
  std::string text;
  std::string href;
};

/// Reads a document into what a person sees. Keeps nothing of the markup.
class SeenPage {
 public:
  explicit SeenPage(std::string const& markup) {
    auto const parsed = std::unique_ptr<GumboOutput, FreeOutput>(
        gumbo_parse_with_options(&kGumboDefaultOptions, markup.data(), markup.size()));
    read(*parsed->root, {});
  }

  /// All that can be read, with one space where the page has white space or begins something new.
  [[nodiscard]] std::string const& text() const { return m_text; }
  [[nodiscard]] std::string const& title() const { return m_title; }
  /// The language that the page says it is in.
  [[nodiscard]] std::string const& language() const { return m_language; }
  [[nodiscard]] std::vector<SeenLink> const& links() const { return m_links; }
  /// The forms of the page's main part, in order.
  [[nodiscard]] std::vector<SeenForm> const& forms() const { return m_forms; }
  /// The form of the page's head, by which a person signs out.
  [[nodiscard]] std::vector<SeenForm> const& forms_in_header() const { return m_header_forms; }

 private:
  struct FreeOutput {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  struct Within {
    bool main = false;
    SeenForm* form = nullptr;
    std::string* link = nullptr;
    std::string select = {};
  };

  static std::string attribute(GumboElement const& element, char const* name) {
    auto const* found = gumbo_get_attribute(&element.attributes, name);
    return found ? found->value : std::string();
  }
  static bool has(GumboElement const& element, char const* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
  }

  static bool is_inline(GumboTag tag) {
    switch (tag) {
      case GUMBO_TAG_A:
      case GUMBO_TAG_ABBR:
      case GUMBO_TAG_B:
      case GUMBO_TAG_EM:
      case GUMBO_TAG_SPAN:
      case GUMBO_TAG_STRONG:
        return true;
      default:
        return false;
    }
  }

  /// All text of an element as it is: of a title or a textarea.
  static std::string raw_text(GumboElement const& element) {
    std::string text;
    for (unsigned int i = 0; i < element.children.length; ++i) {
      auto const& child = *static_cast<GumboNode const*>(element.children.data[i]);
      if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_WHITESPACE) text += child.v.text.text;
    }
    return text;
  }

  void add_text(std::string_view text, Within const& within) {
    for (auto const c : text) {
      auto const space = std::isspace(static_cast<unsigned char>(c)) != 0;
      for (auto* to : {&m_text, within.link})
        if (to && !(space && (to->empty() || to->back() == ' '))) *to += space ? ' ' : c;
    }
  }

  void read(GumboNode const& node, Within within) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
      return add_text(node.v.text.text, within);
    if (node.type != GUMBO_NODE_ELEMENT) return;
    auto const& element = node.v.element;
    switch (element.tag) {
      case GUMBO_TAG_SCRIPT:
      case GUMBO_TAG_STYLE:
      case GUMBO_TAG_SVG:
      case GUMBO_TAG_TEMPLATE:
        return;
      case GUMBO_TAG_TITLE:
        m_title = raw_text(element);
        return;
      case GUMBO_TAG_HTML:
        m_language = attribute(element, "lang");
        break;
      case GUMBO_TAG_MAIN:
        within.main = true;
        break;
      case GUMBO_TAG_FORM:
        within.form = &begin_form(element, within);
        break;
      case GUMBO_TAG_SELECT:
        within.select = attribute(element, "name");
        break;
      default:
        break;
    }
    read_control(element, within);
    std::string link;
    if (element.tag == GUMBO_TAG_A) within.link = &link;
    if (!is_inline(element.tag)) add_text(" ", within);
    for (unsigned int i = 0; i < element.children.length; ++i)
      read(*static_cast<GumboNode const*>(element.children.data[i]), within);
    if (!is_inline(element.tag)) add_text(" ", within);
    if (element.tag == GUMBO_TAG_A) {
      if (!link.empty() && link.back() == ' ') link.pop_back();
      m_links.push_back({link, attribute(element, "href")});
    }
  }

  SeenForm& begin_form(GumboElement const& element, Within const& within) {
    auto& forms = within.main ? m_forms : m_header_forms;
    // A form never stands in another, so no pointer into the list is in use when it grows.
    forms.push_back({.action = attribute(element, "action"), .posts = attribute(element, "method") == "post"});
    return forms.back();
  }

  void read_control(GumboElement const& element, Within const& within) {
    if (!within.form) return;
    auto& form = *within.form;
    auto const name = within.select.empty() ? attribute(element, "name") : within.select;
    if (name.empty()) return;
    if (element.tag == GUMBO_TAG_INPUT) {
      auto const type = attribute(element, "type");
      auto const choice = type == "radio" || type == "checkbox";
      form.names.insert(name);
      if (choice) form.choices.emplace(name, attribute(element, "value"));
      if (!choice || has(element, "checked")) form.fields.add(name, attribute(element, "value"));
    } else if (element.tag == GUMBO_TAG_BUTTON) {
      // Which button is pressed is for the test to say.
      form.names.insert(name);
      form.choices.emplace(name, attribute(element, "value"));
    } else if (element.tag == GUMBO_TAG_TEXTAREA) {
      form.names.insert(name);
      form.fields.add(name, raw_text(element));
    } else if (element.tag == GUMBO_TAG_OPTION) {
      auto const value = has(element, "value") ? attribute(element, "value") : raw_text(element);
      // A browser sends the first option when none is selected.
      if (form.names.insert(name).second || has(element, "selected")) form.fields = replaced(form.fields, name, value);
      form.choices.emplace(name, value);
    }
  }

  static http::Fields replaced(http::Fields const& fields, std::string_view name, std::string_view value) {
    http::Fields result;
    for (auto const& [each, its_value] : fields)
      if (each != name) result.add(each, its_value);
    result.add(name, value);
    return result;
  }

  std::string m_text;
  std::string m_title;
  std::string m_language;
  std::vector<SeenLink> m_links;
  std::vector<SeenForm> m_forms;
  std::vector<SeenForm> m_header_forms;
};

}  // namespace earshot::app
