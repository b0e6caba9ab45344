// Queries and urlencoded forms, by the parse rules of the WHATWG URL standard (section 5.1), strict about UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "platform/http/message.h"

namespace earshot::http {

/// Fields, and why some of them could not be read. A field with broken UTF-8 or a NUL is kept without those bytes.
struct ParsedFields {
  Fields fields;
  std::optional<Message> bad_input;
};

/// Reads "name=value&name=value", from a query (without its "?") or a body. More than `most_fields` are not kept.
ParsedFields parse_urlencoded(std::string_view text, std::size_t most_fields = 10'000);

/// Writes fields the way `parse_urlencoded` reads them, for links and tests.
std::string to_urlencoded(Fields const& fields);

/// Replaces %XX by its byte; a "%" that begins no such triple stays. "+" stays "+".
std::string percent_decoded(std::string_view text);

/// Percent-encodes everything but letters, digits and "-._~", for one segment of a path or one value of a query.
std::string percent_encoded(std::string_view text);

/// True when `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

/// What of `text` may be kept: ill-formed sequences become U+FFFD, NUL bytes are left out.
std::string readable(std::string_view text);

/// Reads the path of a request target: decoded and checked. Nothing when it does not begin with "/", is broken UTF-8,
/// holds a NUL, an encoded slash or a backslash, or has a dot segment.
std::optional<std::string> parse_path(std::string_view raw_path);

}  // namespace earshot::http
