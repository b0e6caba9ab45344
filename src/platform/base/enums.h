// Enums as words: what is stored, put in addresses and sent by forms is a word, never a number.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace earshot {

/// Specialised beside each enum: `template <> inline constexpr auto kWords<Outcome> = words<Outcome>({{…, "done"},
/// …});`
template <class E>
inline constexpr auto kWords = nullptr;

template <class E, std::size_t N>
constexpr std::array<std::pair<E, std::string_view>, N> words(std::pair<E, std::string_view> const (&table)[N]) {
  std::array<std::pair<E, std::string_view>, N> result{};
  std::copy(std::begin(table), std::end(table), result.begin());
  return result;
}

template <class E>
concept Worded = std::is_enum_v<E> && !std::is_null_pointer_v<std::remove_cv_t<decltype(kWords<E>)>>;

/// The word for a value, as stored.
template <Worded E>
constexpr std::string_view to_word(E value) {
  for (auto const& [each, word] : kWords<E>)
    if (each == value) return word;
  return {};
}

/// The value for a word, or nothing when no value has that word.
template <Worded E>
constexpr std::optional<E> from_word(std::string_view word) {
  for (auto const& [each, its_word] : kWords<E>)
    if (its_word == word) return each;
  return std::nullopt;
}

}  // namespace earshot
