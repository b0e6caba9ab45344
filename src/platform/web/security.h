// The headers that keep a page to itself, and files that are sent for good.
#pragma once

#include <optional>

#include "platform/http/message.h"

namespace earshot::web {

/// Adds Content-Security-Policy and the other headers that every answer carries.
void add_security_headers(http::Headers& headers, bool secure);

/// The style, script, font or picture at the request's path, in the encoding that the client likes best.
std::optional<http::Response> asset_response(http::Request const& request);

}  // namespace earshot::web
