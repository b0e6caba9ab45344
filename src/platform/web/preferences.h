// How a person likes to read: the language and the size of the text, chosen by a link that works everywhere and
// without JavaScript ("?language=cy", "?text=large") and remembered in a cookie.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"
#include "platform/web/context.h"

namespace earshot::web {

struct Preferences {
  std::string_view language;  ///< A code of i18n::languages().
  bool large_text = false;
};

/// From the cookies; the language otherwise from Accept-Language, otherwise English.
Preferences preferences_of(http::Request const& request);

/// When the address carries a choice: remembers it and sends the browser to the same page without it.
std::optional<http::Response> preference_chosen(Context& context);

/// The names of buttons that send a form only to see its page again, with what was typed, in another language or size.
inline constexpr std::string_view kSwitchLanguage = "switch-language";
inline constexpr std::string_view kSwitchText = "switch-text";

/// When a form was sent by such a button: takes the choice over into the context and remembers it. What was typed must
/// then be shown again and nothing be done with it.
bool preference_switched(Context& context, std::string_view time_zone);

/// What tells the versions of a public page apart: address, language, text size, host.
std::string memory_key(http::Request const& request);

/// Whether the page at this address may be kept in memory: one whose query has none but `known` fields, each short.
/// What people type or make up has no end, and would push out what everybody reads.
bool may_be_kept(http::Request const& request, std::vector<std::string> const& known);

}  // namespace earshot::web
