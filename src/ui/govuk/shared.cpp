#include "ui/govuk/shared.h"

#include <algorithm>
#include <cctype>

namespace earshot::govuk {

std::string spaced(std::initializer_list<std::string_view> words) {
  std::string all;
  for (auto const& word : words) {
    if (word.empty()) continue;
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

void add_given(Attributes& attributes, std::string_view name, std::string_view value) {
  if (!value.empty()) attributes.add(name, value);
}

ScriptTexts& ScriptTexts::add(std::string_view key, std::string const& text) {
  if (!text.empty()) append(key, text);
  return *this;
}

ScriptTexts& ScriptTexts::add(std::string_view key, Plurals const& texts) {
  for (auto const& [rule, text] : texts) {
    auto const is_word = std::all_of(rule.begin(), rule.end(), [](unsigned char c) { return std::isalpha(c); });
    if (is_word && !rule.empty()) append(std::string(key) + '.' + rule, text);
  }
  return *this;
}

void ScriptTexts::append(std::string_view name, std::string_view text) {
  m_markup += " data-i18n.";
  m_markup += name;
  m_markup += "=\"";
  m_markup += escape(text);
  m_markup += '"';
}

Html element_with_texts(std::string_view name, Attributes const& attributes, ScriptTexts const& texts,
                        Html const& content) {
  std::string markup;
  markup += '<';
  markup += name;
  markup += attributes.markup();
  markup += texts.markup();
  markup += '>';
  markup += content.markup();
  markup += "</";
  markup += name;
  markup += '>';
  return Html::trusted(std::move(markup));
}

Html form_group(FormGroupOptions const& options, bool has_error, Html const& content) {
  auto const classes = spaced({"govuk-form-group", has_error ? "govuk-form-group--error" : "", options.classes});
  return element_with_texts("div", Attributes({{"class", classes}}).add(options.attributes), options.script_texts,
                            content);
}

}  // namespace earshot::govuk
