// What is written is read back the same, on both engines.
#include <limits>

#include <gmock/gmock.h>

#include "platform/db/testing.h"

namespace earshot::db {

enum class Colour { red, dark_green };

}  // namespace earshot::db

namespace earshot {
template <>
inline constexpr auto kWords<db::Colour> = words<db::Colour>({{db::Colour::red, "red"},
                                                              {db::Colour::dark_green, "dark green"}});
}  // namespace earshot

namespace earshot::db {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

constexpr Migration kThings{"test", 1, "things", R"(
  CREATE TABLE things (
    id @id, small INTEGER, large BIGINT, yes INTEGER, ratio DOUBLE PRECISION, words TEXT, at BIGINT, day TEXT, colour TEXT
  );
  CREATE TABLE pictures (bytes @bytes);)"};

struct Thing {
  Id<Thing> id;
  std::optional<int> small;
  std::optional<std::int64_t> large;
  std::optional<bool> yes;
  std::optional<double> ratio;
  std::optional<std::string> words;
  std::optional<Time> at;
  std::optional<Date> day;
  std::optional<Colour> colour;

  bool operator==(Thing const&) const = default;
};

constexpr Sql kInsert{
    "INSERT INTO things (small, large, yes, ratio, words, at, day, colour)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id"};
constexpr Sql kAll{"SELECT id, small, large, yes, ratio, words, at, day, colour FROM things ORDER BY id"};
constexpr Sql kInsertWords{"INSERT INTO things (words) VALUES ($1)"};
constexpr Sql kWordsOnly{"SELECT words FROM things ORDER BY id"};

class Values : public EngineTest {
 protected:
  std::vector<Migration> migrations() override { return {kThings}; }

  Thing kept(Thing thing) {
    thing.id = db().write([&](Transaction& tx) {
      return tx.one<Id<Thing>>(kInsert, thing.small, thing.large, thing.yes, thing.ratio, thing.words, thing.at,
                               thing.day, thing.colour);
    });
    return thing;
  }
  std::vector<Thing> all() {
    return db().read([](Transaction& tx) { return tx.all<Thing>(kAll); });
  }
  std::string error_of(std::function<void(Transaction&)> const& fn) {
    try {
      db().write(fn);
    } catch (Error const& error) {
      return error.what();
    }
    return "no error";
  }
};

TEST_P(Values, OfEveryTypeComeBackAsTheyWere) {
  auto const thing = kept({{},
                           -7,
                           1LL << 62,
                           true,
                           0.1,
                           "It's „schön“ — नमस्ते",
                           Time(1'790'000'000'123ms),
                           Date(2026y / 2 / 28),
                           Colour::dark_green});
  EXPECT_THAT(all(), ElementsAre(thing));
}

TEST_P(Values, BytesThatAreNoTextComeBackAsTheyWere) {
  Bytes all_of_them;
  for (auto byte = 0; byte < 256; ++byte) all_of_them.bytes += static_cast<char>(byte);
  for (auto const& bytes : {all_of_them, Bytes{}, Bytes{std::string(3, '\0')}})
    EXPECT_EQ(db().write([&](Transaction& tx) {
      tx.execute(Sql{"DELETE FROM pictures"});
      tx.execute(Sql{"INSERT INTO pictures (bytes) VALUES ($1)"}, bytes);
      return tx.one<std::optional<Bytes>>(Sql{"SELECT bytes FROM pictures"});
    }),
              bytes);
  db().write([](Transaction& tx) {
    tx.execute(Sql{"UPDATE pictures SET bytes = $1"}, std::optional<Bytes>());
    EXPECT_EQ(tx.one<std::optional<Bytes>>(Sql{"SELECT bytes FROM pictures"}), std::nullopt);
  });
}

TEST_P(Values, IdsAreJoinedIntoAList) {
  std::vector<Id<Thing>> const none;
  constexpr Sql kIds{"SELECT @joined(id) FROM things"};
  EXPECT_EQ(db().read([&](Transaction& tx) { return tx.one<std::vector<Id<Thing>>>(kIds); }), none);
  std::vector<Id<Thing>> const ids{kept({}).id, kept({}).id, kept({}).id};
  EXPECT_EQ(db().read([&](Transaction& tx) { return tx.one<std::vector<Id<Thing>>>(kIds); }), ids);
  db().read(
      [&](Transaction& tx) { EXPECT_THROW(tx.all<std::vector<Id<Thing>>>(Sql{"SELECT '3 x' FROM things"}), Error); });
}

TEST_P(Values, ThatAreMissingComeBackAsMissing) {
  auto const thing = kept({});
  EXPECT_THAT(all(), ElementsAre(thing));
}

TEST_P(Values, AtTheEndsOfTheirRangeComeBackAsTheyWere) {
  using Large = std::numeric_limits<std::int64_t>;
  using Small = std::numeric_limits<int>;
  auto const low = kept({{}, Small::min(), Large::min(), false, -1.7976931348623157e308, "", Time(Milliseconds(-1))});
  auto const high = kept({{}, Small::max(), Large::max(), true, 5e-324, std::string(100'000, 'x'), Time()});
  EXPECT_THAT(all(), ElementsAre(low, high));
}

TEST_P(Values, AreAlsoReadOneByOne) {
  kept({{}, 7, {}, true, 2.5, "words", Time(5ms), Date(2026y / 1 / 1), Colour::red});
  db().read([](Transaction& tx) {
    EXPECT_EQ(tx.one<int>(Sql{"SELECT small FROM things"}), 7);
    EXPECT_EQ(tx.one<bool>(Sql{"SELECT yes FROM things"}), true);
    EXPECT_EQ(tx.one<double>(Sql{"SELECT ratio FROM things"}), 2.5);
    EXPECT_EQ(tx.one<std::string>(Sql{"SELECT words FROM things"}), "words");
    EXPECT_EQ(tx.one<Time>(Sql{"SELECT at FROM things"}), Time(5ms));
    EXPECT_EQ(tx.one<Date>(Sql{"SELECT day FROM things"}), Date(2026y / 1 / 1));
    EXPECT_EQ(tx.one<Colour>(Sql{"SELECT colour FROM things"}), Colour::red);
    EXPECT_EQ(tx.one<int>(Sql{"SELECT count(*) FROM things WHERE yes = $1 AND colour = $2"}, true, Colour::red), 1);
    EXPECT_EQ(tx.one<std::int64_t>(Sql{"SELECT sum(small) FROM things"}), 7);
    EXPECT_EQ(tx.one<double>(Sql{"SELECT avg(small) FROM things"}), 7.0);
    EXPECT_EQ(tx.one<bool>(Sql{"SELECT EXISTS (SELECT 1 FROM things)"}), true);
  });
}

TEST_P(Values, MayBeAnAggregateInsideAnAggregate) {
  struct Name {
    std::string text;
  };
  struct Person {
    std::int64_t id = 0;
    Name name;
    Time at;
  };
  kept({{}, {}, {}, {}, {}, "Nia", Time(9ms)});
  auto const person =
      db().read([](Transaction& tx) { return tx.first<Person>(Sql{"SELECT id, words, at FROM things"}); });
  ASSERT_TRUE(person);
  EXPECT_EQ(person->name.text, "Nia");
  EXPECT_EQ(person->at, Time(9ms));
}

TEST_P(Values, HaveTheirOwnTypeInSumsAndComparisons) {
  kept({{}, 1, 1'790'000'000'000});
  db().read([](Transaction& tx) {
    Time const now(1'790'000'060'000ms);
    EXPECT_EQ(tx.one<int>(Sql{"SELECT count(*) FROM things WHERE large >= $1 - 60000"}, now), 1);
    EXPECT_EQ(tx.one<int>(Sql{"SELECT count(*) FROM things WHERE $1 IS NULL OR words = $1"}, std::nullopt), 1);
    EXPECT_EQ(tx.one<int>(Sql{"SELECT count(*) FROM things WHERE $1 IS NULL"}, std::optional<Time>()), 1);
    EXPECT_EQ(tx.one<int>(Sql{"SELECT count(*) FROM things WHERE small = $2 AND large > $1"}, 5, 1), 1);
    EXPECT_EQ(tx.one<std::string>(Sql{"SELECT $1 || '$1'"}, "a"), "a$1");
    EXPECT_EQ(tx.all<int>(Sql{"SELECT small FROM things ORDER BY id LIMIT $1 OFFSET $2"}, 5, 0).size(), 1U);
  });
}

TEST_P(Values, OfAnUnknownWordAreAnError) {
  db().write([](Transaction& tx) { tx.execute(Sql{"INSERT INTO things (colour) VALUES ('mauve')"}); });
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<Colour>(Sql{"SELECT colour FROM things"}); }),
              HasSubstr("\"mauve\""));
}

TEST_P(Values, ThatMayNotBeMissingAreAnErrorWhenTheyAre) {
  kept({});
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<int>(Sql{"SELECT small FROM things"}); }), HasSubstr("NULL"));
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<std::string>(kWordsOnly); }), HasSubstr("NULL"));
}

