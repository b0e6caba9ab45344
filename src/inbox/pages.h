// The pages of the inbox: the list of what waits, and a voice.
#pragma once

#include "platform/web/route.h"
#include "voices/voices.h"

namespace earshot::inbox {

web::Answer show_inbox(web::Context& context);
web::Answer show_voice(web::Context& context, web::FormState const& state, voices::VoiceId id);
web::Answer save_ask(web::Context& context, http::Form const& form, voices::VoiceId id);

}  // namespace earshot::inbox
