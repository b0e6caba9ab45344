// Where things stand, step by step: what is done, what is happening now, what comes next and by when.
#pragma once

#include <string>
#include <vector>

#include "platform/i18n/translator.h"
#include "ui/html/html.h"

namespace earshot::ui {

struct Step {
  enum class State { done, now, next };

  State state = State::next;
  std::string title;      ///< "We read what you said".
  std::string when = {};  ///< "22 November 2026", "by 13 December 2026".
  Html details = {};      ///< What happened, as markup that may stand in a div.
};

/// The steps as a numbered list; each says its state in words ("Done", "Now", "Next") beside its mark.
Html timeline(i18n::Translator const& t, std::vector<Step> const& steps);

}  // namespace earshot::ui
