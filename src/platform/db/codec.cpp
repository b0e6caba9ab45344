#include "platform/db/codec.h"

#include <algorithm>
#include <charconv>

namespace earshot::db {

namespace {

[[noreturn]] void throw_unexpected(Value const& found, char const* expected) {
  static constexpr char const* kNames[] = {"NULL", "a whole number", "a number with a fraction", "text", "bytes"};
  throw Error(std::string("found ") + kNames[found.index()] + " where " + expected + " was expected");
}

/// The length of the UTF-8 character that `text` begins with, or 0 when it begins with none (RFC 3629).
std::size_t character_length(std::string_view text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  auto const first = byte(0);
  if (first < 0x80) return 1;
  auto const length = first < 0xC2 ? 0U : first < 0xE0 ? 2U : first < 0xF0 ? 3U : first < 0xF5 ? 4U : 0U;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  auto const second = byte(1);
  auto const overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  auto const surrogate = first == 0xED && second > 0x9F;
  auto const too_large = first == 0xF4 && second > 0x8F;
  return overlong || surrogate || too_large ? 0 : length;
}

}  // namespace

std::int64_t integer_of(Value const& value) {
  if (auto const* number = std::get_if<std::int64_t>(&value)) return *number;
  throw_unexpected(value, "a whole number");
}

double real_of(Value const& value) {
  if (auto const* number = std::get_if<double>(&value)) return *number;
  if (auto const* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  throw_unexpected(value, "a number");
}

std::string text_of(Value&& value) {
  if (auto* text = std::get_if<std::string>(&value)) return std::move(*text);
  throw_unexpected(value, "text");
}

std::vector<std::int64_t> integers_of(std::string_view text) {
  std::vector<std::int64_t> numbers;
  while (!text.empty()) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) throw Error("\"" + std::string(text) + "\" is not a list of whole numbers");
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Bytes bytes_of(Value&& value) {
  if (auto* bytes = std::get_if<Bytes>(&value)) return std::move(*bytes);
  throw_unexpected(value, "bytes");
}

bool is_storable(std::string_view text) {
  while (!text.empty()) {
    auto const length = character_length(text);
    if (length == 0 || text.front() == '\0') return false;
    text.remove_prefix(length);
  }
  return true;
}

void throw_out_of_range(std::int64_t number) {
  throw Error("the number " + std::to_string(number) + " is too large or too small for what it is read into");
}

void throw_unknown_word(std::string_view word) {
  throw Error("the word \"" + std::string(word) + "\" is not one that this program knows");
}

Date Codec<Date>::from(Value&& value) {
  auto const text = text_of(std::move(value));
  auto const date = date_from_iso(text);
  if (!date) throw Error("\"" + text + "\" is not a date");
  return *date;
}

}  // namespace earshot::db
