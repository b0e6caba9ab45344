// The top of every page: whose it is, the languages, the size of the text, and who is signed in. For the frame alone.
#pragma once

#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// The row above the navigation. The choices of language and text size send the form `keeps_form` along, so that what
/// was typed stands in the page they lead to; they are links when it is empty.
Html header_row(web::Context const& context, std::string_view keeps_form);

}  // namespace earshot::ui
