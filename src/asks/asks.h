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

/// How what is published came about.
enum class How {
  answered,
  corrected,  ///< In the place of what was published, for a reason that shows.
  kept        ///< A promise was kept: "will" became "done".
};

/// Where an answer stands that a second person looks over before it is published.
enum class Look { none, asked, approved, sent_back };

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
inline constexpr auto kWords<asks::How> = words<asks::How>({{asks::How::answered, "answered"},
                                                            {asks::How::corrected, "corrected"},
                                                            {asks::How::kept, "kept"}});
template <>
inline constexpr auto kWords<asks::Look> = words<asks::Look>({{asks::Look::none, "none"},
                                                              {asks::Look::asked, "asked"},
                                                              {asks::Look::approved, "approved"},
                                                              {asks::Look::sent_back, "sent-back"}});
template <>
inline constexpr auto kWords<asks::WordsBy> = words<asks::WordsBy>({{asks::WordsBy::family, "family"},
                                                                    {asks::WordsBy::worker, "worker"}});
}  // namespace earshot

namespace earshot::asks {

/// Seeing every ask, answered or not.
inline constexpr web::Permission kSeeAsks{"see asks"};
/// Answering the asks of the services that one leads.
inline constexpr web::Permission kAnswerAsks{"answer asks"};

/// Looking over what another has written, before it is published.
inline constexpr web::Permission kLookOver{"look over answers"};

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

/// An answer that everybody can read.
struct Answer {
  Outcome outcome = Outcome::done;
  std::string text;  ///< What was done, what will be done, or why it cannot be.
  std::optional<Date> will_do_by;
  std::int64_t written_by = 0;
  Time written_at;
  std::optional<Time> published_at;
  int version = 1;  ///< Counts what was published for this ask.
  How how = How::answered;
  std::string because = {};          ///< Why it was corrected.
  std::optional<Date> kept_on = {};  ///< Since when a promise is kept that was made before it.
};

/// What a service lead writes.
struct AnswerDraft {
  Outcome outcome = Outcome::done;
  std::string text;
  std::optional<Date> will_do_by;
  std::string because = {};  ///< Why what is published is corrected.
};

/// What is written and not published: only those see it who answer, and who look it over.
struct Written {
  AnswerDraft draft;
  std::int64_t written_by = 0;
  Time written_at;
  Look look = Look::none;
  std::optional<std::int64_t> looked_by = {};
  std::string look_note = {};           ///< What who sent it back said.
  std::optional<Time> publish_at = {};  ///< When it is published by itself.
};

struct AnsweredAsk {
  Ask ask;
  std::optional<Answer> answer = {};    ///< What is published.
  std::optional<Written> written = {};  ///< What is to be published next.

