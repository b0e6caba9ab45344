#include "platform/http/multipart.h"

#include <algorithm>

#include "platform/http/forms.h"

namespace earshot::http {

namespace {

constexpr std::size_t kLongestBoundary = 70;  // RFC 2046, section 5.1.1

Message bad_shape() {
  return msg("The form arrived in a shape we cannot read. Send it again, or use another browser.");
}

// Takes `name=value` or `name="value"` off the front of "; a=b; c=d". In a quoted value only \" and \\ are escapes, as
// old browsers sent whole Windows paths.
struct Parameter {
  std::string_view name;
  std::string value;
};
std::optional<Parameter> next_parameter(std::string_view& rest) {
  rest = rest.substr(std::min(rest.find_first_not_of("; \t"), rest.size()));
  if (rest.empty()) return std::nullopt;
  auto const name_end = std::min(rest.find_first_of("=;"), rest.size());
  Parameter parameter{trimmed(rest.substr(0, name_end)), {}};
  rest.remove_prefix(name_end);
  if (!rest.starts_with('=')) return parameter;
  rest.remove_prefix(1);
  rest = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (!rest.starts_with('"')) {
    auto const end = std::min(rest.find(';'), rest.size());
    parameter.value = trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    return parameter;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\')) ++at;
    parameter.value += rest[at];
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return parameter;
}

// Browsers write these three in names as the HTML standard says ("multipart/form-data encoding algorithm").
std::string without_form_escapes(std::string_view text) {
  constexpr std::pair<std::string_view, char> kEscapes[] = {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
  std::string plain;
  while (!text.empty()) {
    auto const* const escape = std::find_if(std::begin(kEscapes), std::end(kEscapes),
                                            [text](auto const& each) { return text.starts_with(each.first); });
    if (escape == std::end(kEscapes)) {
      plain += text.front();
      text.remove_prefix(1);
    } else {
      plain += escape->second;
      text.remove_prefix(escape->first.size());
    }
  }
  return plain;
}

std::string_view without_folders(std::string_view file_name) {
  return file_name.substr(file_name.find_last_of("/\\") + 1);  // npos + 1 is 0
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  auto const type_end = std::min(content_type.find(';'), content_type.size());
  if (!same_name(trimmed(content_type.substr(0, type_end)), "multipart/form-data")) return std::nullopt;
  content_type.remove_prefix(type_end);
  while (auto parameter = next_parameter(content_type)) {
    if (!same_name(parameter->name, "boundary")) continue;
    auto const& value = parameter->value;
    if (value.empty() || value.size() > kLongestBoundary || value.find_first_of("\r\n") != std::string::npos) return {};
    return std::move(parameter->value);
  }
  return std::nullopt;
}

// The first delimiter may stand at the very beginning, without the line break that belongs to all others.
MultipartParser::MultipartParser(std::string_view boundary, MultipartLimits limits)
    : m_delimiter("\r\n--" + std::string(boundary)), m_limits(limits), m_waiting("\r\n") {}

bool MultipartParser::feed(std::string_view chunk) {
  if (m_state == State::broken) return false;
  m_waiting += chunk;
  while (step()) {
  }
  m_waiting.erase(0, m_used);
  m_used = 0;
  return m_state != State::broken;
}

bool MultipartParser::finish() {
  if (m_state != State::broken && m_state != State::epilogue)
    fail(msg("The form did not arrive whole. Send it again."));
  return !m_problem;
}

// Does what can be done with the bytes that wait. False when more must come first.
bool MultipartParser::step() {
  switch (m_state) {
    case State::preamble:
      return read_preamble();
    case State::after_delimiter:
      return read_after_delimiter();
    case State::part_header:
      return read_part_header();
    case State::part_body:
      return read_part_body();
    case State::epilogue:
    case State::broken:
      m_used = m_waiting.size();
      return false;
  }
  return false;
}

bool MultipartParser::read_preamble() {
  auto const found = waiting().find(m_delimiter);
  if (found == std::string_view::npos) {
    m_used += waiting().size() - std::min(waiting().size(), m_delimiter.size() - 1);
    return false;
  }
  m_used += found + m_delimiter.size();
  m_state = State::after_delimiter;
  return true;
}

bool MultipartParser::read_after_delimiter() {
  if (waiting().size() < 2) return false;
  if (waiting().starts_with("--")) {
    m_state = State::epilogue;
    return true;
  }
  // Nothing is taken before the line is whole, or "--" after a space would read differently in pieces.
  auto const end = waiting().find_first_not_of(" \t");
  if (std::min(end, waiting().size()) > m_limits.part_header_bytes) return fail(bad_shape());
  if (end == std::string_view::npos || end + 1 >= waiting().size()) return false;
  if (!waiting().substr(end).starts_with("\r\n")) return fail(bad_shape());
  if (++m_parts > m_limits.parts)
    return fail(msg("You sent more answers than one form can have. Send fewer at a time."));
  m_used += end;  // the line break stays, so that a header with no lines at all still ends as others do
  m_state = State::part_header;
  return true;
}

bool MultipartParser::read_part_header() {
  constexpr std::string_view kEnd = "\r\n\r\n";
  auto const end = waiting().find(kEnd);
  auto const at_least =
      end == std::string_view::npos ? waiting().size() - std::min(waiting().size(), kEnd.size() - 1) : end;
  if (at_least > m_limits.part_header_bytes) return fail(bad_shape());
  if (end == std::string_view::npos) return false;
  begin_part(waiting().substr(0, end));
  if (!m_has_name) return fail(bad_shape());
  m_used += end + kEnd.size();
  m_state = State::part_body;
  return true;
}

bool MultipartParser::read_part_body() {
  auto const found = waiting().find(m_delimiter);
  auto const certain =
      found == std::string_view::npos ? waiting().size() - std::min(waiting().size(), m_delimiter.size() - 1) : found;
  if (!keep(waiting().substr(0, certain))) return false;
  m_used += certain;
  if (found == std::string_view::npos) return false;
  m_used += m_delimiter.size();
  end_part();
  m_state = State::after_delimiter;
  return true;
}

void MultipartParser::begin_part(std::string_view header) {
  m_part = {};
  m_has_name = m_is_file = false;
  while (!header.empty()) {
    auto const end = std::min(header.find("\r\n"), header.size());
    auto const line = header.substr(0, end);
    header.remove_prefix(std::min(end + 2, header.size()));
    auto const colon = std::min(line.find(':'), line.size());
    auto const name = trimmed(line.substr(0, colon));
    auto const value = trimmed(line.substr(std::min(colon + 1, line.size())));
    if (same_name(name, "Content-Disposition")) read_disposition(value);
    if (same_name(name, "Content-Type")) m_part.content_type = text(value);
  }
}

void MultipartParser::read_disposition(std::string_view value) {
  auto const type_end = std::min(value.find(';'), value.size());
  if (!same_name(trimmed(value.substr(0, type_end)), "form-data")) return;
  value.remove_prefix(type_end);
  while (auto const parameter = next_parameter(value)) {
    if (same_name(parameter->name, "name")) {
      m_part.field = text(without_form_escapes(parameter->value));
      m_has_name = true;
    } else if (same_name(parameter->name, "filename")) {
      m_part.file_name = text(without_folders(without_form_escapes(parameter->value)));
      m_is_file = true;
    }
  }
}

void MultipartParser::end_part() {
  // A file field in which nobody chose a file sends an empty file without a name.
  if (m_is_file && !(m_part.file_name.empty() && m_part.bytes.empty()))
    m_form.uploads.push_back(std::move(m_part));
  else
    m_form.fields.add(m_part.field, text(m_part.bytes));
}

bool MultipartParser::keep(std::string_view content) {
  m_total += content.size();
  if (m_total > m_limits.total_bytes)
    return fail(msg("What you sent is too large. Send fewer or smaller files at a time."));
  m_part.bytes += content;
  return true;
}

// Text as it may be kept; that something had to be taken out is noted.
std::string MultipartParser::text(std::string_view bytes) {
  auto kept = readable(bytes);
  if (kept != bytes)
    m_problem = msg("Some of the characters you sent could not be read. Check your words and send them again.");
  return kept;
}

bool MultipartParser::fail(Message problem) {
  m_problem = std::move(problem);
  m_state = State::broken;
  return false;
}

}  // namespace earshot::http
