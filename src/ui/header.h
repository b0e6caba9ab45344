// The top of every page: whose it is, the languages, the size of the text, and who is signed in. For the frame alone.
#pragma once

#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// The row above the navigation.
Html header_row(web::Context const& context);

}  // namespace earshot::ui
