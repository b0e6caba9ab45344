// The pages of accounts: signing in and out, links that were sent, and one's own account.
#pragma once

#include "people/people.h"
#include "platform/web/route.h"

namespace earshot::people {

web::Answer show_sign_in(web::Context& context, web::FormState const& state);
web::Answer do_sign_in(web::Context& context, http::Form const& form);
web::Answer show_sign_out(web::Context& context, web::FormState const& state);
web::Answer do_sign_out(web::Context& context, http::Form const& form);

/// After the password: the code, or setting one up where the operator requires it.
web::Answer show_code(web::Context& context, web::FormState const& state);
web::Answer give_code(web::Context& context, http::Form const& form);
web::Answer show_required_factor(web::Context& context, web::FormState const& state);
web::Answer save_required_factor(web::Context& context, http::Form const& form);

/// To an agency's own sign-in, and back.
web::Answer go_to_agency(web::Context& context);
web::Answer come_back_from_agency(web::Context& context);

web::Answer show_forgotten(web::Context& context, web::FormState const& state);
web::Answer send_reset(web::Context& context, http::Form const& form);
web::Answer show_reset_sent(web::Context& context);
web::Answer show_new_password(web::Context& context, web::FormState const& state, std::string token);
web::Answer save_new_password(web::Context& context, http::Form const& form, std::string token);
web::Answer show_invitation(web::Context& context, web::FormState const& state, std::string token);
web::Answer accept_invitation(web::Context& context, http::Form const& form, std::string token);

web::Answer show_account(web::Context& context, web::FormState const& state);
web::Answer end_sign_ins(web::Context& context, http::Form const& form);
web::Answer show_change_password(web::Context& context, web::FormState const& state);
web::Answer change_password(web::Context& context, http::Form const& form);
web::Answer show_language(web::Context& context, web::FormState const& state);
web::Answer save_language(web::Context& context, http::Form const& form);
web::Answer show_second_factor(web::Context& context, web::FormState const& state);
web::Answer save_second_factor(web::Context& context, http::Form const& form);
web::Answer show_new_recovery_codes(web::Context& context, web::FormState const& state);
web::Answer make_new_recovery_codes(web::Context& context, http::Form const& form);

}  // namespace earshot::people
