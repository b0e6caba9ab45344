#include "ui/change_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

i18n::Translator english() { return i18n::Translator(i18n::language("en")); }

ChangeCard leaflet() {
  return {.words = "The leaflet comes after term ends.",
          .meta = "38 families asked this",
          .kind = "done",
          .text = "Places now open nine weeks before.",
          .by = "Play Team, 14 November",
          .href = "/changes/7"};
}

TEST(ChangeCard, TellsWhatWasSaidAndWhatWasDone) {
  auto const card = change_card(english(), leaflet()).markup();
  EXPECT_THAT(card, HasSubstr(">You said</p><blockquote class=\"change__words\">The leaflet comes after term ends."));
  EXPECT_THAT(card, HasSubstr(">We did it</p>"));
  EXPECT_THAT(card, HasSubstr("Places now open nine weeks before."));
  EXPECT_THAT(card, HasSubstr("Play Team, 14 November · <a href=\"/changes/7\""));
}

TEST(ChangeCard, SaysTheKindInWordsAndNotInColourAlone) {
  for (auto const& [kind, words] : {std::pair{"done", "We did it"}, {"will", "We will"}, {"cannot", "We can&#39;t"}}) {
    auto card = leaflet();
    card.kind = kind;
    auto const markup = change_card(english(), card).markup();
    EXPECT_THAT(markup, HasSubstr(std::string("change--") + kind));
    EXPECT_THAT(markup, HasSubstr(words));
  }
}

TEST(ChangeCard, KeepsAHeadingThatNamesTheDay) {
  auto card = leaflet();
  card.kind = "will";
  card.heading = "We will, by 31 March";
  EXPECT_THAT(change_card(english(), card).markup(), HasSubstr(">We will, by 31 March</p>"));
}

TEST(ChangeCard, WithoutAnAnswerSaysSo) {
  ChangeCard const card{.words = "Open on Sundays."};
  auto const markup = change_card(english(), card).markup();
  EXPECT_THAT(markup, HasSubstr("No answer yet"));
  EXPECT_THAT(markup, Not(HasSubstr("<a ")));
}

TEST(ChangeCard, TellsWhoseWordsTheyAreAndInWhatLanguage) {
  auto card = leaflet();
  card.words_note = "In a worker's words";
  card.words_language = "cy";
  auto const markup = change_card(english(), card).markup();
  EXPECT_THAT(markup, HasSubstr("In a worker&#39;s words"));
  EXPECT_THAT(markup, HasSubstr("<blockquote class=\"change__words\" lang=\"cy\">"));
}

TEST(ChangeCard, WordsThatLookLikeMarkupStayWords) {
  ChangeCard const card{.words = "<script>alert(1)</script>", .href = "/x"};
  EXPECT_THAT(change_card(english(), card).markup(), Not(HasSubstr("<script")));
}

TEST(ChangeCard, ItsLinkTellsWhichOneItIs) {
  EXPECT_THAT(
      change_card(english(), leaflet()).markup(),
      HasSubstr("Read it all<span class=\"govuk-visually-hidden\">: The leaflet comes after term ends.</span>"));
}

TEST(ChangeCard, SeveralAreAList) {
  EXPECT_THAT(change_cards(english(), {leaflet(), leaflet()}).markup(), HasSubstr("</article></li><li><article"));
  EXPECT_TRUE(change_cards(english(), {}).empty());
}

}  // namespace
}  // namespace earshot::ui
