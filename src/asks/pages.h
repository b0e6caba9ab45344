// The pages of asks: what the people who answer work with.
#pragma once

#include "asks/asks.h"
#include "platform/web/route.h"

namespace earshot::asks {

web::Answer show_open_asks(web::Context& context);
web::Answer show_ask(web::Context& context, AskId id);
web::Answer show_clock_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer save_clock(web::Context& context, http::Form const& form, AskId id);
web::Answer show_answer_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer save_answer(web::Context& context, http::Form const& form, AskId id);
web::Answer show_publish_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer publish_answer(web::Context& context, http::Form const& form, AskId id);

web::Answer show_look_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer save_look(web::Context& context, http::Form const& form, AskId id);
web::Answer show_return_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer save_return(web::Context& context, http::Form const& form, AskId id);

web::Answer show_support(web::Context& context, web::FormState const& state, std::string reference);
web::Answer save_support(web::Context& context, http::Form const& form, std::string reference);
web::Answer show_supported(web::Context& context, std::string reference);

}  // namespace earshot::asks
