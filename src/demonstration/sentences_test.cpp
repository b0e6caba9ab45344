#include "demonstration/sentences.h"

#include <algorithm>
#include <set>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "demonstration/files.h"
#include "demonstration/reading.h"

namespace earshot::demonstration {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

Sentences const& sentences() {
  static Sentences const read;
  return read;
}

/// Fills every slot of `text` for somebody who speaks about `matter`.
std::string filled(Dice& dice, Matter const& matter, std::string const& text) {
  auto cast = sentences().casting().cast(dice, matter.children, "Thornley");
  cast.set("month", "March");
  return cast.fill(text);
}

void expect_well_written(std::string const& text, std::string const& where) {
  EXPECT_THAT(text, Not(HasSubstr("{"))) << where;
  EXPECT_THAT(text, Not(HasSubstr("}"))) << where;
  EXPECT_THAT(text, Not(HasSubstr("  "))) << where;
  EXPECT_THAT(text, Not(HasSubstr(".."))) << where;
  EXPECT_THAT(text, Not(HasSubstr(" ."))) << where;
  EXPECT_THAT(text, Not(HasSubstr("'"))) << where;
}

void expect_sentence(std::string const& text, std::string const& where) {
  expect_well_written(text, where);
  EXPECT_THAT(text, AnyOf(EndsWith("."), EndsWith("?"), EndsWith("!"), EndsWith("”"))) << where;
  EXPECT_FALSE(text.front() >= 'a' && text.front() <= 'z') << where << ": " << text;
}

TEST(Matters, AreManyAndFitEveryService) {
  EXPECT_GE(sentences().matters().size(), 60U);
  std::set<std::string> names;
  std::set<std::string> fitted;
  for (auto const& matter : sentences().matters()) {
    EXPECT_TRUE(names.insert(matter.name).second) << matter.name;
    fitted.insert(matter.services.begin(), matter.services.end());
  }
  std::set<std::string> services;
  auto const lists = boost::json::parse(file("services.json"));
  for (auto const& agency : lists.at("agencies").as_array())
    for (auto const& service : agency.at("services").as_array()) services.insert(text(service.as_object(), "slug"));
  EXPECT_EQ(fitted, services);
}

TEST(Matters, HaveAnAnswerToEachOpening) {
  for (auto const& matter : sentences().matters())
    for (std::size_t opening = 0; opening < matter.openings.size(); ++opening) {
      auto const where = matter.name + " " + std::to_string(opening);
      EXPECT_THAT(fitting(matter.summaries, opening), Not(IsEmpty())) << where;
      EXPECT_FALSE(fitting(matter.done, opening).empty() && fitting(matter.promises, opening).empty()) << where;
      EXPECT_THAT(matter.akin(opening), Contains(opening)) << where;
    }
}

TEST(Matters, AreWrittenInWholeSentences) {
  Dice dice(1);
  for (auto const& matter : sentences().matters()) {
    auto const expect = [&](std::string const& text) { expect_sentence(filled(dice, matter, text), matter.name); };
    for (auto const& opening : matter.openings) expect(opening);
    for (auto const* list : {&matter.summaries, &matter.details, &matter.effects, &matter.wishes, &matter.done,
                             &matter.cannot, &matter.after_all, &matter.pauses})
      for (auto const& sentence : *list) expect(sentence.text);
    for (auto const& promise : matter.promises) {
      expect(promise.text);
      expect(promise.kept);
    }
    for (auto const& objection : matter.objections) {
      expect(objection.words);
      expect(objection.answer);
    }
  }
}

TEST(Matters, SayHeOrSheOnlyOfSomebodyWhomTheyNamed) {
  auto const names = [](std::string const& text) {
    for (auto const* slot : {"{child}", "{Child}", "{he}", "{He}", "{him}", "{his}", "{His}", "{boy}"})
      if (text.find(slot) != std::string::npos) return true;
    return false;
  };
  for (auto const& matter : sentences().matters())
    for (auto const* list : {&matter.details, &matter.effects, &matter.wishes})
      for (auto const& sentence : *list)
        for (std::size_t opening = 0; opening < matter.openings.size(); ++opening)
          EXPECT_TRUE(!names(sentence.text) || !sentence.fits(opening) || names(matter.openings[opening]))
              << matter.openings[opening] << " " << sentence.text;
}

TEST(Matters, DoNotSpeakOfAFamilysChildInWhatEverybodyReads) {
  for (auto const& matter : sentences().matters()) {
    std::vector<std::string> published;
    for (auto const* list : {&matter.summaries, &matter.done, &matter.cannot, &matter.after_all, &matter.pauses})
      for (auto const& sentence : *list) published.push_back(sentence.text);
    for (auto const& promise : matter.promises) published.insert(published.end(), {promise.text, promise.kept});
    for (auto const& objection : matter.objections) published.push_back(objection.answer);
    for (auto const& text : published)
      for (auto const* slot : {"{child}", "{Child}", "{he}", "{He}", "{him}", "{his}", "{His}"})
        EXPECT_THAT(text, Not(HasSubstr(slot))) << matter.name;
  }
}

TEST(Sentences, LeaveNoGapOpen) {
  Dice dice(1);
  for (auto const& matter : sentences().matters())
    for (std::size_t opening = 0; opening < matter.openings.size(); ++opening)
      for (int i = 0; i < 5; ++i) {
        auto const cast = sentences().casting().cast(dice, matter.children, "Saltby");
        auto const saying = sentences().about(dice, matter, cast, opening);
        expect_well_written(saying.words + saying.wish + saying.summary, matter.name);
        auto const is_plain =
            !saying.is_hurried && saying.language == "en" &&
            (saying.speaker == voices::Speaker::parent_or_carer || saying.speaker == voices::Speaker::somebody_else);
        if (is_plain) expect_sentence(saying.words, matter.name);
      }
}

TEST(Sentences, SeldomRepeatThemselves) {
  Dice dice(1);
  std::set<std::string> said;
  for (int i = 0; i < 1'000; ++i) {
    auto const& matter = dice.pick(sentences().matters());
    auto const cast = sentences().casting().cast(dice, matter.children, "Thornley");
    said.insert(sentences().about(dice, matter, cast, dice.roll(matter.openings.size())).words);
  }
  EXPECT_GT(said.size(), 900U);
}

TEST(Sentences, AreTheSameForTheSameSeed) {
  Dice one(7);
  Dice other(7);
  for (auto const& matter : sentences().matters()) {
    auto const say = [&](Dice& dice) {
      return sentences().about(dice, matter, sentences().casting().cast(dice, matter.children, "Thornley"), 0).words;
    };
    EXPECT_EQ(say(one), say(other));
  }
}

TEST(Sentences, ThankAndAskOfAServiceWhatItCanAnswer) {
  Dice dice(1);
  for (auto const& matter : sentences().matters())
    for (auto const& service : matter.services) {
      auto const settled = sentences().settled(dice, service, "Marlow Fen");
      expect_well_written(settled.saying.words, service);
      expect_sentence(settled.closing.note, service);
    }
}

TEST(Sentences, OfSomebodyInAHurryHaveNoCapitals) {
  EXPECT_EQ(hurried("I don’t know. Please ring me, and soon."), "i dont know. pls ring me, & soon");
}

TEST(Cast, FillsSlotsThatBeginASentenceWithACapital) {
  Cast cast;
  cast.set("child", "my son");
  EXPECT_EQ(cast.fill("{Child} sings. So does {child}."), "My son sings. So does my son.");
  EXPECT_THROW(static_cast<void>(cast.fill("{place}")), std::runtime_error);
}

}  // namespace
}  // namespace earshot::demonstration
