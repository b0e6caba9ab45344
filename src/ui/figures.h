// A few honest figures in a row: how much was said, how much was answered, how long it takes and what is late.
#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::ui {

struct Figure {
  std::string number;    ///< As it is written in the reader's language: t.number(1234), "7 in 10".
  std::string text;      ///< What it counts, so that number and text read as one sentence.
  Url href = {};         ///< Where the figure comes from; no link when empty.
  bool warning = false;  ///< Draws the eye to what is not good enough; the text must say so in words.
};

/// The figures as a list; nothing when there are none.
Html figures(std::vector<Figure> const& figures);

}  // namespace earshot::ui
