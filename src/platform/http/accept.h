// What the client would like: a language (RFC 4647 lookup on RFC 9110, 12.5.4) and an encoding (12.5.3).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace earshot::http {

/// The language of `offered` that Accept-Language likes best ("cy-GB" matches "cy"); empty when it likes none. Among
/// languages liked the same, the one named first in the header.
std::string_view best_language(std::string_view accept_language, std::span<std::string const> offered);

enum class Encoding { identity, gzip, br };

/// The best of brotli, gzip and none that Accept-Encoding allows; of those liked the same, the smaller answer.
Encoding best_encoding(std::string_view accept_encoding);

}  // namespace earshot::http
