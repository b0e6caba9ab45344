// What somebody said, and what a service answers to it, in full.
#pragma once

#include <string>
#include <string_view>

#include "ui/html/html.h"

namespace earshot::ui {

/// Words as somebody said them: a quotation in its own language and direction. `language` is an html lang.
Html words(std::string_view text, std::string_view language);

struct AnswerPanel {
  std::string kind;     ///< "done", "will", "broken" or "cannot".
  std::string heading;  ///< "We will, by 31 March".
  std::string text;
  std::string by;  ///< "Play and Childcare Team, 14 November".
};

/// An answer, coloured by its kind and saying it in words too.
Html answer_panel(AnswerPanel const& answer);

}  // namespace earshot::ui
