#include "plain_words/plain_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::plain_words {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PlainWords, SyllablesAreCountedAsTheyAreSpoken) {
  for (auto const* word : {"bus", "made", "changed", "makes", "the", "school", "stop", "whole"})
    EXPECT_EQ(syllables(word), 1) << word;
  for (auto const* word : {"table", "wanted", "houses", "answer", "driver", "Monday", "needed"})
    EXPECT_EQ(syllables(word), 2) << word;
  for (auto const* word : {"family", "however", "consider"}) EXPECT_EQ(syllables(word), 3) << word;
  EXPECT_EQ(syllables("accommodation"), 5);
  EXPECT_EQ(syllables(""), 1);
}

TEST(PlainWords, SentencesEndWhereTheyEnd) {
  EXPECT_THAT(sentences("It costs £3.50. Ask Mrs. Bell! Will it help?\nYes"),
              ElementsAre("It costs £3.50.", "Ask Mrs. Bell!", "Will it help?", "Yes"));
  EXPECT_THAT(sentences(" \n "), IsEmpty());
}

TEST(PlainWords, AnEasyTextIsForAChildAndAHardOneIsNot) {
  auto const easy = check("The bus was late. We have asked for a new bus. It will come on time from now on.");
  ASSERT_TRUE(easy.reading_age);
  EXPECT_LE(*easy.reading_age, 7);
  auto const hard = check(
      "Following consideration of the available accommodation, the authority has determined that the implementation of "
      "alternative transportation arrangements necessitates additional expenditure.");
  ASSERT_TRUE(hard.reading_age);
  EXPECT_GE(*hard.reading_age, 20);
}

TEST(PlainWords, TheReadingAgeIsThatOfTheFormula) {
  // 13 words of one syllable in one sentence: 0.39 × 13 + 11.8 − 15.59 = 1.28, and 5 years more.
  EXPECT_EQ(check("The cat sat on the mat and the dog lay on the rug.").reading_age, 6);
}

TEST(PlainWords, AFewWordsSayNothingAboutAReadingAge) {
  EXPECT_EQ(check("A new bus.").reading_age, std::nullopt);
  EXPECT_EQ(check("").reading_age, std::nullopt);
}

TEST(PlainWords, ASentenceOfMoreThanTwentyFiveWordsIsLong) {
  std::string words = "one";
  for (std::size_t i = 1; i < kLongSentence; ++i) words += " word";
  EXPECT_THAT(check(words + ". Short.").long_sentences, IsEmpty());
  EXPECT_THAT(check("Short. " + words + " more.").long_sentences, ElementsAre(words + " more."));
}

TEST(PlainWords, AnAcronymNeedsAnExplanation) {
  EXPECT_THAT(check("The SENCO wrote two EHCPs. Ask the SENCO.").acronyms, ElementsAre("SENCO", "EHCP"));
  EXPECT_THAT(check("Your plan (EHCP) and the SEND (special needs) team.").acronyms, IsEmpty());
  EXPECT_THAT(check("The NHS in the UK. I am A parent. Bus 4B.").acronyms, IsEmpty());
}

}  // namespace
}  // namespace earshot::plain_words
