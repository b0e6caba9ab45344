#include "platform/http/forms.h"

#include <algorithm>

namespace earshot::http {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { stays, is_space };

std::string decoded(std::string_view text, Plus plus) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const c = text[at];
    if (c == '%' && at + 2 < text.size()) {
      auto const high = hex_value(text[at + 1]);
      auto const low = hex_value(text[at + 2]);
      if (high >= 0 && low >= 0) {
        bytes += static_cast<char>(high * 16 + low);
        at += 2;
        continue;
      }
    }
    bytes += c == '+' && plus == Plus::is_space ? ' ' : c;
  }
  return bytes;
}

// How many bytes the well-formed character at the beginning of `text` takes, 0 when it is ill-formed. The ranges are
// those of the Unicode Standard, table 3-7.
std::size_t character_length(std::string_view text) {
  auto const byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  auto const follows = [&](std::size_t at, unsigned low = 0x80, unsigned high = 0xBF) {
    return at < text.size() && byte(at) >= low && byte(at) <= high;
  };
  auto const first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return follows(1) ? 2 : 0;
  if (first < 0xF0) {
    auto const second = first == 0xE0 ? follows(1, 0xA0) : first == 0xED ? follows(1, 0x80, 0x9F) : follows(1);
    return second && follows(2) ? 3 : 0;
  }
  if (first > 0xF4) return 0;
  auto const second = first == 0xF0 ? follows(1, 0x90) : first == 0xF4 ? follows(1, 0x80, 0x8F) : follows(1);
  return second && follows(2) && follows(3) ? 4 : 0;
}

bool is_readable(std::string_view text) { return text.find('\0') == std::string_view::npos && is_utf8(text); }

bool is_dot_segment(std::string_view segment) { return segment == "." || segment == ".."; }

}  // namespace

ParsedFields parse_urlencoded(std::string_view text, std::size_t most_fields) {
  ParsedFields parsed;
  auto const take = [&parsed](std::string_view part) {
    auto value = decoded(part, Plus::is_space);
    if (is_readable(value)) return value;
    parsed.bad_input = msg("Some of the characters you sent could not be read. Check your words and send them again.");
    return readable(value);
  };
  while (!text.empty()) {
    auto const end = std::min(text.find('&'), text.size());
    auto const field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (field.empty()) continue;
    if (parsed.fields.size() == most_fields) {
      parsed.bad_input = msg("You sent more answers than one form can have. Send fewer at a time.");
      break;
    }
    auto const equals = std::min(field.find('='), field.size());
    parsed.fields.add(take(field.substr(0, equals)), take(field.substr(std::min(equals + 1, field.size()))));
  }
  return parsed;
}

std::string to_urlencoded(Fields const& fields) {
  std::string text;
  for (auto const& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += percent_encoded(name) + '=' + percent_encoded(value);
  }
  return text;
}

std::string percent_decoded(std::string_view text) { return decoded(text, Plus::stays); }

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~";
  std::string encoded;
  encoded.reserve(text.size());
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        kPlain.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kHex[byte >> 4U];
      encoded += kHex[byte & 0xFU];
    }
  }
  return encoded;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    auto const length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string readable(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  bool in_broken = false;  // a run of broken bytes becomes one sign
  while (!text.empty()) {
    auto const length = character_length(text);
    if (length == 0 && !in_broken) kept += "\xEF\xBF\xBD";
    if (length != 0 && text.front() != '\0') kept += text.substr(0, length);
    in_broken = length == 0;
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return kept;
}

std::optional<std::string> parse_path(std::string_view raw_path) {
  if (!raw_path.starts_with('/')) return std::nullopt;
  auto path = percent_decoded(raw_path);
  // A slash that was encoded would make another path once decoded; browsers read a backslash as a slash.
  if (std::count(path.begin(), path.end(), '/') != std::count(raw_path.begin(), raw_path.end(), '/')) return {};
  auto const may_not_be = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f' || c == '\\'; };
  if (std::any_of(path.begin(), path.end(), may_not_be) || !is_utf8(path)) return std::nullopt;
  std::string_view rest = path;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    auto const end = std::min(rest.find('/'), rest.size());
    if (is_dot_segment(rest.substr(0, end))) return std::nullopt;
    rest.remove_prefix(end);
  }
  return path;
}

}  // namespace earshot::http
