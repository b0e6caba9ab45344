// What all pages of administration have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/db/transaction.h"
#include "platform/web/context.h"
#include "platform/web/route.h"
#include "ui/html/html.h"

namespace earshot::administration {

/// Writes into the record what the viewer did: by ids and references, never with words that people wrote.
void note(db::Transaction& tx, web::Context const& context, std::string_view action, std::string const& subject,
          std::string const& detail = {});

/// A page of administration: its heading, its frame, and the way back.
struct Frame {
  std::string title;
  std::string back = "/administration";  ///< Empty on the first page.
  std::vector<Problem> problems = {};
  bool wide = false;
};
http::Response framed(web::Context const& context, Frame const& frame, Html const& content);

/// Goes on to `path` when a change was made, or gives its refusal.
web::Answer then_go(Result<void> const& changed, std::string_view path);

/// The tag of what is open or closed.
Html standing(web::Context const& context, std::optional<Time> closed_at);

/// A page that asks whether to close something, or to open it again: its name, what follows, and a button.
struct Closing {
  std::string name;
  std::string action;  ///< Where the form is sent.
  std::string back;
  bool closed = false;        ///< It is closed, so the page offers to open it.
  std::string close_follows;  ///< What closing it means, translated.
  std::string open_follows;
};
http::Response closing_page(web::Context const& context, web::FormState const& state, Closing const& closing);

/// "3" of an id.
template <class Tag>
std::string number(Id<Tag> id) {
  return std::to_string(id.value);
}

}  // namespace earshot::administration
