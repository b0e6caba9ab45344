// What is wrong with an answer, shown beside its field.
#pragma once

#include <string>
#include <string_view>

#include "ui/html/html.h"

namespace earshot::govuk {

struct ErrorMessageOptions {
  Html text;
  std::string id;                              ///< a component that has an error message sets it itself
  std::string visually_hidden_text = "Error";  ///< read out before the text, in the page's language
  std::string classes;
  Attributes attributes;
};

/// The error message.
Html error_message(ErrorMessageOptions const& options);

/// The same with this id, whatever the options say.
Html error_message(ErrorMessageOptions const& options, std::string_view id);

}  // namespace earshot::govuk
