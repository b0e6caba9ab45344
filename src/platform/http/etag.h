// ETags and the question whether the client already has a page (RFC 9110, sections 8.8.3 and 13.1.2).
#pragma once

#include <string>
#include <string_view>

namespace earshot::http {

/// A strong ETag of these bytes, with its quotes. A fast hash of 128 bits: for telling pages apart, not for secrets.
std::string etag_of(std::string_view bytes);

/// True when If-None-Match names `etag` (a list, weak or not, or "*"), so that 304 is the answer.
bool none_match_hits(std::string_view if_none_match, std::string_view etag);

}  // namespace earshot::http
