// Pages about Earshot itself: who runs it, privacy, accessibility, other ways to tell us, and a worker's first page.
#pragma once

#include "platform/web/feature.h"

namespace earshot::about {

web::Feature feature();

}  // namespace earshot::about
