// The pages that everybody reads, and those on which services tell of what they did.
#pragma once

#include <string>

#include "changes/query.h"
#include "changes/telling.h"
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

web::Answer show_telling(web::Context& context);
web::Answer show_new_telling(web::Context& context, web::FormState const& state);
web::Answer save_new_telling(web::Context& context, http::Form const& form);
web::Answer show_told(web::Context& context, web::FormState const& state, ToldId id);
web::Answer save_told(web::Context& context, http::Form const& form, ToldId id);
web::Answer show_publish_told(web::Context& context, web::FormState const& state, ToldId id);
web::Answer publish_told(web::Context& context, http::Form const& form, ToldId id);

/// What was chosen, each with a link that lets go of it; nothing when nothing was.
Html chips(web::Context const& context, Query const& query);

/// The cards of changes; an empty state that helps when there is none.
Html cards(web::Context const& context, std::vector<Change> const& changes);

}  // namespace earshot::changes
