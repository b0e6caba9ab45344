// Lists that go over several pages: ?page=2.
#pragma once

#include "platform/http/message.h"
#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// The page that the address asks for; 1 when it asks for none or for something that is no page.
int page_number(http::Fields const& query);

/// Links to the pages before and after `current` of `pages`, keeping the rest of the query; nothing when there is one.
Html pager(web::Context const& context, int current, int pages);

}  // namespace earshot::ui
