// What the forms of the inbox take, and what they refuse: no database, no pages.

#include <gmock/gmock.h>

#include "inbox/list.h"
#include "inbox/recording.h"
#include "inbox/triage.h"
#include "platform/http/forms.h"

namespace earshot::inbox {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

std::vector<std::string> fields_of(Refusal const& refusal) {
  std::vector<std::string> names;
  for (auto const& problem : refusal.problems) names.push_back(problem.field);
  return names;
}

TEST(Filters, ComeBackFromTheirAddress) {
  Filter const filter{.service = "buses",
                      .topic = "getting-to-school",
                      .place = "ambridge",
                      .speaker = voices::Speaker::child,
                      .language = "ur",
                      .days = 7,
                      .recorded = true,
                      .files = true,
                      .search = "late & cold?"};
  EXPECT_EQ(read_filter(http::parse_urlencoded(to_query(filter)).fields), filter);
  EXPECT_EQ(to_query({}), "");
  EXPECT_EQ(read_filter({}), Filter{});
}

TEST(Filters, PassOverWhatTheyDoNotKnow) {
  EXPECT_EQ(read_filter({{"days", "8"}, {"speaker", "a-dog"}, {"recorded", "1"}, {"q", " \n"}}), Filter{});
}

TEST(PassingOn, NeedsServicesAndWords) {
  std::vector<agencies::Service> const services{{.id = agencies::ServiceId{1}, .slug = "buses"},
                                                {.id = agencies::ServiceId{2}, .slug = "breaks"}};
  auto const refused = rules::read_passed_on({{"service", "none-such"}, {"words", " "}}, services);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("service", "words"));
  auto const read = rules::read_passed_on(
      {{"service", "breaks"}, {"service", "buses"}, {"service", "buses"}, {"words", " Late. "}}, services);
  ASSERT_TRUE(read);
  EXPECT_THAT(read->services, ElementsAre(agencies::ServiceId{1}, agencies::ServiceId{2})) << "each once";
  EXPECT_EQ(read->words, "Late.");
}

TEST(Seen, IsWhatStandsNow) {
  voices::Voice voice;
  auto const before = rules::seen(voice, 0);
  EXPECT_TRUE(rules::has_seen(voice, 0, before));
  EXPECT_FALSE(rules::has_seen(voice, 0, ""));
  EXPECT_FALSE(rules::has_seen(voice, 1, before));
  voice.asked_at = Time{Milliseconds{5}};
  EXPECT_FALSE(rules::has_seen(voice, 1, before));
  EXPECT_TRUE(rules::has_seen(voice, 1, rules::seen(voice, 1)));
  voice.withdrawn_at = Time{Milliseconds{6}};
  EXPECT_FALSE(rules::has_seen(voice, 1, rules::seen(voice, 1))) << "what was taken back is nobody's to pass on";
}

TEST(Striking, TakesWhatIsTickedWhereverItStands) {
  std::string const text = "Sam and Priya wait. Sam is cold.";
  auto const found = personal_data::find(text);
  ASSERT_EQ(found.size(), 3U);
  auto const sam = rules::tick_of(found[0], text);
  EXPECT_THAT(rules::ticked(text, {sam}), ElementsAre(found[0], found[2]));
  EXPECT_THAT(rules::ticked("Priya waits alone.", {sam}), IsEmpty()) << "what is not there any more is not struck";
  EXPECT_THAT(rules::ticked(text, {"0:and", "made up"}), IsEmpty());
}

http::Fields heard(std::string const& name = {}, std::string const& value = {}) {
  http::Fields result;
  for (auto const& [each, its_value] : http::Fields{{"words", "Nobody comes."},
                                                    {"language", "ur"},
                                                    {"speaker", "child"},
                                                    {"heard_on-day", "22"},
                                                    {"heard_on-month", "11"},
                                                    {"heard_on-year", "2026"},
                                                    {"heard_how", "by-phone"},
                                                    {"consent", "asked-us"},
                                                    {"may_show", "no"},
                                                    {"tell", "no"}})
    result.add(each, each == name ? value : its_value);
  return result;
}

TEST(Recordings, AreReadWhole) {
  auto const read = rules::read_recorded(heard(), {}, false, kToday);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->words.words, "Nobody comes.");
  EXPECT_EQ(read->words.language, "ur");
  EXPECT_EQ(read->words.speaker, voices::Speaker::child);
  EXPECT_EQ(read->recording.heard_on, kToday);
  EXPECT_EQ(read->recording.consent, Consent::asked_us);
  EXPECT_FALSE(read->contact);
}

TEST(Recordings, AreRefusedFieldByField) {
  auto const problem_of = [](http::Fields const& fields) {
    auto const read = rules::read_recorded(fields, {}, false, kToday);
    return read ? std::vector<std::string>() : fields_of(read.error());
  };
  for (auto const* name : {"words", "language", "speaker", "heard_how", "consent", "may_show", "tell"})
    EXPECT_THAT(problem_of(heard(name, "")), ElementsAre(name));
  EXPECT_THAT(problem_of(heard("heard_on-day", "23")), ElementsAre("heard_on")) << "tomorrow";
  EXPECT_THAT(problem_of(heard("heard_on-year", "")), ElementsAre("heard_on"));
  EXPECT_THAT(problem_of(heard("tell", "email")), ElementsAre("tell_email")) << "an address is missing";
  EXPECT_THAT(fields_of(rules::read_recorded(heard(), {}, true, kToday).error()), ElementsAre("group_name"));
}

TEST(Recordings, ShowNoWordsOfSomebodyWhoWasNotAsked) {
  auto fields = heard("consent", "not-asked");
  EXPECT_TRUE(rules::read_recorded(fields, {}, false, kToday));
  http::Fields shown;
  for (auto const& [name, value] : fields) shown.add(name, name == "may_show" ? "without-name" : value);
  auto const refused = rules::read_recorded(shown, {}, false, kToday);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("may_show"));
}

TEST(Keys, AreOfOneShape) {
  EXPECT_EQ(rules::read_key({{"key", "abcdefghijklmnopqrst-_"}}), "abcdefghijklmnopqrst-_");
  for (auto const* key : {"", "short", "abcdefghijklmnopqrst-_x", "abcdefghijklmnopqrst /"})
    EXPECT_EQ(rules::read_key({{"key", key}}), "") << key;
}

}  // namespace
}  // namespace earshot::inbox
