// What to say when the server itself refuses a request.
#pragma once

#include "platform/base/result.h"

namespace earshot::web {

/// The sentence for a status that comes from the server rather than from a page (400, 408, 413, 431, 503 …).
Message wire_message(int status);

}  // namespace earshot::web
