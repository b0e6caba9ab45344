// Text as people write it: UTF-8, counted in characters.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace earshot {

/// `text` without white space at its ends, and with line ends as "\n" (forms send "\r\n").
std::string tidy(std::string_view text);

/// How many characters (code points) there are in valid UTF-8 text.
std::size_t characters(std::string_view text);

/// The first `most` characters, cut at a word where there is one near the end, with "…" when something was cut.
std::string shortened(std::string_view text, std::size_t most);

/// What stands for a name in addresses: "Getting to school" → "getting-to-school". Small letters of English, digits and
/// single hyphens, at most 60 of them; empty when the name has none.
std::string slug_of(std::string_view name);

/// The slug of a name or, where that is empty or `is_taken`, the first of slug-2, slug-3 … that is free.
std::string free_slug(std::string_view name, std::function<bool(std::string const&)> const& is_taken);

}  // namespace earshot
