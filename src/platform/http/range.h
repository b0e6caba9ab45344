// A part of what is kept whole: what a player asks for before it plays a recording (RFC 9110, section 14).
#pragma once

#include <string_view>

#include "platform/http/message.h"

namespace earshot::http {

/// `whole` as it answers a request with this Range header: 206 with the part that was asked for, 416 when there is no
/// such part. Without a header, and for one that cannot be read or asks for several parts, `whole` itself, which says
/// that parts may be asked for.
Response ranged(Response whole, std::string_view range);

}  // namespace earshot::http
