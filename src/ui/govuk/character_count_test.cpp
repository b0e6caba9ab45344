#include "ui/govuk/character_count.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

std::optional<CountType> count_type(Options const& o) {
  if (!o.has("countType")) return std::nullopt;
  auto const type = o.string("countType");
  if (type == "words") return CountType::words;
  return type == "length" ? CountType::length : CountType::characters;
}

CharacterCountOptions character_count_options(Options const& o) {
  return {.name = o.string("name"),
          .id = o.string("id"),
          .label = label_options(o.object("label")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .value = o.string("value"),
          .rows = o.maybe_int("rows").value_or(5),
          .spellcheck = o.maybe_bool("spellcheck"),
          .max_length = o.maybe_int("maxlength"),
          .max_words = o.maybe_int("maxwords"),
          .count_type = count_type(o),
          .threshold = o.maybe_int("threshold"),
          .textarea_description_text = o.string("textareaDescriptionText"),
          .characters_under_limit_text = o.pairs("charactersUnderLimitText"),
          .characters_at_limit_text = o.string("charactersAtLimitText"),
          .characters_over_limit_text = o.pairs("charactersOverLimitText"),
          .words_under_limit_text = o.pairs("wordsUnderLimitText"),
          .words_at_limit_text = o.string("wordsAtLimitText"),
          .words_over_limit_text = o.pairs("wordsOverLimitText"),
          .count_message_classes = o.object("countMessage").string("classes"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(CharacterCount, MatchesEveryFixture) {
  expect_fixtures("character-count",
                  [](Options const& options) { return character_count(character_count_options(options)); });
}

TEST(CharacterCount, SaysTheLimitInThePagesLanguage) {
  auto const markup =
      character_count({.name = "words", .max_length = 500, .textarea_description_text = "Hyd at %{count}"}).markup();
  EXPECT_NE(markup.find("Hyd at 500"), std::string::npos);
  EXPECT_EQ(markup.find("You can enter"), std::string::npos);
}

}  // namespace earshot::govuk
