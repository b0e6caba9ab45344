#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

struct FooterLink {
  Html text;
  Url href;
  Attributes attributes;
};

/// `title` is read by screen readers only; `text` stands under the links.
struct FooterMeta {
  Html visually_hidden_title = "Support links";
  Html text;
  std::vector<FooterLink> items;
};

/// A column of links. `width` ends a grid class ("two-thirds"); `columns` 0 is one column, unsaid.
struct FooterNavigation {
  Html title;
  int columns = 0;
  std::string width = "full";
  std::vector<FooterLink> items;
};

/// `crown` and `licence_logo` are given by the caller: the Crown's marks are not part of this program. An empty
/// `content_licence` is the Open Government Licence in English, an empty `copyright` is the Crown's.
struct FooterOptions {
  Html crown;
  Html licence_logo;
  std::optional<FooterMeta> meta;
  std::vector<FooterNavigation> navigation;
  bool show_content_licence = true;
  Html content_licence;
  Html copyright;
  std::string container_classes;
  std::string classes;
  Attributes attributes;
};

/// The footer of GOV.UK. Its copyright is the Crown's, so that only a service on that domain may use it.
Html footer(FooterOptions const& options);

}  // namespace earshot::govuk
