// You said, we did: what was published, as everybody reads it. A change is an answer with the words that led to it, or
// something that a service changed unasked and tells all the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "asks/asks.h"
#include "county/county.h"
#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"
#include "platform/web/feature.h"
#include "ui/change_card.h"

namespace earshot::changes {

/// Where a change comes from.
enum class Kind {
  asked,  ///< Families asked, and this is the answer.
  told    ///< Nobody asked; the service changed it and says so.
};

/// What can be chosen in "what became of it". A promise is open up to its day, and broken from the day after, until its
/// service answers that it is done. What waits has no answer yet; what is late should have one.
enum class Became { done, kept, will, broken, cannot, told, waiting, late };

}  // namespace earshot::changes

namespace earshot {
template <>
inline constexpr auto kWords<changes::Kind> = words<changes::Kind>({{changes::Kind::asked, "asked"},
                                                                    {changes::Kind::told, "told"}});
template <>
inline constexpr auto kWords<changes::Became> = words<changes::Became>({{changes::Became::done, "done"},
                                                                        {changes::Became::kept, "kept"},
                                                                        {changes::Became::will, "will"},
                                                                        {changes::Became::broken, "broken"},
                                                                        {changes::Became::cannot, "cannot"},
                                                                        {changes::Became::told, "told"},
                                                                        {changes::Became::waiting, "waiting"},
                                                                        {changes::Became::late, "late"}});
}  // namespace earshot

namespace earshot::changes {

/// A change as it may be read by everybody.
struct Change {
  Kind kind = Kind::asked;
  std::int64_t item = 0;  ///< The ask, or what was told.
  std::string reference;
  agencies::ServiceId service;
  std::string service_name;
  std::string service_slug;
  std::string agency_name;
  std::string place;  ///< Empty when it is about no place of its own.
  std::string words;  ///< What families said, or why it was changed.
  asks::WordsBy words_by = asks::WordsBy::family;
  std::string language;              ///< Of the words: "ur".
  std::optional<Time> asked_at;      ///< When it was said, and
  std::optional<Time> passed_on_at;  ///< when a worker passed it on to the service; nothing for what nobody asked.
  std::optional<Date> changed_on;    ///< Since when it is so; for what was told alone.
  asks::Outcome outcome = asks::Outcome::done;
  std::string text;  ///< What was done, what will be done, or why it cannot be.
  std::optional<Date> promised_by;
  Time published_at;                     ///< When it was passed on, of what waits.
  std::int64_t askers = 0;               ///< How many voices asked it; 0 for what nobody asked.
  std::optional<Date> kept_on = {};      ///< Since when a promise is kept that stood here before,
  std::optional<Time> answered_at = {};  ///< and when the first answer was published.
  bool answered = true;
  std::optional<Date> due_on = {};     ///< When the answer is due, of what families asked;
  std::optional<Date> paused_on = {};  ///< since when that day moves on.
};

/// What became of it, on the day `today`.
Became became(Change const& change, Date today);

/// Which changes to list. What is not set is not asked.
struct Filter {
  std::optional<agencies::ServiceId> service = {};
  std::optional<agencies::AgencyId> agency = {};
  std::optional<county::PlaceId> place = {};
  std::optional<county::TopicId> topic = {};
  std::optional<Became> became = {};
  std::optional<Time> from = {};   ///< Published then or later,
  std::optional<Time> until = {};  ///< and before then.
  std::string search = {};         ///< What a person typed.
};

/// Counting stops here, so that a list is quick however long it is.
inline constexpr std::int64_t kMostCounted = 200;

struct Page {
  std::vector<Change> changes;
  std::int64_t total = 0;  ///< How many the filter finds; kMostCounted + 1 for more than kMostCounted.
};

/// A page of what is published, the newest first; of what waits or is late, what is due first. `page` counts from 1.
Page published(db::Transaction& tx, Filter const& filter, Date today, int page, int per_page);

/// The first `most` of what is published, without counting the others.
std::vector<Change> newest(db::Transaction& tx, Filter const& filter, Date today, int most);

/// The first `most` promises that have time to go, the one whose day comes first in front.
std::vector<Change> next_promises(db::Transaction& tx, Date today, int most);

/// What is published under this reference, or waits for its first answer.
std::optional<Change> find(db::Transaction& tx, std::string_view reference);

/// Takes out of `list` what `shown` has already, so that a page shows it once.
void leave_out(std::vector<Change>& list, std::vector<Change> const& shown);

/// The card that shows what was said and what became of it.
ui::ChangeCard card(i18n::Translator const& t, Change const& change, Date today);

/// "We will, by 31 March 2027"; "We promised this by 31 March 2026 and have not done it yet".
std::string outcome_heading(i18n::Translator const& t, Change const& change, Date today);

/// What a service, or with none the whole county, has promised and not done yet.
struct Promises {
  std::int64_t open = 0;    ///< With days to come,
  std::int64_t broken = 0;  ///< and past their day.
};
Promises promises(db::Transaction& tx, std::optional<agencies::ServiceId> service, Date today);

/// How many promises a service has kept.
std::int64_t promises_kept(db::Transaction& tx, agencies::ServiceId service);

using ToldId = Id<struct ToldChange>;

/// What somebody writes about a change that nobody asked for.
struct ToldDraft {
  agencies::ServiceId service;
  std::optional<county::PlaceId> place = {};
  std::vector<county::TopicId> topics = {};
  std::string changed;   ///< What is different now.
  std::string reason;    ///< Why they changed it.
  std::string language;  ///< Of both.
  Date changed_on;
};

struct Told {
  ToldId id;
  std::string reference;
  std::string service_name;
  ToldDraft draft;
  Time written_at;
  std::optional<Time> published_at;
};

/// Writes it for the first time; nobody but those who tell for its service sees it yet. Refused for a service that `by`
/// does not tell for.
Result<ToldId> write(db::Transaction& tx, ToldDraft const& draft, web::Viewer const& by, Time now);

/// Publishes what `by` has seen. Publishing twice is no fault and changes nothing.
Result<Told> publish(db::Transaction& tx, ToldId id, Time seen, web::Viewer const& by, Time now);

/// Telling what nobody asked for, and seeing which promises are to be kept.
inline constexpr web::Permission kTellChanges{"tell changes"};

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::changes
