// Short references that people say on the telephone and copy by hand: "V-7KQ2-M9XC". No look-alikes (0 O 1 I L U), and
// the last letter checks the others: it finds every single wrong letter and nearly every swap of two neighbours.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace earshot::crypto {

/// A new random reference: `prefix` (letters that say what it is of, "V"), then two groups of four; 30^7 of them a
/// prefix. Where there are many, some come twice, so it is drawn again for as long as `taken` says that there is one
/// like it.
std::string new_reference(std::string_view prefix, std::function<bool(std::string const&)> const& taken);

/// The reference as new_reference writes it, from what a person typed: lower case, spaces and missing or other dashes
/// are all right. Nothing when it is no reference or the check letter is wrong.
std::optional<std::string> read_reference(std::string_view text);

}  // namespace earshot::crypto
