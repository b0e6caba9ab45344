// A field for several lines of text that says how much more fits.
#pragma once

#include <optional>
#include <string>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

/// What a limit counts: `length` is UTF-16 units as in JavaScript, `characters` is what a reader takes for one (an
/// accented letter, an emoji), which is the fair one for people who do not write in English.
enum class CountType { length, characters, words };

/// The texts have %{count} where the number stands. Texts that are left out are in English.
struct CharacterCountOptions {
  std::string name;
  std::string id;  ///< the name when empty
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error;
  std::string value;
  int rows = 5;
  std::optional<bool> spellcheck;  ///< the browser decides when not set
  std::optional<int> max_length;
  std::optional<int> max_words;         ///< older form of `max_length` with words
  std::optional<CountType> count_type;  ///< what `max_length` counts; length when not set
  std::optional<int> threshold;         ///< per cent of the limit from which the count is shown
  std::string textarea_description_text;
  Plurals characters_under_limit_text;
  std::string characters_at_limit_text;
  Plurals characters_over_limit_text;
  Plurals words_under_limit_text;
  std::string words_at_limit_text;
  Plurals words_over_limit_text;
  std::string count_message_classes;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The field with its label, hint, error message and count.
Html character_count(CharacterCountOptions const& options);

}  // namespace earshot::govuk
