// The inbox: what workers do with what came in.
#pragma once

#include "platform/web/feature.h"

namespace earshot::inbox {

web::Feature feature();

}  // namespace earshot::inbox
