#include "platform/http/cookie.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "platform/http/message.h"

namespace earshot::http {

namespace {

bool may_stand_in_name(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kMarks.find(c) != std::string_view::npos;
}

bool may_stand_in_value(char c) { return c > ' ' && c < '\x7f' && c != '"' && c != ',' && c != ';' && c != '\\'; }

template <class Allowed>
std::string only(std::string_view text, Allowed allowed) {
  std::string kept;
  kept.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), allowed);
  return kept;
}

}  // namespace

std::string cookie_name(std::string_view name, bool secure) {
  return (secure ? "__Host-" : "") + only(name, may_stand_in_name);
}

std::string set_cookie(std::string_view name, std::string_view value, bool secure, CookieOptions const& options) {
  auto text = fmt::format("{}={}; Path=/", cookie_name(name, secure), only(value, may_stand_in_value));
  if (options.max_age) text += fmt::format("; Max-Age={}", std::max<std::int64_t>(0, options.max_age->count()));
  text += "; HttpOnly; SameSite=Lax";
  if (secure) text += "; Secure";
  return text;
}

std::string_view find_cookie(std::string_view cookie_header, std::string_view name) {
  while (!cookie_header.empty()) {
    auto const end = std::min(cookie_header.find(';'), cookie_header.size());
    auto const pair = trimmed(cookie_header.substr(0, end));
    cookie_header.remove_prefix(std::min(end + 1, cookie_header.size()));
    auto const equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    if (trimmed(pair.substr(0, equals)) == name) return trimmed(pair.substr(equals + 1));
  }
  return {};
}

}  // namespace earshot::http
