// SQL of asks and answers.
#pragma once

#include "asks/asks.h"
#include "asks/clock.h"

namespace earshot::asks::store {

/// Whether an ask has this reference.
bool is_reference(db::Transaction& tx, std::string_view reference);

AskId insert(db::Transaction& tx, Draft const& draft, std::string_view reference, Date due_on, Time now);

/// Nothing for one that is hidden or withdrawn.
std::optional<AnsweredAsk> find(db::Transaction& tx, AskId id);

/// Adds a source; one that is there already is left as it is. Whether it was added.
bool add_source(db::Transaction& tx, AskId id, Source const& source, std::optional<messages::ContactId> contact,
                std::string_view path, Time now);

/// The asks that have the words of this source, hidden or not.
std::vector<AskId> with_words_of(db::Transaction& tx, Source const& source);

/// The asks that came of this source or that it joined, hidden or not.
std::vector<AskId> joined_by(db::Transaction& tx, Source const& source);

/// Hides an ask, or with no time shows it again.
void hide(db::Transaction& tx, AskId id, std::optional<Time> at);

/// Forgets that an ask came of `source`, and erases the words and the wish when they were its. Whether they were.
bool remove_source(db::Transaction& tx, AskId id, Source const& source);

/// Takes an ask out of every list for good.
void withdraw(db::Transaction& tx, AskId id, Time now);

/// No answer is owed any more.
void wait_no_more(db::Transaction& tx, AskId id);

/// Writes what is to be published, in the place of what was written before.
void save_written(db::Transaction& tx, AskId id, Written const& written);

/// Says who looked it over, and what came of it.
void save_look(db::Transaction& tx, AskId id, Look look, std::optional<std::int64_t> by, std::string_view note);

/// Says when it is published by itself.
void save_publish_at(db::Transaction& tx, AskId id, std::optional<Time> at);

void remove_written(db::Transaction& tx, AskId id);

/// Publishes an answer and keeps the one that it replaces; from now on no answer is owed. `answer_days` are the working
/// days that the first answer took.
void publish(db::Transaction& tx, AskId id, Answer const& answer, int answer_days);

/// Why an ask goes back, and who says so.
struct GivenBack {
  std::string reason = {};
  std::optional<agencies::ServiceId> suggested = {};
  std::optional<std::int64_t> by = {};  ///< Nobody when its words were taken back.
};

/// Gives an ask back, and lets its sources wait again.
void return_sources(db::Transaction& tx, AskId id, GivenBack const& given_back, Time now);

/// The day by which the ask was due that was made of a source and given back; the last, if there are any.
std::optional<Date> returned_due(db::Transaction& tx, Source const& source);

/// Owes an answer again. False when that was so once.
bool reopen(db::Transaction& tx, AskId id, std::string_view reason, Date due_on, Time now);

/// Erases why an ask was opened again when `source` had said so.
void erase_reopening(db::Transaction& tx, AskId id, Source const& source);

/// Why the family said that it is not what they asked.
std::optional<std::string> reopened_because(db::Transaction& tx, AskId id);

/// A time that a clock stood still.
struct Pause {
  std::string reason;
  Date paused_on;
  std::optional<Date> resumed_on;
  int working_days = 0;
};

/// The pauses of an ask, the first in front.
std::vector<Pause> pauses(db::Transaction& tx, AskId id);

void begin_pause(db::Transaction& tx, AskId id, std::string_view reason, Date today, std::string_view by);

/// Ends the pause that goes on; from now on the ask is due on `due_on`.
void end_pause(db::Transaction& tx, AskId id, Date today, int working_days, Date due_on);

/// Asks whose clock stands still.
std::vector<AskId> paused(db::Transaction& tx);

/// Asks that an answer is owed to, whose clock runs, that are due on `due_by` or before, and whose last step for their
/// date has not been taken.
std::vector<AskId> to_watch(db::Transaction& tx, Date due_by);

/// Notes that a step was taken. False when it was taken before.
bool take_step(db::Transaction& tx, AskId id, Step step, Date due_on, Time now);

/// A step that was taken.
struct StepTaken {
  Step step = Step::reminder;
  Date due_on;
  Time taken_at;
};
std::vector<StepTaken> steps_taken(db::Transaction& tx, AskId id);

/// The people who lead a service, or the agency of it, by e-mail address.
std::vector<people::PersonListed> leads_of_service(db::Transaction& tx, agencies::ServiceId service);
std::vector<people::PersonListed> leads_of_agency(db::Transaction& tx, agencies::ServiceId service);

/// Who follows an ask: where they read about it, and how they are told.
struct Follower {
  messages::ContactId contact;
  std::string path;  ///< Empty for those who follow the public page.
};

/// Those with a contact after the one given, by contact; each once, with the path of their own if they have one.
std::vector<Follower> followers(db::Transaction& tx, AskId id, messages::ContactId after, int most);

/// How many sources and supporters an ask has, and how many of them left no contact.
struct Crowd {
  std::int64_t people = 0;
  std::int64_t without_contact = 0;
};
Crowd crowd(db::Transaction& tx, AskId id);

/// Counts a visit, or a contact, that supports an ask. False when it was counted before.
bool add_support(db::Transaction& tx, AskId id, std::string_view visit, std::optional<messages::ContactId> contact,
                 Time now);

/// From now on an answer is owed by `due_on`, because of support.
void oblige(db::Transaction& tx, AskId id, Date due_on, Time now);

/// The ask with this reference when everybody may read it: it is answered, or waits for its first answer.
std::optional<AnsweredAsk> find_public(db::Transaction& tx, std::string_view reference);

}  // namespace earshot::asks::store
