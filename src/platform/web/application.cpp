#include "platform/web/application.h"

#include <algorithm>

#include "platform/assets/assets.h"
#include "platform/log/log.h"
#include "platform/web/forms.h"
#include "platform/web/preferences.h"
#include "platform/web/security.h"
#include "platform/web/sessions.h"
#include "platform/web/wire.h"

namespace earshot::web {
namespace {

constexpr Milliseconds kPagesLast = std::chrono::seconds{60};
constexpr Milliseconds kTouchEvery = std::chrono::minutes{5};

int status_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::invalid:
      return 422;
    case Refusal::Kind::forbidden:
      return 403;
    case Refusal::Kind::not_found:
      return 404;
    case Refusal::Kind::conflict:
    case Refusal::Kind::too_late:
    case Refusal::Kind::already_done:
      return 409;
  }
  return 422;
}

/// Whether a person can put this right in the form they sent; the rest is a page of its own.
bool can_be_put_right(Refusal::Kind kind) {
  return kind != Refusal::Kind::forbidden && kind != Refusal::Kind::not_found;
}

http::Fields without_token(http::Fields const& fields) {
  http::Fields typed;
  for (auto const& [name, value] : fields)
    if (name != kTokenField) typed.add(name, value);
  return typed;
}

bool reads(http::Method method) { return method == http::Method::get || method == http::Method::head; }

}  // namespace

Application::Application(db::Database& db, Clock clock, metrics::Metrics& metrics, Site site, std::vector<Route> routes,
                         Hooks hooks, ApplicationOptions options)
    : m_db(db),
      m_clock(std::move(clock)),
      m_metrics(metrics),
      m_site(std::move(site)),
      m_router(std::move(routes)),
      m_hooks(std::move(hooks)),
      m_options(std::move(options)),
      m_rate_limit(m_options.requests_per_second, m_options.request_burst),
      m_rare_limit(m_options.rare_per_second, m_options.rare_burst),
      m_memory(m_options.memory_for_pages, kPagesLast) {
  m_db.on_change([this](std::vector<std::string> const& tags) { m_memory.changed(tags); });
}

std::optional<http::Response> Application::from_memory(http::Request const& request) {
  if (auto asset = asset_response(request)) return asset;
  if (!read_cookie(request, kSignInCookie).empty()) return std::nullopt;
  return m_memory.find(memory_key(request), request, m_clock());
}

http::Response Application::answer(http::Request const& request) {
  auto const started = m_clock();
  if (auto page = operators_page(request)) {
    add_security_headers(page->headers, request.secure);
    return std::move(*page);
  }
  auto context = begin(request);
  Outcome outcome;
  try {
    outcome = dispatch(context);
  } catch (db::Unavailable const& fault) {
    log::error("The database did not answer", {{"request", request.id}, {"why", fault.what()}});
    outcome = {
        error(context, 503,
              msg("We could not read or save anything just now. If you were sending something, send it once more: it "
                  "is stored once, however often you send it.")),
        "unavailable"};
    outcome.response.headers.set("Retry-After", "5");
  } catch (std::exception const& fault) {
    log::error("A page failed", {{"request", request.id}, {"why", fault.what()}});
    outcome = {error(context, 500,
                     msg("Something went wrong on our side. Nothing you sent before is lost. Try again in a few "
                         "minutes. If it happens again, tell us this number: {1}",
                         request.id)),
               "failed"};
  }
  outcome.response = compressed(finish(context, std::move(outcome.response)), request);
  measure(outcome, request, started);
  return std::move(outcome.response);
}

std::size_t Application::most_bytes(http::Request const& request, std::size_t general) const {
  if (request.method != http::Method::post) return general;
  auto const match = m_router.find(request.path);
  return std::max(general, match ? match->route->options.most_bytes : 0);
}

http::Response Application::wire_error(int status, http::Request const& request) {
  auto const context = begin(request);
  return finish(context, error(context, status, wire_message(status)));
}

Context Application::begin(http::Request const& request) const {
  auto const preferences = preferences_of(request);
  return Context{.request = request,
                 .db = m_db,
                 .site = m_site,
                 .now = m_clock(),
                 .t = i18n::Translator(i18n::language(preferences.language), m_options.time_zone),
                 .large_text = preferences.large_text};
}

/// Finds the visit and the person, by the sign-in cookie first.
void Application::recognise(Context& context) const {
  for (auto const name : {kSignInCookie, kVisitCookie}) {
    auto const token = read_cookie(context.request, name);
    if (token.empty()) continue;
    auto found = m_db.read([&](db::Transaction& tx) {
      auto session = find_session(tx, token, context.now);
      if (session && session->viewer) context.viewer = m_hooks.find_viewer(tx, *session->viewer);
      return session;
    });
    // Somebody whose account was closed while they were signed in has no session any more.
    if (!found || (found->viewer && !context.viewer)) continue;
    context.session = std::move(found->session);
    if (found->viewer && context.now - found->seen_at > kTouchEvery)
      m_db.write([&](db::Transaction& tx) { touch_session(tx, context.session->id, context.now); });
    return;
  }
}

