// The pages of families that sign in.
#pragma once

#include "platform/web/route.h"

namespace earshot::families {

web::Answer show_sign_in(web::Context& context, web::FormState const& state);
web::Answer send_link(web::Context& context, http::Form const& form);
web::Answer show_sent(web::Context& context);
web::Answer show_enter(web::Context& context, web::FormState const& state, std::string token);
web::Answer enter(web::Context& context, http::Form const& form, std::string token);

web::Answer show_own_page(web::Context& context);
web::Answer show_preferences(web::Context& context, web::FormState const& state);
web::Answer save_preferences(web::Context& context, http::Form const& form);
web::Answer show_leave(web::Context& context, web::FormState const& state);
web::Answer leave(web::Context& context, http::Form const& form);

}  // namespace earshot::families
