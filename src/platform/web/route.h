// A route: one noun, what may be seen there and what may be sent there. Typed path parameters are taken from the
// signature of the handler: "/asks/{}/answer" with `show(Context&, AskId)` answers 404 for anything but a number.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/http/message.h"
#include "platform/web/context.h"

namespace earshot::web {

using Answer = Result<http::Response>;
using PathValues = std::vector<std::string_view>;

/// How a form shows that it came from a page of ours. Every form's Origin is checked; most carry a token of the visit.
enum class Token {
  required,
  /// For the few forms that stand on pages kept in memory, which are the same for everybody and cannot hold a token.
  /// What they do must be harmless when another page of this site sends it.
  origin_only,
  /// For what other programs send, which have no page of ours: a mail program's one-click unsubscribing (RFC 8058), a
  /// provider's callback. Neither the origin nor a token is looked at, so who may must follow from the address or from
  /// what is sent.
  none
};

struct RouteOptions {
  Token token = Token::required;
  /// What is sent here is costly, or worth guessing at: one address may send it a few times a minute only.
  bool sent_rarely = false;
  /// Tags of what the page shows. With any, the page is kept in memory for those who are not signed in, until a commit
  /// changes one of the tags. Only for pages that show every visitor the same.
  std::vector<std::string> remembered_under = {};
  /// The fields of the query that a remembered page reads. With any other (a search, or made up), it is not kept.
  std::vector<std::string> remembered_query = {};
  /// What the log and the measures call the route, in place of its pattern: for pages whose use nobody else may learn
  /// of. The pattern of a page that is in everybody's use.
  std::string measured_as = {};
  /// The largest body that may be sent here, in bytes, where the general limit of the server is too small (files);
  /// 0: the general one.
  std::size_t most_bytes = 0;
};

struct Route {
  std::string pattern;
  Permission permission;
  std::function<Answer(Context&, FormState const&, PathValues const&)> show;
  std::function<Answer(Context&, http::Form const&, PathValues const&)> act = {};  ///< Empty for a page without a form.
  RouteOptions options = {};
};

namespace detail {

template <class T>
struct FromPath;

template <class Tag>
struct FromPath<Id<Tag>> {
  static std::optional<Id<Tag>> read(std::string_view text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0) return std::nullopt;
    return Id<Tag>{number};
  }
};

template <>
struct FromPath<std::string> {
  static std::optional<std::string> read(std::string_view text) { return std::string(text); }
};

template <Worded E>
struct FromPath<E> {
  static std::optional<E> read(std::string_view text) { return from_word<E>(text); }
};

/// Calls `next(values…)` with the path's values as the types `P`, or answers "not found".
template <class... P, class Next, std::size_t... I>
Answer with_values(PathValues const& values, Next const& next, std::index_sequence<I...>) {
  [[maybe_unused]] auto const read = std::tuple<std::optional<P>...>{FromPath<P>::read(values[I])...};
  if (!(std::get<I>(read) && ...)) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return next(*std::get<I>(read)...);
}

}  // namespace detail

/// A page: "GET pattern".
template <class... P>
Route page_route(std::string pattern, Permission permission, Answer (*show)(Context&, P...),
                 RouteOptions options = {}) {
  return {std::move(pattern),
          permission,
          [show](Context& context, FormState const&, PathValues const& values) {
            return detail::with_values<std::decay_t<P>...>(
                values, [&](auto const&... value) { return show(context, value...); }, std::index_sequence_for<P...>{});
          },
          {},
          std::move(options)};
}

/// A page with a form that posts to its own address. `act` does it and says where to go next; when it refuses, `show`
/// is called again with what was typed and what is to be put right.
template <class... P>
Route form_route(std::string pattern, Permission permission, Answer (*show)(Context&, FormState const&, P...),
                 Answer (*act)(Context&, http::Form const&, P...), RouteOptions options = {}) {
  return {std::move(pattern), permission,
          [show](Context& context, FormState const& state, PathValues const& values) {
            return detail::with_values<std::decay_t<P>...>(
                values, [&](auto const&... value) { return show(context, state, value...); },
                std::index_sequence_for<P...>{});
          },
          [act](Context& context, http::Form const& form, PathValues const& values) {
            return detail::with_values<std::decay_t<P>...>(
                values, [&](auto const&... value) { return act(context, form, value...); },
                std::index_sequence_for<P...>{});
          },
          std::move(options)};
}

/// The answer that sends a browser on with GET after a form was accepted (303).
http::Response go_to(std::string_view path);

}  // namespace earshot::web