  [[nodiscard]] bool published() const { return answer.has_value(); }
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

/// Tells who speaks through this source by another contact from now on; by none when there is none.
void change_contact(db::Transaction& tx, Source const& source, std::optional<messages::ContactId> contact);

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

/// Lets go of a source that was taken back: nobody is told any more, and the words and the wish that came of it are
/// erased. What was answered stands without the words. An ask that waits for its first answer is gone from every list
/// when it came of nothing else, and goes back to be made anew when others joined it.
void withdraw_source(db::Transaction& tx, Source const& source, Time now);

/// Writes the answer of an ask, or writes it anew while it is not published. What is published can be corrected, with
/// the reason, and a promise can be told to be kept. `seen` is the written_at of what `by` had before them, nothing
/// when there was none. Refused when somebody has written another since, and to people who do not answer for the
/// service.
Result<Written> answer(db::Transaction& tx, AskId id, AnswerDraft const& draft, std::optional<Time> seen,
                       web::Viewer const& by, Time now, Date today);

/// Publishes what is written: from now on everybody can read it. Publishing twice is no fault and changes nothing.
/// Refused when it is not what `by` has `seen` (its written_at), promises a day that has passed, or waits for a second
/// person to look it over.
Result<AnsweredAsk> publish(db::Transaction& tx, AskId id, Time seen, web::Viewer const& by, Time now, Date today);

/// Has it published by a job at a time to come; with nothing, calls that off. Refused as publish() is.
Result<void> publish_later(db::Transaction& tx, AskId id, Time seen, std::optional<Time> at, web::Viewer const& by,
                           Time now, Date today);

/// Whether the agency of the ask's service wants a second person to look over each answer.
bool wants_second_look(db::Transaction& tx, Ask const& ask);

/// Asks the people who may answer for the service to look over what is written.
Result<void> ask_for_look(db::Transaction& tx, AskId id, web::Viewer const& by, Time now);

/// Says that it can be published, or with a note sends it back. Refused to who has written it.
Result<void> look_over(db::Transaction& tx, AskId id, Time seen, Look verdict, std::string_view note,
                       web::Viewer const& by, Time now);

/// "Not for us": gives an ask back, with the reason and the service that could answer. Its sources wait to be passed on
/// again: a job of the kind kSourceReturned has "KIND ID" of each. Refused when something is published.
Result<void> give_back(db::Transaction& tx, AskId id, std::string_view reason,
                       std::optional<agencies::ServiceId> suggested, web::Viewer const& by, Time now);

/// The kind of the job that tells the feature whose source it is.
inline constexpr char const* kSourceReturned = "voices.wait_again";

/// The words of an ask for a page, and their language; that they were taken back where nothing is left of them.
struct Said {
  std::string words;
  std::string language;
};
Said said(i18n::Translator const& t, std::string_view words, std::string_view language);

/// A service's "not for us".
struct Return {
  std::string service_name;
  std::string reason;          ///< Empty when no service gave it back: the words that it had were taken back.
  std::string suggested_name;  ///< Empty when it knew of none.
  Time returned_at;
};

/// What was given back of a source, the last in front: for who passes it on again.
std::vector<Return> returns_of(db::Transaction& tx, Source const& source);

/// "This is not what I asked": an answer is owed again, by a new day. Once for each ask. Refused when nothing is
/// published, an answer is owed already, or `source` is none of the ask's. `reason` is read by those who answer alone.
Result<void> reopen(db::Transaction& tx, AskId id, Source const& source, std::string_view reason, Time now, Date today);

/// What was published before, the last in front.
std::vector<Answer> former_answers(db::Transaction& tx, AskId id);

/// Whether a promise is past its day.
inline bool broken(Answer const& answer, Date today) {
  return answer.outcome == Outcome::will && answer.will_do_by && *answer.will_do_by < today;
}

/// "Corrected on 3 May 2027 because …", and what stood there before; nothing for a first answer that stands.
Html former_answers(i18n::Translator const& t, Answer const& answer, std::vector<Answer> const& former);

/// The ask and its answer, if `viewer` may see it: not found otherwise.
Result<AnsweredAsk> find(db::Transaction& tx, AskId id, web::Viewer const& viewer);

/// The asks that came of a source or that it joined, oldest first. Not those that are hidden,
/// withdrawn or given back.
std::vector<AnsweredAsk> of_source(db::Transaction& tx, Source const& source);

/// The sources of an ask, the first in front.
std::vector<Source> sources_of(db::Transaction& tx, AskId id);

/// What an ask is about, by name.
std::vector<county::Topic> topics_of(db::Transaction& tx, AskId id);

/// How the clock of an ask stands.
struct AskClock {
  enum class State {
    on_time,
    soon,
    late,
    paused,
    stopped  ///< No answer is owed.
  };
  State state = State::on_time;
  Date due_on;
  int late_by = 0;  ///< In working days.
  std::optional<Date> paused_on = {};
  std::string reason = {};  ///< Why it stands still.
};

/// The clock of an ask; `soon` is how many working days before its date it is soon (county settings, remind_before).
AskClock clock(Ask const& ask, county::Calendar const& calendar, Date today, int soon);

/// The clock for lists and pages, always in words too.
Html clock_tag(i18n::Translator const& t, AskClock const& clock);

/// What is unusual about an ask, in sentences that everybody may read: its clock stands still and why, it is
/// looked at again, support obliges an answer.
std::vector<std::string> notes(i18n::Translator const& t, Ask const& ask);

/// Stops the clock of an ask, for a reason that everybody can read. Refused when it stands still already, no answer is
/// owed, or it has stood still for as long as it may.
Result<void> pause(db::Transaction& tx, AskId id, std::string_view reason, web::Viewer const& by, Time now, Date today);

/// Lets it run again: the date moves by the working days that it stood still. One that runs is left as it is.
Result<void> resume(db::Transaction& tx, AskId id, web::Viewer const& by, Time now, Date today);

/// Reminds of an ask that is due soon, and tells of one that is late: what the day calls for and was not done yet. A
/// job does so by itself; this is for who tells of the past.
void watch(db::Transaction& tx, AskId id, Time now, Date today);

/// "This matters to us too", once for each visit and each contact. `visit` tells visits apart and is stored as a hash.
/// Enough support (county settings, support_obliges) of an ask without an answer, or answered with "cannot", obliges an
/// answer. Refused when nothing that is answered or waits is under this reference.
Result<void> support(db::Transaction& tx, std::string_view reference, std::string_view visit,
                     std::optional<messages::ContactId> contact, Time now, Date today);

/// How many people said that it matters to them too.
std::int64_t supports(db::Transaction& tx, AskId id);

/// The button that leads to the page where people say so; the same for everybody, so it may stand on remembered pages.
Html support_button(i18n::Translator const& t, std::string_view reference);

/// What stands below the answer on its public page: what is unusual, what was answered before, how many were told, and
/// the button for those whom it matters to. Who may correct it finds the way; for all others it is the same page.
Html below_answer(web::Context const& context, AskId id);

/// How many of those who follow an ask heard of its last answer.
struct Told {
  std::int64_t people = 0;   ///< Who said it, joined it or supports it.
  std::int64_t told = 0;     ///< Whom a message reached.
  std::int64_t waiting = 0;  ///< On its way.
  std::int64_t failed = 0;
  std::int64_t by_link = 0;  ///< Who left no address and follow by their link, if at all.
};
Told told(db::Transaction& tx, AskId id);

/// "Told 7 of 9 people; 2 follow by their link."
std::string told_in_words(i18n::Translator const& t, Told const& told);

/// What families think of answers: how many told us, and how many of them said that it helped.
struct Helped {
  std::int64_t told = 0;
  std::int64_t helped = 0;

