// The pages of moderation: the queue, deciding, reporting, the public reasons, and what a family's receipt leads to.
#pragma once

#include "moderation/moderation.h"
#include "platform/web/route.h"

namespace earshot::moderation {

web::Answer show_queue(web::Context& context);
web::Answer show_item(web::Context& context, web::FormState const& state, ItemId id);
web::Answer save_decision(web::Context& context, http::Form const& form, ItemId id);
web::Answer show_item_file(web::Context& context, ItemId id);
web::Answer show_raise_item(web::Context& context, web::FormState const& state, ItemId id);
web::Answer raise_item(web::Context& context, http::Form const& form, ItemId id);

web::Answer show_reasons(web::Context& context);
web::Answer show_report(web::Context& context, web::FormState const& state, std::string reference);
web::Answer save_report(web::Context& context, http::Form const& form, std::string reference);
web::Answer show_reported(web::Context& context);
web::Answer show_not_shown(web::Context& context, web::FormState const& state, std::string token);
web::Answer save_plea(web::Context& context, http::Form const& form, std::string token);

/// A reason, in the reader's language.
std::string label(i18n::Translator const& t, Reason reason);

/// What was decided.
std::string label(i18n::Translator const& t, Decision decision);

/// "Half of all decisions took 5 hours or less."
std::string speed(i18n::Translator const& t, std::optional<Milliseconds> median);

}  // namespace earshot::moderation
