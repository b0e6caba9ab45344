// Headings and paragraphs in the house's type, and text that people wrote.
#pragma once

#include <string_view>

#include "ui/html/html.h"

namespace earshot::ui {

/// The heading of the page (h1).
Html heading(Html const& text);

/// The heading of a part of the page (h2).
Html subheading(Html const& text);

/// The first paragraph, larger.
Html lead(Html const& text);

Html paragraph(Html const& text);

/// A paragraph of what is less important.
Html quiet(Html const& text);

/// A link in running text.
Html link(Url const& href, Html const& text);

/// What somebody wrote, its empty lines as paragraphs and its line ends kept.
Html lines(std::string_view text);

/// The same as a block of its own, in whatever direction its first letters run.
Html written(std::string_view text);

}  // namespace earshot::ui
