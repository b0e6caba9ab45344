// What the components share: class names in one string, the group around a form field, and the texts that a
// component's script says. A component's options are a struct of plain members, filled by name; an option that is left
// out, or an empty text, means that the part is not shown.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// Words with a space between them, the empty ones left out: a class list, or the ids of aria-describedby.
std::string spaced(std::initializer_list<std::string_view> words);

/// Adds name="value" unless the value is empty, as an option that is left out is.
void add_given(Attributes& attributes, std::string_view name, std::string_view value);

/// A text for each plural rule of a language: {{"one", "%{count} file"}, {"other", "%{count} files"}}.
using Plurals = std::vector<std::pair<std::string, std::string>>;

/// What a component's script says in the page's language, as attributes: ` data-i18n.show-password="Dangos"`.
class ScriptTexts {
 public:
  /// Adds a text under the script's own key for it, unless it is empty (the script then says it in English).
  ScriptTexts& add(std::string_view key, std::string const& text);
  /// Adds a text for each plural rule. A rule that is not one plain word is left out.
  ScriptTexts& add(std::string_view key, Plurals const& texts);

  [[nodiscard]] std::string const& markup() const { return m_markup; }

 private:
  void append(std::string_view name, std::string_view text);

  std::string m_markup;
};

/// An element that carries the texts of its script beside its other attributes.
Html element_with_texts(std::string_view name, Attributes const& attributes, ScriptTexts const& texts,
                        Html const& content);

/// The group around one question: its label, hint, error message and field.
struct FormGroupOptions {
  std::string classes;
  Attributes attributes;
  Html before_input;  ///< shown just before the field, or before the first of several
  Html after_input;   ///< shown just after the field, or after the last of several
  ScriptTexts script_texts;
};

/// The group with `content` in it, marked when there is an error.
Html form_group(FormGroupOptions const& options, bool has_error, Html const& content);

}  // namespace earshot::govuk
