#include "voices/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::voices::rules {
namespace {

Choices const& choices() {
  static Choices const all = [] {
    agencies::Service bus;
    bus.id = {4};
    bus.slug = "school-transport";
    agencies::Service play;
    play.id = {5};
    play.slug = "play";
    return Choices{
        .services = {bus, play}, .topics = {{{7}, "Money", "money"}}, .places = {{{9}, "Thornley", "thornley"}}};
  }();
  return all;
}

Result<Draft> answered(Question question, http::Fields const& fields) {
  return answer(Draft{}, question, fields, choices());
}

std::string field_of(Result<Draft> const& refused) { return refused ? "" : refused.error().problems.front().field; }

TEST(Voices, WordsAreWhateverSomebodyWritesUpToTenThousandCharacters) {
  EXPECT_EQ(answered(Question::words, {{"words", " Bus\r\nlate \n"}})->words, "Bus\nlate");
  EXPECT_EQ(answered(Question::words, {{"words", "بس"}})->words, "بس");
  std::string longest;
  for (std::size_t i = 0; i < kLongestWords; ++i) longest += "😀";
  EXPECT_TRUE(answered(Question::words, {{"words", longest}}));
  EXPECT_EQ(field_of(answered(Question::words, {{"words", longest + "!"}})), "words");
  EXPECT_EQ(field_of(answered(Question::words, {{"words", " \n\t"}})), "words");
  EXPECT_EQ(field_of(answered(Question::words, {})), "words");
}

TEST(Voices, AVoiceIsAboutAServiceThereIsOrSomebodyIsNotSure) {
  EXPECT_EQ(answered(Question::about, {{"about", "school-transport"}})->about, "school-transport");
  EXPECT_EQ(answered(Question::about, {{"about", "not-sure"}})->about, "not-sure");
  for (auto const* about : {"", "School Transport", "no-such-service"})
    EXPECT_EQ(field_of(answered(Question::about, {{"about", about}})), "about");
}

TEST(Voices, AVoiceMayBeAboutSeveralServicesAndTopicsButNotAlsoNotSure) {
  EXPECT_EQ(answered(Question::about, {{"about", "school-transport"}, {"about", "topic/money"}})->about,
            "school-transport topic/money");
  EXPECT_EQ(field_of(answered(Question::about, {{"about", "play"}, {"about", "not-sure"}})), "about");
  EXPECT_EQ(answered(Question::about, {{"about", "made-up"}, {"about", "play"}})->about, "play");
  EXPECT_EQ(field_of(answered(Question::about, {{"about", "topic/made-up"}})), "about");
}

TEST(Voices, WhereItIsIsAPlaceOfTheCountyElsewhereOrNotSaid) {
  EXPECT_EQ(answered(Question::place, {{"place", "thornley"}})->place, "thornley");
  EXPECT_EQ(answered(Question::place, {{"place", "somewhere-else"}})->place, "somewhere-else");
  EXPECT_EQ(answered(Question::place, {{"place", "rather-not-say"}})->place, "rather-not-say");
  EXPECT_EQ(field_of(answered(Question::place, {{"place", "4 High Street"}})), "place");
  EXPECT_EQ(field_of(answered(Question::place, {})), "place");
}

TEST(Voices, WhoWantsToBeToldSaysWhere) {
  auto const none = answered(Question::told_by, {{"told_by", "receipt"}, {"email", "left over"}});
  EXPECT_EQ(none->told_by, "receipt");
  EXPECT_EQ(none->address, "");
  auto const email = answered(Question::told_by, {{"told_by", "email"}, {"email", " Sam@X.Example "}});
  EXPECT_EQ(email->told_by, "email");
  EXPECT_EQ(email->address, "sam@x.example");
  EXPECT_EQ(answered(Question::told_by, {{"told_by", "text"}, {"text", "07700 900123"}})->address, "+447700900123");
  EXPECT_EQ(field_of(answered(Question::told_by, {{"told_by", "email"}, {"email", "sam"}})), "email");
  EXPECT_EQ(field_of(answered(Question::told_by, {{"told_by", "text"}})), "text");
  EXPECT_EQ(field_of(answered(Question::told_by, {{"told_by", "post"}, {"post", "here"}})), "post");
  EXPECT_EQ(field_of(answered(Question::told_by, {{"told_by", "pigeon"}})), "told_by");
  EXPECT_EQ(field_of(answered(Question::told_by, {})), "told_by");
}

TEST(Voices, WhereIsNotAskedWhereThereAreNoPlaces) {
  Draft draft;
  draft.words = "Bus";
  draft.about = "not-sure";
  EXPECT_EQ(next_question(draft, choices()), Question::place);
  auto nowhere = choices();
  nowhere.places.clear();
  EXPECT_EQ(next_question(draft, nowhere), Question::speaker);
  EXPECT_EQ(question_before(Question::speaker, choices()), Question::place);
  EXPECT_EQ(question_before(Question::speaker, nowhere), Question::about);
  EXPECT_EQ(question_before(Question::words, choices()), Question::words);
}

TEST(Voices, WhoIsSpeakingAndWhetherItMayBeShownAreChosen) {
  EXPECT_EQ(answered(Question::speaker, {{"speaker", "young-person"}})->speaker, Speaker::young_person);
  EXPECT_EQ(field_of(answered(Question::speaker, {{"speaker", "adult"}})), "speaker");
  EXPECT_EQ(answered(Question::may_show, {{"may_show", "without-name"}})->may_show, MayShow::without_name);
  EXPECT_EQ(field_of(answered(Question::may_show, {})), "may_show") << "silence is not a yes";
}

TEST(Voices, AWishMayStayEmpty) {
  auto const draft = answered(Question::wish, {{"wish", "  "}});
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->wish, "");
}

