#include "platform/web/sessions.h"

#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "platform/http/cookie.h"
#include "platform/http/forms.h"

namespace earshot::web {
namespace {

constexpr std::size_t kTokenBytes = 32;

constexpr db::Sql kFind{
    "SELECT id, csrf_secret, kept_path, viewer, seen_at FROM sessions"
    " WHERE token_hash = $1 AND expires_at > $2 AND (viewer IS NULL OR seen_at > $3)"};
constexpr db::Sql kOpen{
    "INSERT INTO sessions (token_hash, viewer, csrf_secret, created_at, seen_at, expires_at, browser, system)"
    " VALUES ($1, $2, $3, $4, $4, $5, $6, $7) RETURNING id"};
constexpr db::Sql kTouch{"UPDATE sessions SET seen_at = $2 WHERE id = $1"};
constexpr db::Sql kEnd{"DELETE FROM sessions WHERE id = $1"};
constexpr db::Sql kEndAllOf{"DELETE FROM sessions WHERE viewer = $1"};
constexpr db::Sql kEndOthersOf{"DELETE FROM sessions WHERE viewer = $1 AND id <> $2"};
constexpr db::Sql kEndOf{"DELETE FROM sessions WHERE id = $1 AND viewer = $2"};
constexpr db::Sql kSignInsOf{
    "SELECT id, browser, system, created_at, seen_at FROM sessions WHERE viewer = $1 AND expires_at > $2"
    " AND seen_at > $3 ORDER BY seen_at DESC, id DESC"};
constexpr db::Sql kRemoveEnded{"DELETE FROM sessions WHERE expires_at <= $1 OR (viewer IS NOT NULL AND seen_at <= $2)"};
constexpr db::Sql kKeepForm{"UPDATE sessions SET kept_path = $2, kept_form = $3 WHERE id = $1"};
constexpr db::Sql kKeptForm{"SELECT kept_form FROM sessions WHERE id = $1 AND kept_path = $2"};
constexpr db::Sql kForgetKeptForm{"UPDATE sessions SET kept_path = NULL, kept_form = NULL WHERE id = $1"};

struct SessionRow {
  std::int64_t id;
  std::string csrf_secret;
  std::optional<std::string> kept_path;
  std::optional<std::int64_t> viewer;
  Time seen_at;
};

void give_cookie(Context& context, std::string_view name, std::string_view token, Milliseconds lasts) {
  context.cookies.push_back(http::set_cookie(name, token, context.request.secure,
                                             {.max_age = std::chrono::duration_cast<std::chrono::seconds>(lasts)}));
}

}  // namespace

std::optional<FoundSession> find_session(db::Transaction& tx, std::string_view token, Time now) {
  auto row = tx.first<SessionRow>(kFind, crypto::token_hash(token), now, now - kSignInIdle);
  if (!row) return std::nullopt;
  return FoundSession{{row->id, std::move(row->csrf_secret), row->kept_path.value_or("")}, row->viewer, row->seen_at};
}

OpenedSession open_session(db::Transaction& tx, std::optional<std::int64_t> viewer, Time now, Device const& device) {
  OpenedSession opened;
  opened.token = crypto::random_token(kTokenBytes);
  opened.session.csrf_secret = crypto::random_token(kTokenBytes);
  opened.session.id =
      tx.one<std::int64_t>(kOpen, crypto::token_hash(opened.token), viewer, opened.session.csrf_secret, now,
                           now + (viewer ? kSignInLasts : kVisitLasts), device.browser, device.system);
  return opened;
}

void touch_session(db::Transaction& tx, std::int64_t session, Time now) { tx.execute(kTouch, session, now); }

void end_session(db::Transaction& tx, std::int64_t session) { tx.execute(kEnd, session); }

void end_sessions_of(db::Transaction& tx, std::int64_t viewer) { tx.execute(kEndAllOf, viewer); }

void end_other_sessions_of(db::Transaction& tx, std::int64_t viewer, std::int64_t kept) {
  tx.execute(kEndOthersOf, viewer, kept);
}

bool end_session_of(db::Transaction& tx, std::int64_t session, std::int64_t viewer) {
  return tx.execute(kEndOf, session, viewer) > 0;
}

std::vector<SignedIn> sign_ins_of(db::Transaction& tx, std::int64_t viewer, Time now) {
  return tx.all<SignedIn>(kSignInsOf, viewer, now, now - kSignInIdle);
}

std::int64_t remove_ended_sessions(db::Transaction& tx, Time now) {
  return tx.execute(kRemoveEnded, now, now - kSignInIdle);
}

void keep_form(db::Transaction& tx, std::int64_t session, std::string_view path, http::Fields const& fields) {
  tx.execute(kKeepForm, session, path, http::to_urlencoded(fields));
}

std::optional<http::Fields> kept_form(db::Transaction& tx, std::int64_t session, std::string_view path) {
  auto const kept = tx.first<std::string>(kKeptForm, session, path);
  if (!kept) return std::nullopt;
  return http::parse_urlencoded(*kept).fields;
}

void forget_kept_form(db::Transaction& tx, std::int64_t session) { tx.execute(kForgetKeptForm, session); }

Session const& ensure_session(Context& context) {
  if (!context.session) {
    auto opened = context.db.write([&](db::Transaction& tx) { return open_session(tx, std::nullopt, context.now); });
    give_cookie(context, kVisitCookie, opened.token, kVisitLasts);
    context.session = std::move(opened.session);
  }
  return *context.session;
}

void sign_in(Context& context, std::int64_t viewer) {
  auto const device = device_of(context.request.headers.get("User-Agent"));
  auto opened = context.db.write([&](db::Transaction& tx) { return open_session(tx, viewer, context.now, device); });
  give_cookie(context, kSignInCookie, opened.token, kSignInLasts);
  context.session = std::move(opened.session);
}

void sign_out(Context& context) {
  if (context.session) context.db.write([&](db::Transaction& tx) { end_session(tx, context.session->id); });
  context.session.reset();
  context.viewer.reset();
  give_cookie(context, kSignInCookie, "", Milliseconds{0});
}

std::string_view read_cookie(http::Request const& request, std::string_view name) {
  return request.cookie(http::cookie_name(name, request.secure));
}

}  // namespace earshot::web
