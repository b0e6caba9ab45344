#include "platform/http/range.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace earshot::http {
namespace {

/// The first byte and the one after the last.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "0-499", "500-" or "-200" (the last 200) of `size` bytes; empty when there is no such part.
std::optional<Range> read(std::string_view spec, std::size_t size) {
  auto const dash = spec.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  auto const first = number(spec.substr(0, dash));
  auto const last = number(spec.substr(dash + 1));
  if (dash == 0) {
    if (!last) return std::nullopt;
    return Range{size - std::min(*last, size), size};
  }
  if (!first || (!last && dash + 1 < spec.size()) || (last && *last < *first)) return std::nullopt;
  return Range{std::min(*first, size), last && *last < size ? *last + 1 : size};
}

}  // namespace

Response ranged(Response whole, std::string_view range) {
  constexpr std::string_view kUnit = "bytes=";
  whole.headers.set("Accept-Ranges", "bytes");
  if (!range.starts_with(kUnit)) return whole;
  auto const size = whole.body.size();
  auto const part = read(trimmed(range.substr(kUnit.size())), size);
  if (!part) return whole;
  if (part->begin >= part->end) {
    whole.status = 416;
    whole.headers.set("Content-Range", "bytes */" + std::to_string(size));
    whole.body.clear();
    return whole;
  }
  whole.status = 206;
  whole.headers.set("Content-Range", "bytes " + std::to_string(part->begin) + "-" + std::to_string(part->end - 1) +
                                         "/" + std::to_string(size));
  whole.body = whole.body.substr(part->begin, part->end - part->begin);
  return whole;
}

}  // namespace earshot::http
