// What administrators see of the outbox.

#include "messages/messages.h"
#include "platform/crypto/token.h"

namespace earshot::messages {
namespace {

#define LISTED_COLUMNS                                                                                      \
  "SELECT id, kind, channel, address, subject, state, tries, error, created_at, next_at FROM outbox WHERE " \
  "confidential = 0 "

constexpr db::Sql kWaiting{LISTED_COLUMNS
                           "AND state IN ('waiting', 'sending') ORDER BY created_at, id LIMIT $1 OFFSET $2"};
constexpr db::Sql kFailed{LISTED_COLUMNS "AND state = 'failed' ORDER BY settled_at DESC, id DESC LIMIT $1 OFFSET $2"};
constexpr db::Sql kAll{LISTED_COLUMNS "ORDER BY id DESC LIMIT $1 OFFSET $2"};
constexpr db::Sql kCounts{
    "SELECT coalesce(sum(CASE WHEN state IN ('waiting', 'sending') THEN 1 ELSE 0 END), 0),"
    " coalesce(sum(CASE WHEN state = 'sent' THEN 1 ELSE 0 END), 0),"
    " coalesce(sum(CASE WHEN state = 'delivered' THEN 1 ELSE 0 END), 0),"
    " coalesce(sum(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0) FROM outbox WHERE confidential = 0"};
constexpr db::Sql kIsConfidential{"SELECT count(*) FROM outbox WHERE id = $1 AND confidential = 1"};
// A new reference: what the provider says of the earlier tries is settled. A letter without words has been forgotten.
constexpr db::Sql kTryAgain{
    "UPDATE outbox SET state = 'waiting', reference = $2, tries = 0, next_at = $3, error = '', sent_as = '',"
    " settled_at = NULL WHERE id = $1 AND state = 'failed' AND (body <> '' OR contact IN"
    " (SELECT id FROM contacts WHERE stopped_at IS NULL))"};

#undef LISTED_COLUMNS

db::Sql const& statement(Which which) {
  switch (which) {
    case Which::waiting:
      return kWaiting;
    case Which::failed:
      return kFailed;
    case Which::all:
      break;
  }
  return kAll;
}

}  // namespace

std::vector<Listed> list(db::Transaction& tx, Which which, int page, int per_page) {
  auto const before = std::int64_t{per_page} * (page - 1);
  return tx.all<Listed>(statement(which), per_page, before);
}

Counts counts(db::Transaction& tx) { return tx.one<Counts>(kCounts); }

bool is_confidential(db::Transaction& tx, MessageId id) { return tx.one<std::int64_t>(kIsConfidential, id) > 0; }

bool try_again(db::Transaction& tx, MessageId id, Time now) {
  return tx.execute(kTryAgain, id, crypto::random_token(), now) > 0;
}

bool is_readable(config::Config const& config) { return config.mail == "outbox" && config.public_address.empty(); }

std::vector<std::string> remarks(config::Config const& config) {
  if (config.mail != "outbox") return mail::faults(config);
  if (is_readable(config))
    return {
        "Nothing is really sent, and everybody can read at /outbox what would be: set mail before families use it."};
  return {"Nothing is really sent: set mail to smtp or notify."};
}

}  // namespace earshot::messages
