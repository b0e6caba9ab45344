#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// One step. A step without `href` is the page that is being read.
struct Breadcrumb {
  Html text;
  Url href;
  Attributes attributes;
};

struct BreadcrumbsOptions {
  std::vector<Breadcrumb> items;
  std::string classes;
  bool collapse_on_mobile = false;
  Attributes attributes;
  std::string label_text = "Breadcrumb";
};

/// The way down to this page, from the front page on.
Html breadcrumbs(BreadcrumbsOptions const& options);

}  // namespace earshot::govuk
