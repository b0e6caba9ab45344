#include "messages/outbox.h"

#include <algorithm>

#include "messages/rules.h"
#include "messages/stopping.h"
#include "platform/crypto/token.h"
#include "platform/db/database.h"

namespace earshot::messages::outbox {
namespace {

constexpr Milliseconds kLease = std::chrono::minutes{10};
constexpr Milliseconds kMinute = std::chrono::minutes{1};
constexpr Milliseconds kAskAfter = std::chrono::minutes{30};
/// GOV.UK Notify keeps what it sent for seven days unless it is told otherwise.
constexpr Milliseconds kRemembered = std::chrono::hours{8 * 24};
constexpr Milliseconds kWordsKept = std::chrono::hours{90 * 24};
constexpr Milliseconds kNeverAgain = std::chrono::hours{100 * 365 * 24};

#define STORED_COLUMNS                                                                                      \
  "id, reference, kind, contact, channel, address, language, large_print, subject, body, path, link, why, " \
  "forget, state, tries, error, created_at"

constexpr db::Sql kDue{
    "SELECT n.contact FROM news n JOIN contacts c ON c.id = n.contact"
    " WHERE n.message IS NULL AND c.stopped_at IS NULL AND n.created_at <="
    " CASE c.pace WHEN 'daily' THEN CAST($2 AS BIGINT) WHEN 'weekly' THEN CAST($3 AS BIGINT) ELSE CAST($1 AS BIGINT) "
    "END"
    " GROUP BY n.contact ORDER BY min(n.created_at), n.contact LIMIT 100"};
constexpr db::Sql kNewsOf{
    "SELECT id, title, text, path, link FROM news WHERE contact = $1 AND message IS NULL ORDER BY id"};
constexpr db::Sql kMake{
    "INSERT INTO outbox (reference, kind, key, contact, channel, address, language, large_print, subject, body, path,"
    " link, why, next_at, created_at)"
    " VALUES ($1, 'messages.news', $2, $3, $4, $5, $6, $7, $8, '', '', '', $9, $10, $10)"
    " ON CONFLICT (kind, key, address) DO NOTHING RETURNING id"};
constexpr db::Sql kGathered{"UPDATE news SET message = $2 WHERE contact = $1 AND message IS NULL AND id <= $3"};

constexpr db::Sql kAnyDue{
    "SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND next_at <= $1 ORDER BY next_at LIMIT 1"};
constexpr db::Sql kTriedSince{"SELECT count(*) FROM outbox WHERE tried_at > $1"};
constexpr db::Sql kClaim{
    "UPDATE outbox SET state = 'sending', claim = $2, tries = tries + 1, tried_at = $1, next_at = $3 WHERE id ="
    " (SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND next_at <= $1 ORDER BY next_at, id LIMIT 1"
    " @skip_locked) RETURNING " STORED_COLUMNS};

constexpr db::Sql kClaimed{"SELECT id, tries, forget FROM outbox WHERE id = $1 AND claim = $2 AND state = 'sending'"};
constexpr db::Sql kUnderWay{
    "SELECT id, tries, forget FROM outbox WHERE reference = $1 AND state IN ('waiting', 'sending', 'sent')"};
constexpr db::Sql kSetState{
    "UPDATE outbox SET state = $2, claim = '', tries = $3, next_at = $4, error = $5,"
    " sent_as = CASE WHEN $6 = '' THEN sent_as ELSE $6 END, settled_at = $7 WHERE id = $1"};
constexpr db::Sql kForget{"UPDATE outbox SET body = '', path = '', link = '' WHERE id = $1"};
constexpr db::Sql kCameBack{
    "UPDATE outbox SET state = 'failed', claim = '', error = $2, settled_at = $3 WHERE reference = $1"};
constexpr db::Sql kUnsettled{"SELECT " STORED_COLUMNS
                             " FROM outbox WHERE state = 'sent' AND next_at <= $1 ORDER BY next_at, id LIMIT 100"};
constexpr db::Sql kAskLater{"UPDATE outbox SET next_at = $2 WHERE id = $1 AND state = 'sent'"};

constexpr db::Sql kForgetOld{"UPDATE outbox SET body = '', path = '', link = '' WHERE settled_at < $1 AND body <> ''"};
constexpr db::Sql kForgetOldNews{
    "UPDATE news SET title = '', text = '', path = '', link = '' WHERE title <> '' AND message IN"
    " (SELECT id FROM outbox WHERE settled_at < $1)"};

constexpr db::Sql kFind{"SELECT " STORED_COLUMNS " FROM outbox WHERE id = $1"};
constexpr db::Sql kTold{"SELECT kind, title, text, path, link FROM news WHERE message = $1 ORDER BY id"};

#undef STORED_COLUMNS

struct New {
  std::int64_t id;
  Note note;
};

/// A row whose state is about to change.
struct Changing {
  MessageId id;
  int tries = 0;
  bool forget = false;
};

void gather_one(db::Transaction& tx, Contact const& contact, Time now) {
  i18n::Translator const t(i18n::language(contact.language));
  auto const news = tx.all<New>(kNewsOf, contact.id);
  std::vector<Note> notes;
  for (auto const& each : news) notes.push_back(each.note);
  auto const last = news.back().id;
  auto const key = std::to_string(contact.id.value) + ":" + std::to_string(last);
  auto const message =
      tx.first<MessageId>(kMake, crypto::random_token(), key, contact.id, contact.told_by.value_or(contact.channel),
                          contact.told_by ? contact.told_at : contact.address, contact.language, contact.large_print,
                          subject_of(notes, t), why_told(contact.pace, t), now);
  if (message) tx.execute(kGathered, contact.id, *message, last);
}

void change(db::Transaction& tx, Changing const& row, mail::Outcome const& outcome, Time now, Words words) {
  using Kind = mail::Outcome::Kind;
  auto const set = [&](State state, int tries, Time next_at, std::optional<Time> settled_at) {
    tx.execute(kSetState, row.id, state, tries, next_at, outcome.why, outcome.id, settled_at);
    if (settled_at && row.forget && words == Words::forget) tx.execute(kForget, row.id);
  };
  switch (outcome.kind) {
    case Kind::sent:
      return set(State::sent, row.tries, now + kAskAfter, std::nullopt);
    case Kind::delivered:
      return set(State::delivered, row.tries, now, now);
    case Kind::failed_for_good:
      return set(State::failed, row.tries, now, now);
    case Kind::limited:
      return set(State::waiting, row.tries - 1, now + rules::kPauseWhenLimited, std::nullopt);
    case Kind::failed_now:
      if (row.tries >= rules::kMostTries) return set(State::failed, row.tries, now, now);
      return set(State::waiting, row.tries, now + rules::pause_after(row.tries), std::nullopt);
  }
}

}  // namespace

int gather(db::Transaction& tx, Time now, i18n::Translator const& clock) {
  auto const due = tx.all<ContactId>(kDue, rules::told_by(Pace::at_once, now, clock),
                                     rules::told_by(Pace::daily, now, clock), rules::told_by(Pace::weekly, now, clock));
  for (auto const contact : due) gather_one(tx, *find_contact(tx, contact), now);
  return static_cast<int>(due.size());
}

std::optional<Stored> claim(db::Database& db, std::string const& claim, Time now, int per_minute) {
  // An idle node only reads.
  if (!db.read([&](db::Transaction& tx) { return tx.first<MessageId>(kAnyDue, now); })) return std::nullopt;
  return db.write([&](db::Transaction& tx) -> std::optional<Stored> {
    if (per_minute > 0 && tx.one<std::int64_t>(kTriedSince, now - kMinute) >= per_minute) return std::nullopt;
    return tx.first<Stored>(kClaim, now, claim, now + kLease);
  });
}

void settle(db::Transaction& tx, MessageId id, std::string_view claim, mail::Outcome const& outcome, Time now,
            Words words) {
  if (auto const row = tx.first<Changing>(kClaimed, id, claim)) change(tx, *row, outcome, now, words);
}

void report(db::Transaction& tx, std::string_view reference, mail::Outcome const& outcome, Time now) {
  if (auto const row = tx.first<Changing>(kUnderWay, reference)) change(tx, *row, outcome, now, Words::forget);
}

bool came_back(db::Transaction& tx, std::string_view reference, std::string_view why, Time now) {
  return tx.execute(kCameBack, reference, why, now) > 0;
}

std::vector<Stored> unsettled(db::Transaction& tx, Time now) { return tx.all<Stored>(kUnsettled, now); }

void ask_later(db::Transaction& tx, Stored const& message, Time now) {
  auto const remembered = now - message.created_at < kRemembered;
  tx.execute(kAskLater, message.id, now + (remembered ? kAskAfter : kNeverAgain));
  if (!remembered && message.forget) tx.execute(kForget, message.id);
}

void forget_old_words(db::Transaction& tx, Time now) {
  tx.execute(kForgetOld, now - kWordsKept);
  tx.execute(kForgetOldNews, now - kWordsKept);
}

std::optional<Stored> find(db::Transaction& tx, MessageId id) { return tx.first<Stored>(kFind, id); }

Content content(db::Transaction& tx, Stored const& message, std::string_view place, std::string_view site) {
  struct Row {
    std::string kind;
    Note note;
  };
  Content content{.channel = message.channel,
                  .language = message.language,
                  .large_print = message.large_print,
                  .subject = message.note.title,
                  .told = {},
                  .why = message.why,
                  .place = std::string(place),
                  .site = std::string(site)};
  auto rows = message.contact ? tx.all<Row>(kTold, message.id) : std::vector<Row>{{message.kind, message.note}};
  std::vector<std::string> opened;
  for (auto& row : rows) {
    // Before several things of a kind, its words are said once.
    auto const is_first = std::find(opened.begin(), opened.end(), row.kind) == opened.end();
    auto opening = is_first ? find_words(tx, row.kind, message.language) : std::string();
    opened.push_back(row.kind);
    content.told.push_back({std::move(opening), std::move(row.note)});
  }
  if (message.contact) content.stop_path = stop_path(tx, *message.contact);
  return content;
}

}  // namespace earshot::messages::outbox
