#include "platform/base/text.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

std::string tidy(std::string_view text) {
  auto const first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(kWhite) - first + 1);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  std::size_t end = 0;
  while (end < text.size() && (count < most || !begins_character(text[end]))) {
    if (begins_character(text[end])) ++count;
    ++end;
  }
  if (end == text.size()) return std::string(text);
  auto const space = text.substr(0, end).find_last_of(kWhite);
  if (space != std::string_view::npos && space > end * 3 / 4) end = space;
  return tidy(text.substr(0, end)) + "…";
}

std::string slug_of(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  std::string slug;
  for (auto const c : name) {
    auto const letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
      slug += letter;
    else if (letter > 0 && letter != '\'' && !slug.empty() && slug.back() != '-')
      slug += '-';
    if (slug.size() == kLongest) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::string free_slug(std::string_view name, std::function<bool(std::string const&)> const& is_taken) {
  auto const slug = slug_of(name);
  if (!slug.empty() && !is_taken(slug)) return slug;
  auto const stem = slug.empty() ? std::string("name") : slug;
  for (int number = 2;; ++number)
    if (auto next = stem + "-" + std::to_string(number); !is_taken(next)) return next;
}

}  // namespace earshot
