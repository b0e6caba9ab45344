// The pages of safeguarding: raising a voice, reading first what was flagged, and the cases, which leads alone see.
#pragma once

#include "attachments/attachments.h"
#include "platform/web/route.h"
#include "safeguarding/safeguarding.h"
#include "safeguarding/store.h"

namespace earshot::safeguarding {

web::Answer show_raise_voice(web::Context& context, web::FormState const& state, voices::VoiceId id);
web::Answer raise_voice(web::Context& context, http::Form const& form, voices::VoiceId id);
web::Answer show_raise_ask(web::Context& context, web::FormState const& state, asks::AskId id);
web::Answer raise_ask(web::Context& context, http::Form const& form, asks::AskId id);
web::Answer show_raised(web::Context& context);

web::Answer show_read_first(web::Context& context, web::FormState const& state, voices::VoiceId id);
web::Answer save_read_first(web::Context& context, http::Form const& form, voices::VoiceId id);

web::Answer show_cases(web::Context& context);
web::Answer show_case(web::Context& context, web::FormState const& state, std::string reference);
web::Answer save_note(web::Context& context, http::Form const& form, std::string reference);
web::Answer show_file(web::Context& context, std::string reference, attachments::AttachmentId id);
web::Answer show_handover_note(web::Context& context, std::string reference);

web::Answer show_hand_over(web::Context& context, web::FormState const& state, std::string reference);
web::Answer save_hand_over(web::Context& context, http::Form const& form, std::string reference);
web::Answer show_decide(web::Context& context, web::FormState const& state, std::string reference);
web::Answer save_decision(web::Context& context, http::Form const& form, std::string reference);
web::Answer show_reach(web::Context& context, web::FormState const& state);
web::Answer save_reach(web::Context& context, http::Form const& form);

/// How it stands with a case, in the reader's language.
std::string label(i18n::Translator const& t, State state);

/// What was done.
std::string label(i18n::Translator const& t, LogEntry const& entry);

/// To whom it was handed over.
std::string label(i18n::Translator const& t, Handover const& handover);

/// The address of a case's page.
std::string address(Case const& found, std::string_view below = {});

}  // namespace earshot::safeguarding
