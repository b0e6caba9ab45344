// The calm page for what cannot be shown.
#pragma once

#include <vector>

#include "platform/web/context.h"

namespace earshot::app {

/// A page with `status`, saying what happened and where to go from here.
http::Response error_page(web::Context const& context, int status, std::vector<Problem> const& problems);

}  // namespace earshot::app
