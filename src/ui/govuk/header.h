#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

/// `logo` is given by the caller: the GOV.UK logo belongs to the Crown and is not part of this program, whose own pages
/// use `generic_header`. An empty `homepage_url` is GOV.UK itself.
struct HeaderOptions {
  Html logo;
  Url homepage_url;
  Html product_name;
  std::string container_classes = "govuk-width-container";
  std::string classes;
  Attributes attributes;
};

/// The header of GOV.UK, for a service that stands on that domain.
Html header(HeaderOptions const& options);

}  // namespace earshot::govuk