TEST(Voices, QuestionsAreAskedInOrderUntilAllHaveAnAnswer) {
  Draft draft;
  EXPECT_EQ(next_question(draft, choices()), Question::words);
  draft.words = "Bus";
  EXPECT_EQ(next_question(draft, choices()), Question::about);
  draft.about = "not-sure";
  EXPECT_EQ(next_question(draft, choices()), Question::place);
  draft.place = "thornley";
  EXPECT_EQ(next_question(draft, choices()), Question::speaker);
  draft.speaker = Speaker::child;
  EXPECT_EQ(next_question(draft, choices()), Question::wish);
  draft.wish = "";
  EXPECT_EQ(next_question(draft, choices()), Question::may_show);
  draft.may_show = MayShow::no;
  EXPECT_EQ(next_question(draft, choices()), Question::told_by);
  draft.told_by = "receipt";
  EXPECT_EQ(next_question(draft, choices()), std::nullopt);
}

TEST(Voices, WhatIsFinishedNamesItsServiceById) {
  Draft draft{.submission_key = "k",
              .words = "Bus",
              .language = "ur",
              .about = "school-transport topic/money",
              .place = "thornley",
              .speaker = Speaker::child,
              .wish = "A seat",
              .may_show = MayShow::without_name};
  auto const words = finished(draft, choices());
  EXPECT_THAT(words.services, testing::ElementsAre(agencies::ServiceId{4}));
  EXPECT_THAT(words.topics, testing::ElementsAre(county::TopicId{7}));
  EXPECT_EQ(words.place, county::PlaceId{9});
  EXPECT_EQ(words.language, "ur");
  EXPECT_EQ(words.may_show, MayShow::without_name);
  draft.about = "not-sure";
  EXPECT_THAT(finished(draft, choices()).services, testing::IsEmpty());
}

TEST(Voices, WordsThatMayNotBeShownAreRecognisedWhateverTheirSpacing) {
  Voice voice;
  voice.words = "My son Sam waits.\nEvery day.";
  voice.may_show = MayShow::no;
  for (auto const* words :
       {"My son Sam waits.\nEvery day.", "my son sam waits. every day.", "“My son Sam waits. Every day.” A family."})
    EXPECT_FALSE(may_publish(voice, {}, words)) << words;
  EXPECT_TRUE(may_publish(voice, {}, "A shelter at the stop is wanted."));
  voice.may_show = MayShow::without_name;
  EXPECT_TRUE(may_publish(voice, {}, voice.words));
}

TEST(Voices, WhatAFamilyAddedIsNoMoreShownThanWhatTheySaidFirst) {
  Voice voice;
  voice.words = "The bus is late.";
  voice.may_show = MayShow::no;
  std::vector<Addition> const added{{.words = "Sam waited an hour on Monday."}};
  EXPECT_FALSE(may_publish(voice, added, "A family says: Sam waited an hour on Monday."));
  EXPECT_TRUE(may_publish(voice, added, "A bus that comes on time is wanted."));
  voice.may_show = MayShow::without_name;
  EXPECT_TRUE(may_publish(voice, added, "Sam waited an hour on Monday."));
}

TEST(Voices, WordsInAnotherScriptAreNotSaidToBeInThePagesLanguage) {
  EXPECT_EQ(language_of("The bus is late", "en"), "en");
  EXPECT_EQ(language_of("Mae’r bws yn hwyr", "cy"), "cy");
  EXPECT_EQ(language_of("بس دیر سے آتی ہے", "ur"), "ur");
  EXPECT_EQ(language_of("The bus is late", "ur"), "");
  EXPECT_EQ(language_of("بس دیر سے آتی ہے", "en"), "");
}

TEST(Voices, TheKeysOfImportedVoicesAreNoKeysOfForms) {
  EXPECT_TRUE(is_submission_key("abcdefghijklmnop-_0123"));
  EXPECT_FALSE(is_submission_key("demonstration 0"));
  EXPECT_FALSE(is_submission_key("import 00112233445566778899"));
  EXPECT_FALSE(is_submission_key(""));
}

TEST(Voices, AWordOrTwoMayStandInAWorkersSentence) {
  Voice voice;
  voice.words = "Bus!";
  voice.may_show = MayShow::no;
  EXPECT_TRUE(may_publish(voice, {}, "A family asks about the bus! They did not say more."));
  EXPECT_FALSE(may_publish(voice, {}, "bus!"));
}

TEST(Voices, OnlyTheirOwnWordsAreCalledTheFamilys) {
  Voice voice;
  voice.words = "The bus is late.";
  voice.may_show = MayShow::without_name;
  EXPECT_EQ(words_by(voice, "The bus is late."), asks::WordsBy::family);
  EXPECT_EQ(words_by(voice, " The bus\nis late. "), asks::WordsBy::family);
  EXPECT_EQ(words_by(voice, "The bus is always late."), asks::WordsBy::worker);
}

}  // namespace
}  // namespace earshot::voices::rules
