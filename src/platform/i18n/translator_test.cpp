#include "platform/i18n/translator.h"

#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace earshot::i18n {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr Date kDay{2026y, std::chrono::November, 22d};

Translator in(std::string_view code) { return Translator(language(code)); }

TEST(Languages, StartWithEnglishAndKnowTheirDirection) {
  EXPECT_EQ(languages().front().code, "en");
  EXPECT_EQ(language("cy").name, "Cymraeg");
  EXPECT_EQ(language("cy").direction, "ltr");
  EXPECT_EQ(language("ur").direction, "rtl");
  EXPECT_EQ(language("tlh").code, "en");
}

TEST(Translator, SaysASentenceInEachLanguage) {
  EXPECT_EQ(in("en")("Say something"), "Say something");
  EXPECT_EQ(in("cy")("Say something"), "Dywedwch rywbeth");
  EXPECT_EQ(in("ur")("Say something"), "کچھ کہیں");
}

TEST(Translator, SaysInEnglishWhatIsNotTranslated) {
  EXPECT_EQ(in("cy")("Nobody has translated {1}", "this"), "Nobody has translated this");
  EXPECT_EQ(in("cy").plural("1 untranslated", "{1} untranslated", 1), "1 untranslated");
  EXPECT_EQ(in("cy").plural("1 untranslated", "{1} untranslated", 6), "6 untranslated");
}

TEST(Translator, PutsArgumentsInTheirPlaces) {
  auto const t = in("en");
  EXPECT_EQ(t("{2} before {1}", "one", std::string("two")), "two before one");
  EXPECT_EQ(t("{1} and {1}", "one"), "one and one");
  EXPECT_EQ(t("{1} is not read again", "{2}", "two"), "{2} is not read again");
  EXPECT_EQ(t("{3} {} {x} {0} {", "one"), "{3} {} {x} {0} {");
  EXPECT_EQ(t(""), "");
  EXPECT_EQ(in("cy")("Reference {1}", "V-7KQ2-M9XC"), "Cyfeirnod V-7KQ2-M9XC");
}

TEST(Translator, SaysAMessageThatWasMadeEarlier) { EXPECT_EQ(in("cy")(Message{"Error: {1}", {"x"}}), "Gwall: x"); }

TEST(Translator, ChoosesThePluralOfEnglish) {
  auto const t = in("en");
  EXPECT_EQ(t.plural("1 day for {2}", "{1} days for {2}", 0, "you"), "0 days for you");
  EXPECT_EQ(t.plural("1 day for {2}", "{1} days for {2}", 1, "you"), "1 day for you");
  EXPECT_EQ(t.plural("1 day for {2}", "{1} days for {2}", 1234, "you"), "1,234 days for you");
}

TEST(Translator, ChoosesThePluralOfEachLanguage) {
  auto late = [](std::string_view code, std::int64_t count) {
    return in(code).plural("1 answer is late", "{1} answers are late", count);
  };
  EXPECT_EQ(late("cy", 0), "Nid oes ateb yn hwyr");
  EXPECT_EQ(late("cy", 2), "Mae 2 ateb yn hwyr");
  EXPECT_EQ(late("cy", 12), "Mae 12 o atebion yn hwyr");
  EXPECT_EQ(late("ur", 1), "1 جواب میں دیر ہو گئی ہے");
  EXPECT_EQ(late("ur", 2), "2 جوابات میں دیر ہو گئی ہے");
}

TEST(Translator, WritesDates) {
  EXPECT_EQ(in("en").date(kDay), "22 November 2026");
  EXPECT_EQ(in("cy").date(kDay), "22 Tachwedd 2026");
  EXPECT_EQ(in("ur").date(kDay), "22 نومبر، 2026");
  EXPECT_EQ(in("en").date(Date{1926y, std::chrono::March, 1d}), "1 March 1926");
}

TEST(Translator, WritesTimesWhereTheCountyIs) {
  Time const winter = sys_days(kDay) + 14h + 5min;
  Time const summer = sys_days(Date{2026y, std::chrono::July, 1d}) + 23h + 30min;
  EXPECT_EQ(in("en").date_and_time(winter), "22 November 2026, 14:05");
  EXPECT_EQ(in("en").date_and_time(summer), "2 July 2026, 00:30");
  EXPECT_EQ(in("en").date(summer), "2 July 2026");
  EXPECT_EQ(in("cy").date_and_time(winter), "22 Tachwedd 2026, 14:05");
  EXPECT_EQ(in("ur").date_and_time(winter), "22 نومبر، 2026، 14:05");
  EXPECT_EQ(Translator(language("en"), "America/New_York").date_and_time(winter), "22 November 2026, 09:05");
}

TEST(Translator, KnowsTheDayWhereTheCountyIs) {
  Time const summer = sys_days(Date{2026y, std::chrono::July, 1d}) + 23h + 30min;
  EXPECT_EQ(in("en").day(summer), (Date{2026y, std::chrono::July, 2d}));
  EXPECT_EQ(in("en").day(sys_days(kDay) + 23h + 30min), kDay);
  EXPECT_EQ(in("en").day(Time(Milliseconds(-1))), (Date{1970y, std::chrono::January, 1d}));  // an hour ahead till 1971
  EXPECT_EQ(Translator(language("en"), "UTC").day(Time(Milliseconds(-1))), (Date{1969y, std::chrono::December, 31d}));
}

TEST(Translator, WritesNumbersWithTheDigitsOfThisCountry) {
  EXPECT_EQ(in("en").number(1234567), "1,234,567");
  EXPECT_EQ(in("cy").number(1234), "1,234");
  EXPECT_EQ(in("ur").number(1234), "1,234");
  EXPECT_EQ(in("en").number(-5), "-5");
}

TEST(Translator, RefusesATimeZoneThatThereIsNot) {
  EXPECT_THROW(Translator(language("en"), "Europe/Fenshire"), std::invalid_argument);
}

TEST(Translator, IsSharedByManyThreads) {
  auto const t = in("cy");
  std::vector<std::thread> threads;
  std::vector<int> right(4, 0);
  for (int& each : right)
    threads.emplace_back([&t, &each] {
      for (int i = 0; i < 500; ++i)
        if (t("Say something") == "Dywedwch rywbeth" && t.date(kDay) == "22 Tachwedd 2026" && t.number(1234) == "1,234")
          ++each;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, std::vector<int>(4, 500));
}

}  // namespace
}  // namespace earshot::i18n
