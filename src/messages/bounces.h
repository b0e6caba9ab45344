// Taking in what mail servers send back.
#pragma once

#include "platform/web/feature.h"

namespace earshot::messages {

/// `earshot import bounces FILE`: the message of the report has failed for good.
web::Import bounces_import();

}  // namespace earshot::messages
