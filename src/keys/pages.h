// The page on which a person reads what the keys do, and turns them off or on.
#pragma once

#include "platform/web/route.h"

namespace earshot::keys {

inline constexpr char const* kPath = "/account/keys";

web::Answer show_keys(web::Context& context, web::FormState const& state);
web::Answer save_keys(web::Context& context, http::Form const& form);

}  // namespace earshot::keys
