// The pages of asks: what the people who answer work with.
#pragma once

#include "asks/asks.h"
#include "platform/web/route.h"

namespace earshot::asks {

web::Answer show_open_asks(web::Context& context);
web::Answer show_ask(web::Context& context, AskId id);
web::Answer show_answer_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer save_answer(web::Context& context, http::Form const& form, AskId id);
web::Answer show_publish_form(web::Context& context, web::FormState const& state, AskId id);
web::Answer publish_answer(web::Context& context, http::Form const& form, AskId id);

}  // namespace earshot::asks
