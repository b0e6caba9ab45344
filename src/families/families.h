// Families' own page: signing in by a link in an e-mail, everything that they said and what became of it, and how they
// are told.
#pragma once

#include "platform/web/feature.h"

namespace earshot::families {

/// The page of a family that is signed in.
inline constexpr web::Permission kOwnPage{"own page"};

web::Feature feature();

}  // namespace earshot::families
