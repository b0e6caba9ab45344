// The pages by which a worker or a representative records for somebody else, and sees what became of it.
#pragma once

#include "inbox/recording.h"
#include "platform/web/route.h"
#include "ui/html/html.h"

namespace earshot::inbox {

web::Answer show_record(web::Context& context, web::FormState const& state);
web::Answer save_record(web::Context& context, http::Form const& form);
web::Answer show_recorded(web::Context& context);
web::Answer show_recorded_voice(web::Context& context, voices::VoiceId id);

/// What is to be checked before it is stored: a summary, and the form that sends `fields` on.
http::Response check_page(web::Context const& context, Recorded const& recorded, Choices const& choices,
                          http::Fields const& fields);

}  // namespace earshot::inbox
