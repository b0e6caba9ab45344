// The frame around every page: head, header with languages and sign-in, navigation, error summary, content, footer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/http/message.h"
#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::ui {

struct PageOptions {
  std::string title;  ///< Translated. Becomes "title – place", with "Error: " before it when there are problems.
  std::optional<Url> back = {};          ///< A back link above the content.
  std::vector<Problem> problems = {};    ///< Shown as an error summary, each linked to the field of that id.
  std::optional<std::string> feed = {};  ///< The address of an Atom feed to be announced.
  bool wide = false;                     ///< The full measure (1080 px) instead of two thirds.
  bool index = true;                     ///< Whether search engines may keep it. False for receipts and workers' pages.
  int status = 200;                      ///< Of the response; platform/web makes it 422 when a form is refused.
  std::string description = {};          ///< For search engines and previews; a sentence on the platform when empty.
  /// The id of the form whose typed text the choices of language and text size take along; none when empty.
  std::string keeps_form = {};
  bool exit = false;  ///< "Exit this page" above the content, for people who may be watched.
  Html before = {};   ///< Over the full width, between navigation and content: the front page's question.
};

/// The whole page, as an answer to the request.
http::Response page(web::Context const& context, PageOptions const& options, Html const& content);

/// The start of a form that posts to `action`, with its hidden csrf field, around `content`. `id` names it for
/// PageOptions::keeps_form.
Html form(web::Context const& context, Url const& action, Html const& content, std::string_view id = {});

/// The same for a form that sends files (multipart/form-data).
Html form_with_files(web::Context const& context, Url const& action, Html const& content);

}  // namespace earshot::ui
