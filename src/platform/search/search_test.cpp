#include "platform/search/search.h"

#include <gmock/gmock.h>

#include "platform/db/testing.h"

namespace earshot::search {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Words, AreFolded) {
  EXPECT_THAT(words_of("Crèche  PLACES, Straße!"), ElementsAre("creche", "places", "strasse"));
  EXPECT_THAT(words_of("Tŷ bach i'r ŵyn"), ElementsAre("ty", "bach", "ir", "wyn"));
}

TEST(Words, AreWrittenTheSameComposedAndDecomposed) { EXPECT_EQ(words_of("caf\u00E9"), words_of("cafe\u0301")); }

TEST(Words, KeepTheirVowelSigns) {
  EXPECT_THAT(words_of("विद्यालय जाने बाटो।"), ElementsAre("विद्यालय", "जाने", "बाटो"));
  EXPECT_THAT(words_of("ہمارے بچوں کا اسکول۔"), ElementsAre("ہمارے", "بچوں", "کا", "اسکول"));
}

TEST(Words, LoseTheirApostrophes) {
  EXPECT_THAT(words_of("don't children’s O'Brien 'quoted'"), ElementsAre("dont", "childrens", "obrien", "quoted"));
}

TEST(Words, AreCutAtOtherSigns) { EXPECT_THAT(words_of("3.5 a_b x:y"), ElementsAre("3", "5", "a", "b", "x", "y")); }

