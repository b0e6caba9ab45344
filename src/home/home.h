// The front page: what do you want to say, how is it going, what changed because of us.
#pragma once

#include "platform/web/feature.h"

namespace earshot::home {

web::Feature feature();

}  // namespace earshot::home
