// Cookies: read from Cookie, written as Set-Cookie (RFC 6265bis).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace earshot::http {

struct CookieOptions {
  std::optional<std::chrono::seconds> max_age;  ///< none: until the browser is closed; zero: forget it now
};

/// The name a cookie goes by: "__Host-name" on TLS, where nobody but this very host can set it, else "name".
std::string cookie_name(std::string_view name, bool secure);

/// The text of a Set-Cookie header: HttpOnly, SameSite=Lax, Path=/, on TLS also Secure and the __Host- prefix. Bytes
/// that may not stand in a cookie's name or value are left out.
std::string set_cookie(std::string_view name, std::string_view value, bool secure, CookieOptions const& options = {});

/// The value of `name` in a Cookie header, empty when there is none. The first one counts.
std::string_view find_cookie(std::string_view cookie_header, std::string_view name);

}  // namespace earshot::http
