// Administration: where a county keeps its agencies and services, its lists, its working days, its rules and its own
// words, looks into the record, and tries again what failed. Everything that is changed here goes into the record.
#pragma once

#include "platform/web/feature.h"

namespace earshot::administration {

/// Keeping the house.
inline constexpr web::Permission kAdminister{"administer"};

web::Feature feature();

}  // namespace earshot::administration
