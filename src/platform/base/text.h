// Text as people write it: UTF-8, counted in characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace earshot {

/// `text` without white space at its ends, and with line ends as "\n" (forms send "\r\n").
std::string tidy(std::string_view text);

/// How many characters (code points) there are in valid UTF-8 text.
std::size_t characters(std::string_view text);

/// The first `most` characters, cut at a word where there is one near the end, with "…" when something was cut.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace earshot
