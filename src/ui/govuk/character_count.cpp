#include "ui/govuk/character_count.h"

#include "ui/govuk/textarea.h"

namespace earshot::govuk {
namespace {

std::string_view word(CountType type) {
  switch (type) {
    case CountType::length:
      return "length";
    case CountType::characters:
      return "characters";
    case CountType::words:
      break;
  }
  return "words";
}

std::optional<CountType> count_type(CharacterCountOptions const& options) {
  if (options.count_type) return options.count_type;
  return options.max_words ? std::optional(CountType::words) : std::nullopt;
}

std::optional<int> limit(CharacterCountOptions const& options) {
  return options.max_words ? options.max_words : options.max_length;
}

// Without a limit here the script is to set one, and only it can say the sentence.
std::string description(CharacterCountOptions const& options) {
  auto const most = limit(options);
  if (!most) return {};
  auto sentence = options.textarea_description_text;
  if (sentence.empty())
    sentence = count_type(options) == CountType::words ? "You can enter up to %{count} words"
                                                       : "You can enter up to %{count} characters";
  constexpr std::string_view kCount = "%{count}";
  auto const number = std::to_string(*most);
  for (auto at = sentence.find(kCount); at != std::string::npos; at = sentence.find(kCount, at + number.size()))
    sentence.replace(at, kCount.size(), number);
  return sentence;
}

Attributes settings(CharacterCountOptions const& options) {
  Attributes all{{"data-module", "govuk-character-count"}};
  if (options.max_length) add_given(all, "data-maxlength", std::to_string(*options.max_length));
  if (options.max_words) add_given(all, "data-maxwords", std::to_string(*options.max_words));
  if (options.threshold) add_given(all, "data-threshold", std::to_string(*options.threshold));
  if (auto const type = count_type(options)) add_given(all, "data-count-type", word(*type));
  return all;
}

ScriptTexts script_texts(CharacterCountOptions const& options) {
  ScriptTexts all;
  if (!limit(options) && !options.textarea_description_text.empty())
    all.add("textarea-description", Plurals{{"other", options.textarea_description_text}});
  return all.add("characters-under-limit", options.characters_under_limit_text)
      .add("characters-at-limit", options.characters_at_limit_text)
      .add("characters-over-limit", options.characters_over_limit_text)
      .add("words-under-limit", options.words_under_limit_text)
      .add("words-at-limit", options.words_at_limit_text)
      .add("words-over-limit", options.words_over_limit_text);
}

}  // namespace

Html character_count(CharacterCountOptions const& options) {
  auto const& id = options.id.empty() ? options.name : options.id;
  auto const message = hint({.text = description(options), .classes = options.count_message_classes}, id + "-info",
                            "govuk-character-count__message");
  auto const& group = options.form_group;
  return textarea({.name = options.name,
                   .id = id,
                   .label = options.label,
                   .hint = options.hint,
                   .error = options.error,
                   .value = options.value,
                   .rows = options.rows,
                   .spellcheck = options.spellcheck,
                   .described_by = id + "-info",
                   .form_group = {.classes = spaced({"govuk-character-count", group.classes}),
                                  .attributes = settings(options).add(group.attributes),
                                  .before_input = group.before_input,
                                  .after_input = html(message, group.after_input),
                                  .script_texts = script_texts(options)},
                   .classes = spaced({"govuk-js-character-count", options.classes}),
                   .attributes = options.attributes});
}

}  // namespace earshot::govuk