Application::Outcome Application::dispatch(Context& context) {
  auto const& request = context.request;
  if (m_options.requests_per_second > 0 && !m_rate_limit.allow(request.address, context.now)) {
    return {too_many(context), "too many"};
  }
  if (auto response = preference_chosen(context)) return {std::move(*response), "preference"};

  auto const match = m_router.find(request.path);
  if (!match) return {error(context, 404, msg("There is no page at this address.")), "no route"};
  auto const& route = *match->route;
  return {on_route(context, *match), route.options.measured_as.empty() ? route.pattern : route.options.measured_as};
}

http::Response Application::on_route(Context& context, Router::Match const& match) {
  auto const& request = context.request;
  auto const& route = *match.route;
  if (!reads(request.method) && !(request.method == http::Method::post && route.act)) {
    auto response = error(context, 405, msg("This page cannot be used in that way."));
    response.headers.set("Allow", route.act ? "GET, HEAD, POST" : "GET, HEAD");
    return response;
  }
  recognise(context);
  if (!context.may(route.permission)) {
    if (context.viewer) return error(context, 403, msg("Your account does not have this page."));
    if (request.method == http::Method::post && !from_this_site(context))
      return error(context, 403, msg("This was sent from another site, so nothing was done."));
    return m_hooks.sign_in_page(context, request.path, without_token(request.form.fields));
  }
  return reads(request.method) ? show(context, match) : act(context, match);
}

http::Response Application::show(Context& context, Router::Match const& match) {
  auto const& route = *match.route;
  auto const mark = m_memory.mark();
  FormState state;
  // A page that is kept is made for nobody in particular: it must not hold the token of the visit that came first.
  auto const same_for_all = !route.options.remembered_under.empty() && !context.viewer;
  if (same_for_all) context.session.reset();
  if (context.session && context.session->kept_path == context.request.path && route.act) {
    auto kept =
        m_db.read([&](db::Transaction& tx) { return kept_form(tx, context.session->id, context.request.path); });
    if (kept)
      state = {.values = std::move(*kept),
               .problems = {{"", msg("You had been signed out, so this was not sent. What you typed is still here: "
                                     "check it and send it.")}},
               .sent = true};
  }
  auto answer = route.show(context, state, match.values);
  if (!answer) return refused(context, answer.error());
  if (same_for_all && context.cookies.empty() && answer->status == 200) {
    answer->headers.set("Cache-Control", "no-cache");
    if (may_be_kept(context.request, route.options.remembered_query))
      m_memory.keep(memory_key(context.request), finish(context, *answer), route.options.remembered_under, mark,
                    context.now);
  }
  return std::move(*answer);
}

http::Response Application::act(Context& context, Router::Match const& match) {
  auto const& route = *match.route;
  auto const& request = context.request;
  if (route.options.token != Token::none && !from_this_site(context))
    return error(context, 403, msg("This was sent from another site, so nothing was done."));
  if (preference_switched(context, m_options.time_zone)) return shown_with(context, match, {});
  if (route.options.token == Token::required && !has_token(context)) {
    ensure_session(context);
    return show_again(context, match,
                      {{"", msg("This page had been open for a long time, so nothing was sent yet. What you typed is "
                                "still here: check it and send it again.")}});
  }
  if (route.options.sent_rarely && m_options.requests_per_second > 0 &&
      !m_rare_limit.allow(request.address, context.now))
    return too_many(context);
  if (request.bad_input) return show_again(context, match, {{"", *request.bad_input}});

  auto answer = route.act(context, request.form, match.values);
  if (!answer && can_be_put_right(answer.error().kind)) return show_again(context, match, answer.error().problems);
  if (!answer) return refused(context, answer.error());
  if (context.session && !context.session->kept_path.empty())
    m_db.write([&](db::Transaction& tx) { forget_kept_form(tx, context.session->id); });
  return std::move(*answer);
}

http::Response Application::show_again(Context& context, Router::Match const& match, std::vector<Problem> problems) {
  auto response = shown_with(context, match, std::move(problems));
  if (response.status == 200) response.status = 422;
  return response;
}

/// The page of a form with what was typed into it.
http::Response Application::shown_with(Context& context, Router::Match const& match, std::vector<Problem> problems) {
  FormState const state{.values = context.request.form.fields, .problems = std::move(problems), .sent = true};
  auto answer = match.route->show(context, state, match.values);
  if (!answer) return refused(context, answer.error());
  return std::move(*answer);
}

http::Response Application::refused(Context& context, Refusal const& refusal) const {
  return m_hooks.error_page(context, status_of(refusal.kind), refusal.problems);
}

http::Response Application::error(Context const& context, int status, Message message) const {
  return m_hooks.error_page(context, status, {{"", std::move(message)}});
}

http::Response Application::too_many(Context const& context) const {
  auto response = error(context, 429, msg("A lot is coming from where you are. Wait a minute and try again."));
  response.headers.set("Retry-After", "60");
  return response;
}

/// What every answer of a handler carries.
http::Response Application::finish(Context const& context, http::Response response) const {
  add_security_headers(response.headers, context.request.secure);
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  response.headers.add("Vary", "Cookie, Accept-Language");
  for (auto const& cookie : context.cookies) response.headers.add("Set-Cookie", cookie);
  return response;
}

}  // namespace earshot::web