TEST_P(Values, ThatDoNotFitAreAnError) {
  kept({{}, {}, 1LL << 40, {}, {}, "31 February", {}});
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<int>(Sql{"SELECT large FROM things"}); }), HasSubstr("too large"));
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<Date>(kWordsOnly); }), HasSubstr("not a date"));
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<int>(kWordsOnly); }), HasSubstr("whole number"));
  EXPECT_THAT(error_of([](Transaction& tx) { tx.all<int>(Sql{"SELECT id, words FROM things"}); }),
              HasSubstr("2 columns came where 1"));
}

TEST_P(Values, OfTextWithANulAreRefusedAlike) {
  using namespace std::string_literals;
  EXPECT_THAT(error_of([](Transaction& tx) { tx.execute(kInsertWords, "a\0b"s); }), HasSubstr("cannot be stored"));
}

TEST_P(Values, OfTextThatIsNotUtf8AreRefusedAlike) {
  for (std::string const wrong : {"\x80", "\xC0\x80", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80",
                                  "\xF8\x88\x80\x80\x80", "a\xFF"})
    EXPECT_THAT(error_of([&](Transaction& tx) { tx.execute(kInsertWords, wrong); }), HasSubstr("cannot be stored"));
  for (std::string const right : {"\x7F", "\xC2\x80", "\xED\x9F\xBF", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"})
    EXPECT_EQ(error_of([&](Transaction& tx) { tx.execute(kInsertWords, right); }), "no error");
}

TEST_P(Values, CannotSmuggleStatements) {
  auto const words = std::string("'); DROP TABLE things; --");
  db().write([&](Transaction& tx) { tx.execute(kInsertWords, words); });
  EXPECT_THAT(db().read([](Transaction& tx) { return tx.all<std::string>(kWordsOnly); }), ElementsAre(words));
}

EARSHOT_ON_BOTH_ENGINES(Values);

}  // namespace

}  // namespace earshot::db