TEST(Words, AreNotEndless) {
  EXPECT_EQ(words_of(std::string(10'000, 'x')).at(0).size(), 64U);
  EXPECT_THAT(words_of(" \t…!? "), IsEmpty());
}

constexpr db::Sql kFindAsks{"SELECT item FROM @found(asks, $1) ORDER BY item"};
constexpr db::Sql kFindAgencies{"SELECT item FROM @found(agencies, $1) ORDER BY item"};
constexpr char const* kTables[]{"search_asks", "search_agencies"};

constexpr db::Sql kHasAsk{"SELECT count(*) FROM (SELECT CAST($1 AS BIGINT) AS id) a WHERE @has(asks, a.id, $2)"};

class Search : public db::EngineTest {
 protected:
  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    for (std::string const table : kTables) {
      auto const made =
          db().engine() == db::Engine::sqlite
              ? "CREATE VIRTUAL TABLE " + table +
                    " USING fts5(tokens, tokenize = 'ascii', prefix = '2 3 4', detail = 'none', columnsize = 0)"
              : "CREATE TABLE " + table + " (item BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL)";
      db().write([&](db::Transaction& tx) { tx.execute(db::Sql{made}); });
    }
  }

  void put(std::int64_t item, std::string const& text, std::string const& kind = "asks") {
    db().write([&](db::Transaction& tx) { search::put(tx, kind, item, text); });
  }
  std::vector<std::int64_t> likely_to(std::string const& text, std::size_t most = 5) {
    std::vector<std::int64_t> items;
    for (auto const& each : db().read([&](db::Transaction& tx) { return likely(tx, "asks", text, most); }))
      items.push_back(each.item);
    return items;
  }
  std::vector<std::int64_t> find(std::string const& words, std::string const& kind = "asks") {
    auto const condition = query(db().engine(), words);
    if (!condition) return {-1};
    auto const& sql = kind == "asks" ? kFindAsks : kFindAgencies;
    return db().read([&](db::Transaction& tx) { return tx.all<std::int64_t>(sql, *condition); });
  }
};

TEST_P(Search, TellsOfOneItemWhatItTellsOfAll) {
  put(1, "The swings in the park are broken");
  put(2, "A park for the little ones");
  auto const has = [&](std::int64_t item, std::string const& words) {
    auto const condition = query(db().engine(), words);
    return db().read([&](db::Transaction& tx) { return tx.one<std::int64_t>(kHasAsk, item, *condition); }) == 1;
  };
  EXPECT_TRUE(has(1, "park swing"));
  EXPECT_FALSE(has(2, "park swing"));
  EXPECT_TRUE(has(2, "lit"));
  EXPECT_FALSE(has(3, "park"));
}

TEST_P(Search, FindsEveryWordWhereverItStands) {
  put(1, "The swings in the park are broken");
  put(2, "A park for the little ones");
  EXPECT_THAT(find("park"), ElementsAre(1, 2));
  EXPECT_THAT(find("broken PARK"), ElementsAre(1));
  EXPECT_THAT(find("broken library"), IsEmpty());
}

TEST_P(Search, FindsWordsThatBeginSo) {
  put(1, "Speech and language therapists");
  EXPECT_THAT(find("therap"), ElementsAre(1));
  EXPECT_THAT(find("t s"), ElementsAre(1));
  EXPECT_THAT(find("herapists"), IsEmpty());
}

TEST_P(Search, FindsWithoutAccentsAndApostrophes) {
  put(1, "Mae'r tŷ yn oer i’r plant");
  put(2, "The children's café won't open");
  EXPECT_THAT(find("ty oer"), ElementsAre(1));
  EXPECT_THAT(find("TŶ ir"), ElementsAre(1));
  EXPECT_THAT(find("childrens cafe wont"), ElementsAre(2));
  EXPECT_THAT(find("children’s"), ElementsAre(2));
}

TEST_P(Search, FindsUrduAndNepali) {
  put(1, "بچوں کے لیے کھیل کا میدان");
  put(2, "विद्यालय जाने बाटो सुरक्षित छैन");
  EXPECT_THAT(find("کھیل بچوں"), ElementsAre(1));
  EXPECT_THAT(find("विद्या बाटो"), ElementsAre(2));
  EXPECT_THAT(find("छ"), ElementsAre(2));
  EXPECT_THAT(find("अस्पताल"), IsEmpty());
}

TEST_P(Search, KeepsKindsApart) {
  put(1, "park", "asks");
  put(1, "library", "agencies");
  EXPECT_THAT(find("park", "asks"), ElementsAre(1));
  EXPECT_THAT(find("park", "agencies"), IsEmpty());
}

TEST_P(Search, ForgetsWhatIsReplacedOrRemoved) {
  put(1, "park");
  put(2, "park");
  put(1, "library");
  EXPECT_THAT(find("park"), ElementsAre(2));
  EXPECT_THAT(find("library"), ElementsAre(1));
  db().write([](db::Transaction& tx) {
    search::remove(tx, "asks", 1);
    search::remove(tx, "asks", 99);
  });
  EXPECT_THAT(find("library"), IsEmpty());
  put(1, "");
  put(1, "back again");
  EXPECT_THAT(find("again"), ElementsAre(1));
}

TEST_P(Search, TakesWhatIsTypedForWordsAndNothingElse) {
  put(1, "not near or and");
  EXPECT_THAT(find("NOT NEAR(or, 5) AND"), IsEmpty());
  EXPECT_THAT(find("NOT or"), ElementsAre(1));
  for (std::string const typed :
       {"\"",  "'",         "a' | 'b",   "a\" OR \"b", "kind:asks",      "tokens : x",       "^a",
        "a*",  "(a",        "a)",        "-a",         "a & !b",         "a <-> b",          "\\",
        "a\\", "{kind}: x", "NEAR(a b)", ":*",         "; DROP TABLE x", "\xF0\x9F\x98\x80", "\xFF\xFE",
        "%",   "_",         "$1"})
    EXPECT_NO_THROW(find(typed)) << typed;
  EXPECT_THAT(find("  \"' & | ! "), ElementsAre(-1));
  EXPECT_NO_THROW(find(std::string(5'000, 'a')));
}

TEST_P(Search, FindsWhatIsLikelyTheBestFirst) {
  put(1, "The library is closed on Saturdays");
  put(2, "Bus stops in our village have no shelter from the rain");
  put(3, "The bus is late");
  put(4, "There is rain in the playground, and a shelter would help");
  put(5, "bus shelter rain village", "agencies");
  EXPECT_THAT(likely_to("We wait at the bus stop in the village, in the rain, without any shelter."), ElementsAre(2, 4))
      << "2 shares the most words, and 3 only one";
  EXPECT_THAT(likely_to("shelter rain village bus stop", 1), ElementsAre(2));
  EXPECT_THAT(likely_to("the and is of"), IsEmpty()) << "words that say nothing";
  EXPECT_THAT(likely_to(""), IsEmpty());
}

TEST_P(Search, RareWordsTellMoreOfWhatIsLikely) {
  for (int i = 1; i <= 40; ++i) put(i, "The school bus number " + std::to_string(100 + i));
  put(50, "The school bus has no wheelchair ramp");
  put(51, "Wheelchair ramp missing at the pool");
  EXPECT_THAT(likely_to("My daughter's school bus needs a ramp for her wheelchair", 2), ElementsAre(50, 51));
}

TEST_P(Search, WhoSpeaksIsNotWhatTheySpeakOf) {
  put(1, "Please do not show pictures of my daughter, she is seven years old");
  put(2, "The school bus leaves too early");
  EXPECT_THAT(likely_to("The school bus leaves early and my daughter, seven years old, misses it"), ElementsAre(2));
}

TEST_P(Search, SaysHowMuchOfATextIsLikely) {
  put(1, "swings broken park");
  put(2, "swings broken");
  auto const found = db().read([&](db::Transaction& tx) { return likely(tx, "asks", "swings broken park", 5); });
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].share, 100);
  EXPECT_GT(found[1].share, 50);
  EXPECT_LT(found[1].share, 70);
}

TEST_P(Search, FindsWhatIsLikelyWhateverIsTyped) {
  put(1, "not near or and kind");
  for (std::string const typed : {"\"", "'", "a' | 'bbb", "aaa\" OR \"bbb", "kind:asks", "tokens : xxx", "^aaa",
                                  "NOT near", "NEAR(aaa bbb)", ":*", "\\\\", "; DROP TABLE x", "\xFF\xFE"})
    EXPECT_NO_THROW(db().read([&](db::Transaction& tx) { return likely(tx, "asks", typed, 5); })) << typed;
  auto const long_text = std::string(5'000, 'a') + " near";
  EXPECT_THAT(db().read([&](db::Transaction& tx) { return likely(tx, "asks", long_text, 5); }), IsEmpty());
}

TEST_P(Search, TakesVeryLongTexts) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "word" + std::to_string(i) + " ";
  put(1, text);
  EXPECT_THAT(find("word3999"), ElementsAre(1));
}

EARSHOT_ON_BOTH_ENGINES(Search);

}  // namespace

}  // namespace earshot::search
