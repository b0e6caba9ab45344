#include "platform/mail/bounce.h"

#include <algorithm>
#include <vector>

#include "platform/base/text.h"

namespace earshot::mail {
namespace {

std::string small(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

/// The lines of a message; a header that goes on in the next line is one.
std::vector<std::string> lines_of(std::string_view message) {
  std::vector<std::string> lines;
  while (!message.empty()) {
    auto line = message.substr(0, message.find('\n'));
    message.remove_prefix(std::min(line.size() + 1, message.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    auto const goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (goes_on && !lines.empty() && !lines.back().empty())
      lines.back() += line;
    else
      lines.emplace_back(line);
  }
  return lines;
}

/// What stands behind the name of a header, in whatever letters it is written; nothing for another one.
std::optional<std::string> value_of(std::string const& line, std::string_view name) {
  if (!small(line).starts_with(std::string(name) + ":")) return std::nullopt;
  return tidy(std::string_view(line).substr(name.size() + 1));
}

bool is_report(std::vector<std::string> const& lines) {
  for (auto const& line : lines) {
    if (line.empty()) return false;
    auto const type = value_of(line, "content-type");
    if (type && small(*type).starts_with("multipart/report"))
      return small(*type).find("delivery-status") != std::string::npos;
  }
  return false;
}

/// "abc" of "<abc@fenshire.example>".
std::optional<std::string> key_of(std::string_view id) {
  auto const from = id.find('<');
  auto const at = id.find('@');
  if (from == id.npos || at == id.npos || at <= from + 1) return std::nullopt;
  return std::string(id.substr(from + 1, at - from - 1));
}

/// "5.1.1" of "5.1.1 (no such mailbox)"; empty for anything else.
std::string status_code(std::string_view status) {
  auto const code = status.substr(0, status.find_first_not_of("0123456789."));
  return code.size() <= 9 ? std::string(code) : std::string();
}

}  // namespace

std::optional<Bounce> read_bounce(std::string_view message) {
  auto const lines = lines_of(message);
  if (!is_report(lines)) return std::nullopt;
  enum class Part { before, status, sent } part = Part::before;
  auto failed = false;
  std::string status;
  for (auto const& line : lines) {
    auto const type = value_of(line, "content-type");
    if (type && small(*type).starts_with("message/delivery-status")) {
      part = Part::status;
    } else if (part == Part::status && line.starts_with("--")) {
      part = Part::sent;
    } else if (part == Part::status) {
      if (auto const action = value_of(line, "action")) failed = failed || small(*action) == "failed";
      if (auto const code = value_of(line, "status"); code && status.empty()) status = status_code(*code);
    } else if (part == Part::sent) {
      auto const id = value_of(line, "message-id");
      auto key = id ? key_of(*id) : std::nullopt;
      if (key && failed) return Bounce{std::move(*key), status};
    }
  }
  return std::nullopt;
}

}  // namespace earshot::mail
