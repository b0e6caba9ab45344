// The pages of voices: saying something, and following it.
#pragma once

#include "platform/web/route.h"
#include "voices/rules.h"
#include "voices/voices.h"

namespace earshot::voices {

web::Answer show_words(web::Context& context, web::FormState const& state);
web::Answer save_words(web::Context& context, http::Form const& form);
web::Answer show_about(web::Context& context, web::FormState const& state);
web::Answer save_about(web::Context& context, http::Form const& form);
web::Answer show_speaker(web::Context& context, web::FormState const& state);
web::Answer save_speaker(web::Context& context, http::Form const& form);
web::Answer show_wish(web::Context& context, web::FormState const& state);
web::Answer save_wish(web::Context& context, http::Form const& form);
web::Answer show_may_show(web::Context& context, web::FormState const& state);
web::Answer save_may_show(web::Context& context, http::Form const& form);
web::Answer show_check(web::Context& context, web::FormState const& state);
web::Answer send(web::Context& context, http::Form const& form);

web::Answer show_received(web::Context& context, std::string token);
web::Answer show_receipt(web::Context& context, std::string token);

/// The speakers in the order they are offered.
std::vector<Speaker> const& speakers();

}  // namespace earshot::voices
