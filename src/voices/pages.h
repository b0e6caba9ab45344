// The pages of voices: saying something, following it, and what a worker does with it.
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

web::Answer show_inbox(web::Context& context);
web::Answer show_voice(web::Context& context, web::FormState const& state, VoiceId id);
web::Answer save_ask(web::Context& context, http::Form const& form, VoiceId id);

/// Who is speaking, in the reader's language.
std::string label(i18n::Translator const& t, Speaker speaker);

/// Whether the words may be shown, in the reader's language.
std::string label(i18n::Translator const& t, MayShow may_show);

/// The speakers in the order they are offered.
std::vector<Speaker> const& speakers();

}  // namespace earshot::voices
