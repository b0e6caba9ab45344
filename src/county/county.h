// What a county settles for itself: the topics and places that families choose from, its working days, and its rules.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id.h"
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

/// Monday to Friday but for bank holidays: the days by which answers are counted.
class Calendar {
 public:
  explicit Calendar(std::set<Date> bank_holidays) : m_bank_holidays(std::move(bank_holidays)) {}

  [[nodiscard]] bool is_working_day(Date day) const;

  /// The working day that is `days` (0 or more) working days after `from`; with 0, `from` itself or the next one.
  [[nodiscard]] Date after(Date from, int days) const;

  /// The working day that is `days` (0 or more) working days before `from`; with 0, `from` itself or the one before.
  [[nodiscard]] Date before(Date from, int days) const;

  /// How many working days there are after `from`, up to and with `to`; 0 when `to` is not later.
  [[nodiscard]] int between(Date from, Date to) const;

 private:
  std::set<Date> m_bank_holidays;
};

/// The county's calendar, with the bank holidays that it keeps.
Calendar calendar(db::Transaction& tx);

/// Adds a bank holiday; one that is known is left as it is.
void add_bank_holiday(db::Transaction& tx, Date day, std::string_view name);

/// The county's rules, as an administrator sets them.
struct Settings {
  int remind_before = 3;             ///< A service lead is reminded so many working days before an answer is due,
  int escalate_to_agency_after = 1;  ///< their agency's lead is told so many working days after,
  int escalate_to_county_after = 5;  ///< and the county's lead so many.
  int support_obliges = 10;          ///< So many people who say "this matters to us too" oblige an answer.
  std::string opening_words = {};    ///< Above the question on the front page; a sentence of ours when empty.
  std::string danger_words = {};     ///< One a line: words that raise a flag for a person to look at.

  bool operator==(Settings const&) const = default;
};

Settings settings(db::Transaction& tx);
void save(db::Transaction& tx, Settings const& settings);

/// The tag under which pages that show topics, places or the county's words are remembered.
inline constexpr char const* kCounty = "county";

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::county
