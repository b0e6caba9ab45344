#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct TagOptions {
  Html text;
  std::string classes;
  Attributes attributes;
};

/// The status of something in a word or two: "Late", "Answered".
Html tag(TagOptions const& options);

}  // namespace earshot::govuk
