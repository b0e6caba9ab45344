// Whether a form was sent from a page of this site and belongs to the visit that sent it.
#pragma once

#include "platform/web/context.h"

namespace earshot::web {

/// The name of the hidden field that carries Context::csrf_token().
inline constexpr std::string_view kTokenField = "csrf";

/// What Origin and Sec-Fetch-Site say. A browser too old to send either passes: the token is still asked for.
bool from_this_site(Context const& context);

/// Whether the form carries the token of its visit. The first form of a visit has neither visit nor token and passes:
/// there is nothing yet that another site could make use of.
bool has_token(Context const& context);

}  // namespace earshot::web
