// The pages that everybody reads.
#pragma once

#include <string>

#include "changes/query.h"
#include "platform/web/route.h"

namespace earshot::changes {

web::Answer show_changes(web::Context& context);
web::Answer show_change(web::Context& context, std::string reference);
web::Answer show_feed(web::Context& context);
web::Answer show_sheet(web::Context& context);
web::Answer show_county_poster(web::Context& context);

web::Answer show_services(web::Context& context);
web::Answer show_service(web::Context& context, std::string slug);
web::Answer show_service_poster(web::Context& context, std::string slug);

/// What was chosen, each with a link that lets go of it; nothing when nothing was.
Html chips(web::Context const& context, Query const& query);

/// The cards of changes; an empty state that helps when there is none.
Html cards(web::Context const& context, std::vector<Change> const& changes);

}  // namespace earshot::changes
