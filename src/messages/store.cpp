#include "messages/messages.h"
#include "platform/crypto/token.h"

namespace earshot::messages {
namespace {

#define CONTACT_COLUMNS                                                                    \
  "SELECT id, channel, address, language, large_print, pace, stopped_at, told_by, told_at" \
  " FROM contacts"

constexpr db::Sql kKeepContact{
    "INSERT INTO contacts (channel, address, language, created_at) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (channel, address) DO UPDATE SET address = excluded.address RETURNING id"};
constexpr db::Sql kFindContact{CONTACT_COLUMNS " WHERE id = $1"};
constexpr db::Sql kFindByAddress{CONTACT_COLUMNS " WHERE channel = $1 AND address = $2"};
constexpr db::Sql kSavePreferences{
    "UPDATE contacts SET language = $2, large_print = $3, pace = $4, told_by = $5, told_at = $6 WHERE id = $1"};
constexpr db::Sql kStop{"UPDATE contacts SET stopped_at = $2 WHERE id = $1 AND stopped_at IS NULL"};
constexpr db::Sql kForgetNews{"DELETE FROM news WHERE contact = $1 AND message IS NULL"};
constexpr db::Sql kStopWaiting{
    "UPDATE outbox SET state = 'failed', settled_at = $2, error = 'They asked not to be written to.'"
    " WHERE contact = $1 AND state = 'waiting'"};
constexpr db::Sql kStartAgain{"UPDATE contacts SET stopped_at = NULL WHERE id = $1"};
constexpr db::Sql kTell{
    "INSERT INTO news (contact, kind, key, about_kind, about_id, title, text, path, link, created_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (contact, kind, key) DO NOTHING"};
constexpr db::Sql kSend{
    "INSERT INTO outbox (kind, key, channel, address, language, subject, body, path, link, why, forget, next_at,"
    " created_at, reference, confidential) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14)"
    " ON CONFLICT (kind, key, address) DO NOTHING"};
constexpr db::Sql kDropNews{"DELETE FROM news WHERE about_kind = $1 AND about_id = $2 AND message IS NULL"};
constexpr db::Sql kFindWords{"SELECT words FROM message_words WHERE kind = $1 AND language = $2"};
constexpr db::Sql kSaveWords{
    "INSERT INTO message_words (kind, language, words) VALUES ($1, $2, $3)"
    " ON CONFLICT (kind, language) DO UPDATE SET words = excluded.words"};
constexpr db::Sql kDropWords{"DELETE FROM message_words WHERE kind = $1 AND language = $2"};
constexpr db::Sql kKinds{
    "SELECT kind FROM news UNION SELECT kind FROM outbox WHERE contact IS NULL UNION SELECT kind FROM message_words"
    " ORDER BY 1"};
constexpr db::Sql kReach{
    "SELECT coalesce(sum(CASE WHEN o.state = 'delivered' THEN 1 ELSE 0 END), 0),"
    " coalesce(sum(CASE WHEN o.state IS NULL OR o.state NOT IN ('delivered', 'failed') THEN 1 ELSE 0 END), 0),"
    " coalesce(sum(CASE WHEN o.state = 'failed' THEN 1 ELSE 0 END), 0)"
    " FROM news n LEFT JOIN outbox o ON o.id = n.message WHERE n.about_kind = $1 AND n.about_id = $2"};

#undef CONTACT_COLUMNS

}  // namespace

ContactId keep_contact(db::Transaction& tx, Channel channel, std::string_view address, std::string_view language,
                       Time now) {
  return tx.one<ContactId>(kKeepContact, channel, address, language, now);
}

std::optional<Contact> find_contact(db::Transaction& tx, ContactId id) { return tx.first<Contact>(kFindContact, id); }

std::optional<Contact> find_contact(db::Transaction& tx, Channel channel, std::string_view address) {
  return tx.first<Contact>(kFindByAddress, channel, address);
}

void save_preferences(db::Transaction& tx, Contact const& contact) {
  tx.execute(kSavePreferences, contact.id, contact.language, contact.large_print, contact.pace, contact.told_by,
             contact.told_at);
}

void stop(db::Transaction& tx, ContactId id, Time now) {
  tx.execute(kStop, id, now);
  tx.execute(kForgetNews, id);
  tx.execute(kStopWaiting, id, now);
}

void start_again(db::Transaction& tx, ContactId id) { tx.execute(kStartAgain, id); }

bool tell(db::Transaction& tx, ContactId contact, News const& news, Time now) {
  auto const to = find_contact(tx, contact);
  if (!to || to->stopped_at) return false;
  auto const note = news.write(i18n::Translator(i18n::language(to->language)));
  return tx.execute(kTell, contact, news.kind, news.key, news.about.kind, news.about.id, note.title, note.text,
                    note.path, note.link, now) > 0;
}

bool send(db::Transaction& tx, Letter const& letter, Time now) {
  return tx.execute(kSend, letter.kind, letter.key, letter.channel, letter.address, letter.language, letter.note.title,
                    letter.note.text, letter.note.path, letter.note.link, letter.why, letter.forget, now,
                    crypto::random_token(), letter.confidential) > 0;
}

void drop_news(db::Transaction& tx, About const& about) { tx.execute(kDropNews, about.kind, about.id); }

std::string find_words(db::Transaction& tx, std::string_view kind, std::string_view language) {
  return tx.first<std::string>(kFindWords, kind, language).value_or(std::string());
}

void save_words(db::Transaction& tx, std::string_view kind, std::string_view language, std::string_view words) {
  if (words.empty())
    tx.execute(kDropWords, kind, language);
  else
    tx.execute(kSaveWords, kind, language, words);
}

std::vector<std::string> kinds(db::Transaction& tx) { return tx.all<std::string>(kKinds); }

Reach reach(db::Transaction& tx, About const& about) { return tx.one<Reach>(kReach, about.kind, about.id); }

}  // namespace earshot::messages
