#pragma once

#include <string>

#include "ui/govuk/tag.h"
#include "ui/html/html.h"

namespace earshot::govuk {

/// `tag` says the phase ("Beta"); of its options, text and classes are used.
struct PhaseBannerOptions {
  Html text;
  TagOptions tag;
  std::string classes;
  Attributes attributes;
};

/// The strip that says that the service is still being worked on.
Html phase_banner(PhaseBannerOptions const& options);

}  // namespace earshot::govuk
