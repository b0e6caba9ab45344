// What every harness needs: the bytes as text, and a way to say what must always hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace earshot::fuzz {

/// Ends the program with `what` when something that must always hold does not.
inline void always(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << '\n';
  std::abort();
}

inline std::string_view as_text(std::uint8_t const* data, std::size_t size) {
  return {reinterpret_cast<char const*>(data), size};
}

/// Takes a number from the front of `text`, 0 when it is empty.
inline std::size_t take_number(std::string_view& text) {
  if (text.empty()) return 0;
  auto const number = static_cast<unsigned char>(text.front());
  text.remove_prefix(1);
  return number;
}

}  // namespace earshot::fuzz
