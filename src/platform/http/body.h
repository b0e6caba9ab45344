// The body of one request, read as it comes: a form into fields and uploads, anything else as it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"
#include "platform/http/multipart.h"

namespace earshot::http {

class BodyReader {
 public:
  /// What the body is, is told by the Content-Type of `headers`.
  BodyReader(Headers const& headers, std::size_t most_bytes);

  /// Takes the next bytes. False when the body is longer than it may be.
  bool feed(std::string_view bytes);
  /// Puts what was read into `request`, and what could not be read into its `bad_input`.
  void finish(Request& request);

  /// How many bytes have come.
  [[nodiscard]] std::size_t size() const { return m_size; }

 private:
  std::size_t m_most_bytes;
  std::size_t m_size = 0;
  bool m_is_urlencoded = false;
  std::optional<MultipartParser> m_multipart;
  std::string m_text;
};

}  // namespace earshot::http
