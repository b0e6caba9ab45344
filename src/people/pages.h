// Signing in and out.
#pragma once

#include "platform/web/route.h"

namespace earshot::people {

web::Answer show_sign_in(web::Context& context, web::FormState const& state);
web::Answer do_sign_in(web::Context& context, http::Form const& form);
web::Answer show_sign_out(web::Context& context, web::FormState const& state);
web::Answer do_sign_out(web::Context& context, http::Form const& form);

}  // namespace earshot::people
