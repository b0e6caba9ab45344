// Asking another machine over HTTP: a provider that sends messages, an agency's own sign-in. Within limits of time and
// size, over TLS that is verified; plain HTTP goes to this machine alone, for tests and proxies beside us.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "platform/base/time.h"
#include "platform/http/message.h"

namespace earshot::fetch {

struct Call {
  http::Method method = http::Method::get;  ///< GET, HEAD or POST.
  std::string url;                          ///< https://…, or http:// and a loopback host.
  http::Headers headers = {};               ///< Content-Type, Authorization …
  std::string body = {};                    ///< Of a POST.
  Milliseconds time_limit{10'000};          ///< For all of it, from the name to the last byte.
  std::size_t size_limit = 1024 * 1024;     ///< Of the answer's body, in bytes.
  std::string trusted = {};                 ///< A PEM file of certificates to trust instead of the system's.
};

/// Whatever the other side answered: any status, a redirect too, which is not followed.
struct Reply {
  int status = 0;
  http::Headers headers;
  std::string body;
};

/// Why there is no answer.
struct Failure {
  enum class Kind {
    refused,      ///< We would not ask: no address that can be read, or one without TLS.
    unreachable,  ///< No such host, nobody listens, or it went away in the middle.
    not_trusted,  ///< Its certificate is not in order.
    too_slow,
    too_large,
  };
  Kind kind = Kind::unreachable;
  std::string why;  ///< For the log: no body, no header and no query in it.
};

/// Asks and waits for the answer; for a thread that may block. Throws only when libcurl cannot be started.
tl::expected<Reply, Failure> ask(Call const& call);

/// The value as it stands in a query or a form (application/x-www-form-urlencoded).
std::string encoded(std::string_view value);

}  // namespace earshot::fetch
