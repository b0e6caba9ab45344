#include "platform/mail/mime.h"

#include <algorithm>
#include <ctime>

#include <fmt/chrono.h>

#include "platform/crypto/token.h"

namespace earshot::mail {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::size_t kLongestPlain = 60;
/// An encoded word has 75 characters; "=?utf-8?Q?" and "?=" take twelve of them.
constexpr std::size_t kInAWord = 63;
constexpr std::size_t kInALine = 76;

bool is_control(char character) { return static_cast<unsigned char>(character) < ' ' || character == 127; }
bool is_plain(char character) { return character >= ' ' && character < 127; }
bool continues_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string hex_of(char character) {
  auto const byte = static_cast<unsigned char>(character);
  return {'=', kHex[byte >> 4U], kHex[byte & 15U]};
}

std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), is_control, ' ');
  return line;
}

/// RFC 2047, section 5: what may stand as itself in an encoded word even before an address.
bool stands_in_a_word(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || std::string_view("!*+-/").find(character) != std::string_view::npos;
}

std::string word(std::string const& encoded) { return "=?utf-8?Q?" + encoded + "?="; }

/// "Sun, 22 Nov 2026 09:25:22 +0000"; English whatever the machine speaks.
std::string rfc5322(Time time) {
  auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

/// A name before an address: the plain characters that need no quotes, or encoded.
std::string mailbox(From const& from) {
  if (from.name.empty()) return from.address;
  auto const needs_quotes = from.name.find_first_of("()<>[]:;@\\,.\"") != std::string::npos;
  auto const name = header_text(from.name);
  if (!needs_quotes || name.starts_with("=?")) return name + " <" + from.address + ">";
  std::string quoted = "\"";
  for (auto const character : name) {
    if (character == '"' || character == '\\') quoted += '\\';
    quoted += character;
  }
  return quoted + "\" <" + from.address + ">";
}

std::string part(std::string_view boundary, std::string_view type, std::string_view text) {
  return fmt::format(
      "--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n", boundary,
      type, quoted_printable(text));
}

}  // namespace

From read_from(std::string_view text) {
  auto const begin = text.rfind('<');
  if (begin == std::string_view::npos) return {.name = {}, .address = std::string(text)};
  auto name = text.substr(0, begin);
  while (name.ends_with(' ') || name.ends_with('"')) name.remove_suffix(1);
  while (name.starts_with(' ') || name.starts_with('"')) name.remove_prefix(1);
  auto const rest = text.substr(begin + 1);
  return {.name = std::string(name), .address = std::string(rest.substr(0, rest.find('>')))};
}

bool is_address(std::string_view text) {
  auto const at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos &&
         text.front() != '-' && text.find_first_of(" <>()[],;:\\\"") == text.npos &&
         std::all_of(text.begin(), text.end(), is_plain);
}

std::string header_text(std::string_view text) {
  auto const line = in_one_line(text);
  auto const plain = std::all_of(line.begin(), line.end(), is_plain) && line.find("=?") == std::string::npos;
  if (plain && line.size() <= kLongestPlain) return line;
  std::string result;
  std::string encoded;
  for (std::size_t begin = 0; begin < line.size();) {
    // A word holds whole characters, so that a program that shows words one by one shows no halves.
    auto end = begin + 1;
    while (end < line.size() && continues_a_character(line[end]) && end - begin < 4) ++end;
    std::string character;
    for (auto i = begin; i < end; ++i) {
      if (line[i] == ' ')
        character += '_';
      else
        character += stands_in_a_word(line[i]) ? std::string(1, line[i]) : hex_of(line[i]);
    }
    if (encoded.size() + character.size() > kInAWord) {
      result += word(encoded) + "\r\n ";
      encoded.clear();
    }
    encoded += character;
    begin = end;
  }
  return result + word(encoded);
}

std::string quoted_printable(std::string_view text) {
  std::string result;
  std::size_t in_line = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const character = text[i];
    if (character == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (character == '\n') {
      result += "\r\n";
      in_line = 0;
      continue;
    }
    // A space at the end of a line would be taken off on the way.
    auto const ends_line = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
    auto const as_it_is = is_plain(character) && character != '=' && !(character == ' ' && ends_line);
    auto const piece = as_it_is ? std::string(1, character) : hex_of(character);
    if (in_line + piece.size() > kInALine - 1) {
      result += "=\r\n";
      in_line = 0;
    }
    result += piece;
    in_line += piece.size();
  }
  return result;
}

std::string mime(From const& from, Outgoing const& message) {
  auto const boundary = "part_" + crypto::random_token();
  auto const domain = from.address.substr(from.address.find('@') + 1);
  std::string text;
  auto const header = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{}: {}\r\n", name, value);
  };
  header("From", mailbox(from));
  header("To", in_one_line(message.to));
  header("Subject", header_text(message.subject));
  header("Date", rfc5322(message.made_at));
  header("Message-ID", fmt::format("<{}@{}>", message.key, domain));
  header("MIME-Version", "1.0");
  // RFC 3834: no out-of-office notes, please.
  header("Auto-Submitted", "auto-generated");
  if (!message.language.empty()) header("Content-Language", in_one_line(message.language));
  if (!message.unsubscribe.empty()) {
    header("List-Unsubscribe", "<" + in_one_line(message.unsubscribe) + ">");
    header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }
  header("Content-Type", fmt::format("multipart/alternative; boundary=\"{}\"", boundary));
  text += "\r\n";
  text += part(boundary, "text/plain", message.text);
  text += part(boundary, "text/html", message.html);
  return text += "--" + boundary + "--\r\n";
}

}  // namespace earshot::mail
