// The features that the house has. The only place that knows them all.
#pragma once

#include <vector>

#include "platform/web/feature.h"

namespace earshot::app {

/// Every feature, those that others build on first.
std::vector<web::Feature> features();

}  // namespace earshot::app
