// What the platform itself brings to the house: its tables and its jobs.
#pragma once

#include "platform/web/feature.h"

namespace earshot::app {

web::Feature ground();

}  // namespace earshot::app
