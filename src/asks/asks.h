// Asks: what a family asks a service for, by when the service answers, and the answer. Everything a family says ends in
// one. An ask does not know where it came from: a source is a kind, an id and nothing more.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "county/county.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"
#include "platform/web/feature.h"
#include "ui/change_card.h"

namespace earshot::asks {

using AskId = Id<struct Ask>;

/// What became of an ask. "Done" and "cannot" are final; "will" carries a date.
enum class Outcome { done, will, cannot };

/// Whose words are published.
enum class WordsBy {
  family,  ///< As the family said them.
  worker   ///< A worker's summary, because the family did not want theirs shown or they gave somebody away.
};

}  // namespace earshot::asks

namespace earshot {
template <>
inline constexpr auto kWords<asks::Outcome> = words<asks::Outcome>({{asks::Outcome::done, "done"},
                                                                    {asks::Outcome::will, "will"},
                                                                    {asks::Outcome::cannot, "cannot"}});
template <>
inline constexpr auto kWords<asks::WordsBy> = words<asks::WordsBy>({{asks::WordsBy::family, "family"},
                                                                    {asks::WordsBy::worker, "worker"}});
}  // namespace earshot

namespace earshot::asks {

/// Seeing every ask, answered or not.
inline constexpr web::Permission kSeeAsks{"see asks"};
/// Answering the asks of the services that one leads.
inline constexpr web::Permission kAnswerAsks{"answer asks"};

/// The longest text of an ask or an answer, in characters.
inline constexpr std::size_t kLongestText = 10'000;

/// Where an ask came from.
struct Source {
  std::string kind;  ///< "voice"
  std::int64_t id = 0;
};

struct Ask {
  AskId id;
  std::string reference;
  agencies::ServiceId service;
  std::string service_name;
  std::string service_slug;
  Source source;
  std::string words;  ///< As they may be published.
  WordsBy words_by = WordsBy::family;
  std::string language;  ///< Of the words: "ur".
  std::string wish;      ///< What the family would like to happen; for the service, not published.
  Time asked_at;         ///< When the family said it.
  Time created_at;
  Date due_on;
  std::optional<county::PlaceId> place = {};
  std::string place_name = {};           ///< Empty without a place.
  bool waits = true;                     ///< An answer is owed: none is published, or it is to be looked at again.
  std::optional<Date> paused_on = {};    ///< While its clock is stopped.
  std::string pause_reason = {};         ///< Why, for everybody to read.
  std::optional<Time> answered_at = {};  ///< When its first answer was published.
  std::optional<Time> returned_at = {};  ///< When its service said that it is not for them.
  std::optional<Time> reopened_at = {};  ///< When the family said that this is not what they asked.
  std::optional<Time> obliged_at = {};   ///< When so many supported it that an answer is owed.
};

struct Answer {
  Outcome outcome = Outcome::done;
  std::string text;  ///< What was done, what will be done, or why it cannot be.
  std::optional<Date> will_do_by;
  std::int64_t written_by = 0;
  Time written_at;
  std::optional<Time> published_at;
};

struct AnsweredAsk {
  Ask ask;
  std::optional<Answer> answer;

  [[nodiscard]] bool published() const { return answer && answer->published_at; }
};

/// What a worker makes of something that was said.
struct Draft {
  agencies::ServiceId service;
  Source source;
  std::string words;
  WordsBy words_by = WordsBy::family;
  std::string language;
  std::string wish = {};
  Time asked_at;
  std::optional<county::PlaceId> place = {};
  std::vector<county::TopicId> topics = {};
  std::optional<messages::ContactId> contact = {};  ///< Who wants to be told, and how.
  std::string path = {};                            ///< Where they follow it: "/follow/…".
};

/// What a service lead writes.
struct AnswerDraft {
  Outcome outcome = Outcome::done;
  std::string text;
  std::optional<Date> will_do_by;
};

/// Makes an ask, due in the service's answer-within working days. Refused when there is no such service or no words.
Result<Ask> create(db::Transaction& tx, Draft const& draft, people::PersonId by, Time now, Date today);

/// Adds a source to an ask that stands: its people are told what the first's are told, by `contact` and with a link to
/// `path`. `actor` is for the record ("person 12"). Joining twice changes nothing. Refused once the ask is hidden,
/// withdrawn or returned.
Result<void> join(db::Transaction& tx, AskId id, Source const& source, std::optional<messages::ContactId> contact,
                  std::string_view actor, Time now, std::string_view path = {});

/// Hides the asks that have the words of this source, from everybody and everywhere: lists, pages, counts, searches,
/// feeds and figures. For what may be about harm.
void hide_source(db::Transaction& tx, Source const& source, Time now);

/// Shows them again.
void show_source(db::Transaction& tx, Source const& source);

/// The words of an ask as they are shown, and whose they are.
struct ShownWords {
  Source source;
  std::string words;
  std::string language;
};

/// The words of an ask; nothing when it is hidden or was withdrawn.
std::optional<ShownWords> shown_words(db::Transaction& tx, AskId id);

/// Shows other words in place of these, for a moderator. What stood there first is kept.
void strike_words(db::Transaction& tx, AskId id, std::string_view words, std::string_view language);

/// Shows the words again as they were before they were struck.
void restore_words(db::Transaction& tx, AskId id);

/// Whether a moderator has struck words that came of this source.
bool has_struck_words(db::Transaction& tx, Source const& source);

/// Lets go of a source that was taken back: nobody is told any more. An ask that came of nothing else is gone from
/// every list, and its words and its wish are erased; one that others joined stands, without the wish.
void withdraw_source(db::Transaction& tx, Source const& source, Time now);

/// Writes the answer of an ask, or writes it anew while it is not published. `seen` is the written_at of the answer
/// that `by` had before them, nothing when there was none. Refused when somebody has written another since, when it is
/// published already, and to people who do not answer for the ask's service.
Result<Answer> answer(db::Transaction& tx, AskId id, AnswerDraft const& draft, std::optional<Time> seen,
                      web::Viewer const& by, Time now, Date today);

/// Publishes the answer: from now on everybody can read it. Publishing twice is no fault and changes nothing. Refused
/// when the answer is not the one that `by` has `seen` (its written_at), or promises a day that has passed.
Result<AnsweredAsk> publish(db::Transaction& tx, AskId id, Time seen, web::Viewer const& by, Time now, Date today);

/// The ask and its answer, if `viewer` may see it: not found otherwise.
Result<AnsweredAsk> find(db::Transaction& tx, AskId id, web::Viewer const& viewer);

/// The asks that came of a source or that it joined, oldest first. Not those that are hidden or withdrawn.
std::vector<AnsweredAsk> of_source(db::Transaction& tx, Source const& source);

/// The sources of an ask, the first in front.
std::vector<Source> sources_of(db::Transaction& tx, AskId id);

/// What an ask is about, by name.
std::vector<county::Topic> topics_of(db::Transaction& tx, AskId id);

/// How it stands with all asks.
struct Figures {
  std::int64_t answered = 0;
  std::int64_t late = 0;                         ///< Past their date, and an answer is owed.
  std::optional<std::int64_t> median_days = {};  ///< From being said to a published answer; none before the first.
};
Figures figures(db::Transaction& tx, Date today);

/// The card that shows what was said and what became of it.
ui::ChangeCard card(i18n::Translator const& t, AnsweredAsk const& ask);

/// "We will, by 31 March 2027".
std::string outcome_heading(i18n::Translator const& t, Answer const& answer);

/// The tag under which pages that show published answers are remembered.
inline constexpr char const* kPublishedAnswers = "published answers";

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::asks
