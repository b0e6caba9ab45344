#include "platform/http/body.h"

#include <utility>

#include "platform/http/forms.h"

namespace earshot::http {

BodyReader::BodyReader(Headers const& headers, std::size_t most_bytes) : m_most_bytes(most_bytes) {
  auto const type = headers.get("Content-Type");
  m_is_urlencoded = same_name(trimmed(type.substr(0, type.find(';'))), "application/x-www-form-urlencoded");
  if (auto const boundary = multipart_boundary(type))
    m_multipart.emplace(*boundary, MultipartLimits{.total_bytes = most_bytes});
}

bool BodyReader::feed(std::string_view bytes) {
  m_size += bytes.size();
  if (m_size > m_most_bytes) return false;
  // A form that cannot be read is still taken to its end, so that the person is told on a page and not by a broken
  // line.
  if (m_multipart)
    m_multipart->feed(bytes);
  else
    m_text += bytes;
  return true;
}

void BodyReader::finish(Request& request) {
  if (m_multipart) {
    if (!m_multipart->finish()) request.bad_input = m_multipart->problem();
    request.form = m_multipart->take();
  } else if (m_is_urlencoded) {
    auto parsed = parse_urlencoded(m_text);
    request.form.fields = std::move(parsed.fields);
    if (parsed.bad_input) request.bad_input = std::move(parsed.bad_input);
  } else {
    request.body = std::move(m_text);
  }
}

}  // namespace earshot::http
