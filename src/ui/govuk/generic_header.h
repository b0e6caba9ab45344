#pragma once

#include <string>
#include <string_view>

#include "ui/html/html.h"

namespace earshot::govuk {

struct GenericHeaderOptions {
  Html logo_text;
  Url url = "/";
  std::string container_classes = "govuk-width-container";
  std::string classes;
  Attributes attributes;
};

/// The strip at the top of every page: the logo or name, which leads home. It carries no brand of its own.
Html generic_header(GenericHeaderOptions const& options);

/// The same markup under another class prefix and with an address that has not been checked; `header` is made of it.
Html header_under(std::string_view prefix, std::string_view home, GenericHeaderOptions const& options);

}  // namespace earshot::govuk