  /// Whether so many told us that everybody may see it: of one or two, it could be guessed who.
  [[nodiscard]] bool for_everybody() const { return told >= 3; }
};

/// Counts what those behind a source say of the published answer; again replaces it.
void count_verdict(db::Transaction& tx, AskId id, Source const& source, bool helps, Time now);

Helped helped(db::Transaction& tx, AskId id);

/// "3 of 4 who told us said this helped."
std::string helped_in_words(i18n::Translator const& t, Helped const& helped);

/// The asks that are published and that this contact supports ("this matters to us too"), the latest first.
std::vector<AnsweredAsk> supported_by(db::Transaction& tx, messages::ContactId contact);

/// How it stands with the asks of a service.
struct ServiceFigures {
  agencies::ServiceId service;
  std::int64_t answered = 0;
  std::int64_t waiting = 0;
  std::int64_t late = 0;                         ///< Of those that wait.
  std::optional<std::int64_t> median_days = {};  ///< Working days from being said to the first answer.
  Helped helped = {};
};
ServiceFigures service_figures(db::Transaction& tx, agencies::ServiceId service, Date today);

/// How it stands with all asks.
struct Figures {
  std::int64_t answered = 0;
  std::int64_t late = 0;                         ///< Past their date, and an answer is owed.
  std::optional<std::int64_t> median_days = {};  ///< Working days from being said to the first answer.
};
Figures figures(db::Transaction& tx, Date today);

/// The card that shows what was said and what became of it.
ui::ChangeCard card(i18n::Translator const& t, AnsweredAsk const& ask);

/// "We will, by 31 March 2027".
std::string outcome_heading(i18n::Translator const& t, Answer const& answer);
std::string outcome_heading(i18n::Translator const& t, Outcome outcome, std::optional<Date> will_do_by);

/// The tag under which pages that show published answers are remembered.
inline constexpr char const* kPublishedAnswers = "published answers";

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::asks
