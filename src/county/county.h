// What a county settles for itself: the topics and places that families choose from, its working days, its rules, and
// its own words on the pages.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/web/feature.h"

namespace earshot::county {

using TopicId = Id<struct Topic>;
using PlaceId = Id<struct Place>;

/// What something can be about, across services: "Getting to school".
struct Topic {
  TopicId id;
  std::string name;
  std::string slug;
};

/// A district or the nearest town; never an address.
struct Place {
  PlaceId id;
  std::string name;
  std::string slug;
};

/// The topics that can be chosen, by name.
std::vector<Topic> topics(db::Transaction& tx);

/// The places that can be chosen, by name.
std::vector<Place> places(db::Transaction& tx);

/// Adds a topic, or gives the one that has this slug already.
TopicId add_topic(db::Transaction& tx, std::string_view name, std::string_view slug);

/// Adds a place, or gives the one that has this slug already.
PlaceId add_place(db::Transaction& tx, std::string_view name, std::string_view slug);

/// The two lists that a county words itself.
enum class List { topics, places };

/// Our pages that a county can add words of its own to.
enum class Page {
  front,       ///< Above the question, in place of our sentence.
  about,       ///< /about, below ours; as on the two that follow.
  other_ways,  ///< /other-ways
  privacy      ///< /privacy
};

}  // namespace earshot::county

namespace earshot {
template <>
inline constexpr auto kWords<county::List> = words<county::List>({{county::List::topics, "topics"},
                                                                  {county::List::places, "places"}});
template <>
inline constexpr auto kWords<county::Page> = words<county::Page>({{county::Page::front, "front"},
                                                                  {county::Page::about, "about"},
                                                                  {county::Page::other_ways, "other-ways"},
                                                                  {county::Page::privacy, "privacy"}});
}  // namespace earshot

namespace earshot::county {

/// A topic or a place as those see it who keep the lists. What is closed is not offered to families any more; what was
/// said about it stays.
struct Entry {
  std::int64_t id = 0;
  std::string name;
  std::string slug;  ///< In addresses; it never changes, so that links hold.
  std::optional<Time> closed_at;
};

/// All of a list, by name, with what is closed.
std::vector<Entry> entries(db::Transaction& tx, List list);

/// One of a list, closed or not.
std::optional<Entry> find_entry(db::Transaction& tx, List list, std::int64_t id);

/// Adds to a list; the slug is made of the name. Refused on "name" when the list has the name already.
Result<Entry> add_entry(db::Transaction& tx, List list, std::string_view name);

/// Gives a topic or a place another name. Refused on "name" when the list has it already.
Result<void> rename_entry(db::Transaction& tx, List list, std::int64_t id, std::string_view name);

/// Closes a topic or a place, or with nothing opens it again.
void set_closed(db::Transaction& tx, List list, std::int64_t id, std::optional<Time> closed_at);

/// Monday to Friday but for bank holidays: the days by which answers are counted. Make one for a page, not for a row.
class Calendar {
 public:
  explicit Calendar(std::set<Date> const& bank_holidays);

  [[nodiscard]] bool is_working_day(Date day) const;

  /// The working day that is `days` (0 or more) working days after `from`; with 0, `from` itself or the next one.
  [[nodiscard]] Date after(Date from, int days) const;

  /// The working day that is `days` (0 or more) working days before `from`; with 0, `from` itself or the one before.
  [[nodiscard]] Date before(Date from, int days) const;

  /// How many working days there are after `from`, up to and with `to`; 0 when `to` is not later. Its cost does not
  /// grow with the days between.
  [[nodiscard]] int between(Date from, Date to) const;

 private:
  std::vector<Date> m_bank_holidays;  ///< Those from Monday to Friday, in order.
};

/// The county's calendar, with the bank holidays that it keeps.
Calendar calendar(db::Transaction& tx);

struct BankHoliday {
  Date day;
  std::string name;
};

/// The bank holidays that the county keeps, by day. Those of England and Wales through 2028 come with the program.
std::vector<BankHoliday> bank_holidays(db::Transaction& tx);

/// Adds a bank holiday; one that is known is left as it is. False when it was known.
bool add_bank_holiday(db::Transaction& tx, Date day, std::string_view name);

/// Makes a day one like any other again. False when it was no bank holiday.
bool remove_bank_holiday(db::Transaction& tx, Date day);

/// The county's rules, as an administrator sets them.
struct Settings {
  int remind_before = 3;                ///< A service lead is reminded so many working days before an answer is due,
  int escalate_to_agency_after = 1;     ///< their agency's lead is told so many working days after,
  int escalate_to_county_after = 5;     ///< and the county's lead so many.
  int support_obliges = 10;             ///< So many people who say "this matters to us too" oblige an answer.
  std::string danger_words = {};        ///< One a line: words that raise a flag for a person to look at.
  int safeguarding_look_within = 4;     ///< A safeguarding lead is to look at a case within so many hours,
  int safeguarding_decide_within = 24;  ///< and to decide within so many.
  int safeguarding_tell_again = 2;      ///< The leads are told again each so many hours of what is late.

  bool operator==(Settings const&) const = default;
};

Settings settings(db::Transaction& tx);

/// Keeps the rules. Announces kDangerWordsChanged when the words that raise a flag are others now.
void save(db::Transaction& tx, Settings const& settings, Time now);

/// The event that the words that raise a flag are others now; of no row.
inline constexpr char const* kDangerWordsChanged = "county.danger_words_changed";

/// What a county says in its own words, and the language that they are in.
struct Words {
  std::string language;  ///< "cy"
  std::string text;      ///< Empty lines part paragraphs.
};

/// The county's words for a page in exactly this language; nothing when it has none.
std::optional<Words> words_in(db::Transaction& tx, Page page, std::string_view language);

/// The county's words for a reader of this language: in it, otherwise in English; nothing when it has neither.
std::optional<Words> words_for(db::Transaction& tx, Page page, std::string_view language);

/// Keeps the county's words for a page in a language; empty words take them away.
void save(db::Transaction& tx, Page page, Words const& words);

/// The tag under which pages that show topics, places or the county's words are remembered. What changes one of these
/// through this header says so by itself.
inline constexpr char const* kCounty = "county";

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::county
