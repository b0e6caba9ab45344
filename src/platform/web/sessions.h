// Visits as rows: of people who are signed in, and of people who are in the middle of saying something. A browser holds
// a random token, the database only its hash.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/http/message.h"
#include "platform/web/context.h"
#include "platform/web/device.h"

namespace earshot::web {

/// A visit without sign-in lasts a week, so that somebody interrupted can come back to what they began.
inline constexpr Milliseconds kVisitLasts = Days{7};
/// A worker is signed out after half a working day at the latest, and after two hours without a click.
inline constexpr Milliseconds kSignInLasts = std::chrono::hours{12};
inline constexpr Milliseconds kSignInIdle = std::chrono::hours{2};

struct FoundSession {
  Session session;
  std::optional<std::int64_t> viewer;
  Time seen_at;
};

/// The session of this token, unless it is over.
std::optional<FoundSession> find_session(db::Transaction& tx, std::string_view token, Time now);

struct OpenedSession {
  Session session;
  std::string token;  ///< For the browser's cookie; not kept here.
};

/// Begins a session; of nobody when `viewer` is empty.
OpenedSession open_session(db::Transaction& tx, std::optional<std::int64_t> viewer, Time now,
                           Device const& device = {});

/// Notes that the session is in use. Call it at most every few minutes.
void touch_session(db::Transaction& tx, std::int64_t session, Time now);

void end_session(db::Transaction& tx, std::int64_t session);

/// Signs `viewer` out everywhere.
void end_sessions_of(db::Transaction& tx, std::int64_t viewer);

/// Signs `viewer` out everywhere but in the session `kept`.
void end_other_sessions_of(db::Transaction& tx, std::int64_t viewer, std::int64_t kept);

/// Ends a session if it is of `viewer`; false when it is not.
bool end_session_of(db::Transaction& tx, std::int64_t session, std::int64_t viewer);

/// A place where somebody is signed in.
struct SignedIn {
  std::int64_t session = 0;
  Device device;
  Time since;
  Time seen_at;  ///< To within a few minutes.
};

/// Where `viewer` is signed in, the last seen first.
std::vector<SignedIn> sign_ins_of(db::Transaction& tx, std::int64_t viewer, Time now);

/// Removes sessions that are over; gives how many.
std::int64_t remove_ended_sessions(db::Transaction& tx, Time now);

/// Keeps what was typed into the form at `path`, to be shown again when the session's person comes to that page.
void keep_form(db::Transaction& tx, std::int64_t session, std::string_view path, http::Fields const& fields);

/// What keep_form() kept for `path`.
std::optional<http::Fields> kept_form(db::Transaction& tx, std::int64_t session, std::string_view path);

/// Forgets what keep_form() kept.
void forget_kept_form(db::Transaction& tx, std::int64_t session);

/// The session of the request, begun now when there is none yet: its cookie is added to the context.
Session const& ensure_session(Context& context);

/// Signs `viewer` in: a new session under a new token (never the one that the browser came with), its cookie added.
void sign_in(Context& context, std::int64_t viewer);

/// Ends the session and takes its cookie back.
void sign_out(Context& context);

/// Cookie names; with TLS they carry the __Host- prefix.
inline constexpr std::string_view kSignInCookie = "earshot";
inline constexpr std::string_view kVisitCookie = "earshot-visit";

/// The value of the cookie that http::set_cookie wrote under `name`.
std::string_view read_cookie(http::Request const& request, std::string_view name);

}  // namespace earshot::web
