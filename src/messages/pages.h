#pragma once

#include "messages/messages.h"
#include "platform/web/route.h"

namespace earshot::messages {

/// One button that stops messages, or starts them again; by a link that stands in each of them.
web::Answer show_stop(web::Context& context, web::FormState const& state, std::string const& link);
web::Answer do_stop(web::Context& context, http::Form const& form, std::string const& link);

/// What GOV.UK Notify tells us of a message that it has.
web::Answer take_callback(web::Context& context, http::Form const& form, web::PathValues const& values);

/// What would have been sent, in a demonstration.
web::Answer show_outbox(web::Context& context);
web::Answer show_message(web::Context& context, MessageId id);

}  // namespace earshot::messages
