#include "platform/web/preferences.h"

#include <algorithm>

#include "platform/http/accept.h"
#include "platform/http/cookie.h"
#include "platform/http/forms.h"
#include "platform/web/route.h"

namespace earshot::web {
namespace {

constexpr std::string_view kLanguage = "language";
constexpr std::string_view kText = "text";
constexpr std::string_view kLarge = "large";
constexpr std::string_view kUsual = "usual";
constexpr auto kRemembered = std::chrono::hours{24 * 365};
constexpr std::size_t kLongestValueKept = 100;

std::vector<std::string> const& language_codes() {
  static std::vector<std::string> const codes = [] {
    std::vector<std::string> all;
    for (auto const& language : i18n::languages()) all.emplace_back(language.code);
    return all;
  }();
  return codes;
}

bool is_language(std::string_view code) {
  return std::find(language_codes().begin(), language_codes().end(), code) != language_codes().end();
}

/// The cookies of a choice carry no secret and are read on any connection, so they do without the __Host- prefix.
std::string_view chosen(http::Request const& request, std::string_view name) {
  return http::find_cookie(request.headers.get("Cookie"), name);
}

/// Keeps what was chosen, and is a choice there is, in cookies.
void remember(Context& context, std::string_view language, std::string_view text) {
  auto const keep = [&](std::string_view name, std::string_view value) {
    auto cookie = http::set_cookie(name, value, false, {.max_age = kRemembered});
    if (context.request.secure) cookie += "; Secure";
    context.cookies.push_back(std::move(cookie));
  };
  if (is_language(language)) keep(kLanguage, language);
  if (text == kLarge || text == kUsual) keep(kText, text);
}

std::string without_choice(http::Request const& request) {
  http::Fields rest;
  for (auto const& [name, value] : request.query)
    if (name != kLanguage && name != kText) rest.add(name, value);
  std::string path;
  for (std::string_view left = request.path; !left.empty();) {
    auto const end = std::min(left.find('/', 1), left.size());
    path += '/';
    path += http::percent_encoded(left.substr(1, end - 1));
    left.remove_prefix(end);
  }
  // A browser takes two slashes at the beginning for the name of another host.
  if (auto const first = path.find_first_not_of('/'); first != std::string::npos) path.erase(0, first - 1);
  return rest.empty() ? path : path + "?" + http::to_urlencoded(rest);
}

}  // namespace

Preferences preferences_of(http::Request const& request) {
  Preferences preferences;
  preferences.large_text = chosen(request, kText) == kLarge;
  auto language = chosen(request, kLanguage);
  if (!is_language(language)) language = http::best_language(request.headers.get("Accept-Language"), language_codes());
  preferences.language = i18n::language(language).code;
  return preferences;
}

std::optional<http::Response> preference_chosen(Context& context) {
  auto const& request = context.request;
  auto const language = request.query.get(kLanguage);
  auto const text = request.query.get(kText);
  auto const reads = request.method == http::Method::get || request.method == http::Method::head;
  if (!reads || (language.empty() && text.empty())) return std::nullopt;
  remember(context, language, text);
  return go_to(without_choice(request));
}

bool preference_switched(Context& context, std::string_view time_zone) {
  auto const& fields = context.request.form.fields;
  auto const language = fields.get(kSwitchLanguage);
  auto const text = fields.get(kSwitchText);
  if (language.empty() && text.empty()) return false;
  remember(context, language, text);
  if (is_language(language)) context.t = i18n::Translator(i18n::language(language), time_zone);
  if (!text.empty()) context.large_text = text == kLarge;
  return true;
}

std::string memory_key(http::Request const& request) {
  auto const preferences = preferences_of(request);
  std::string key(request.target);
  key += preferences.large_text ? "\nlarge\n" : "\n\n";
  key += preferences.language;
  // A feed names its own address, by the host it was asked under: who makes one up sees it alone.
  key += request.secure ? "\nhttps://" : "\nhttp://";
  key += request.headers.get("Host");
  return key;
}

bool may_be_kept(http::Request const& request, std::vector<std::string> const& known) {
  return std::all_of(request.query.begin(), request.query.end(), [&](auto const& field) {
    auto const& [name, value] = field;
    auto const is_known = std::find(known.begin(), known.end(), name) != known.end();
    return value.empty() || (is_known && value.size() <= kLongestValueKept);
  });
}

}  // namespace earshot::web
