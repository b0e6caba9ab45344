// The pages of voices: saying something, and following it.
#pragma once

#include "attachments/attachments.h"
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
web::Answer show_place(web::Context& context, web::FormState const& state);
web::Answer save_place(web::Context& context, http::Form const& form);
web::Answer show_told(web::Context& context, web::FormState const& state);
web::Answer save_told(web::Context& context, http::Form const& form);
web::Answer show_files(web::Context& context, web::FormState const& state);
web::Answer save_files(web::Context& context, http::Form const& form);
web::Answer show_file(web::Context& context, web::FormState const& state, attachments::AttachmentId id);
web::Answer remove_file(web::Context& context, http::Form const& form, attachments::AttachmentId id);
web::Answer show_file_content(web::Context& context, attachments::AttachmentId id);
web::Answer show_leaving(web::Context& context);
web::Answer show_forgetting(web::Context& context, web::FormState const& state);
web::Answer forget(web::Context& context, http::Form const& form);
web::Answer show_check(web::Context& context, web::FormState const& state);
web::Answer send(web::Context& context, http::Form const& form);

web::Answer show_feeling(web::Context& context, web::FormState const& state);
web::Answer save_feeling(web::Context& context, http::Form const& form);
web::Answer show_pictures(web::Context& context, web::FormState const& state);
web::Answer save_pictures(web::Context& context, http::Form const& form);
web::Answer show_child_words(web::Context& context, web::FormState const& state);
web::Answer save_child_words(web::Context& context, http::Form const& form);

web::Answer show_received(web::Context& context, std::string token);
web::Answer show_receipt(web::Context& context, std::string token);
web::Answer show_adding(web::Context& context, web::FormState const& state, std::string token);
web::Answer save_adding(web::Context& context, http::Form const& form, std::string token);
web::Answer show_verdict(web::Context& context, web::FormState const& state, std::string token, std::string ask);
web::Answer save_verdict(web::Context& context, http::Form const& form, std::string token, std::string ask);
web::Answer show_telling(web::Context& context, web::FormState const& state, std::string token);
web::Answer save_telling(web::Context& context, http::Form const& form, std::string token);
web::Answer show_withdrawing(web::Context& context, web::FormState const& state, std::string token);
web::Answer save_withdrawing(web::Context& context, http::Form const& form, std::string token);

/// The speakers in the order they are offered.
std::vector<Speaker> const& speakers();

}  // namespace earshot::voices
