// What was said and what became of it, side by side: "You said … We did it | We will, by 31 March | We can't, and here
// is why". The colour follows the kind of answer; the words always say it too.
#pragma once

#include <string>
#include <vector>

#include "platform/i18n/translator.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// Everything on it is text in the reader's language already, except `words`, which are as somebody said them.
struct ChangeCard {
  std::string said = {};            ///< The small heading over the words; "You said" when empty.
  std::string words;                ///< What was said, or a worker's summary of it.
  std::string words_note = {};      ///< Whose words they are, when it must be told: "In a worker's words".
  std::string words_language = {};  ///< The html lang of the words, when it is not the page's: "ur".
  std::string meta = {};            ///< "38 families asked this, in Brackenford and Thornley".
  std::string kind = {};            ///< "done", "will", "broken" or "cannot"; empty while there is no answer.
  std::string heading = {};         ///< "We did it", "We will, by 31 March"; made from the kind when empty.
  Html text = {};                   ///< The answer.
  std::string by = {};              ///< "Play and Childcare Team, 14 November".
  Url href = {};                    ///< Where all of it can be read; no link when empty.
  std::string link_text = {};       ///< "Read it all" when empty.
};

/// One card, an article.
Html change_card(i18n::Translator const& t, ChangeCard const& card);

/// Cards in a list, two side by side where there is room.
Html change_cards(i18n::Translator const& t, std::vector<ChangeCard> const& cards);

}  // namespace earshot::ui
