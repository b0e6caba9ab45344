// The pages that everybody reads: the list, a page each, the feed.
#pragma once

#include <string>

#include "platform/web/route.h"

namespace earshot::changes {

web::Answer show_changes(web::Context& context);
web::Answer show_change(web::Context& context, std::string reference);
web::Answer show_feed(web::Context& context);

}  // namespace earshot::changes
