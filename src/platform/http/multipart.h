// Forms with files: multipart/form-data, RFC 7578 on RFC 2046. Fed chunk by chunk, so the body is never held twice.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "platform/base/result.h"
#include "platform/http/message.h"

namespace earshot::http {

struct MultipartLimits {
  std::size_t parts = 1'000;
  std::size_t part_header_bytes = 8 * 1024;
  std::size_t total_bytes = 256 * 1024 * 1024;  ///< names and contents of all parts together
};

/// The boundary in a Content-Type of multipart/form-data; nothing when it is another type or has no usable boundary.
std::optional<std::string> multipart_boundary(std::string_view content_type);

/// A push parser. Broken UTF-8 and NUL in a field are taken out and noted, and it goes on; after a fault in the form's
/// own grammar, or past a limit, it takes no more and keeps the parts that were whole by then.
class MultipartParser {
 public:
  explicit MultipartParser(std::string_view boundary, MultipartLimits limits = {});

  /// Takes the next bytes of the body. False when the rest is of no use any more; `problem` says why.
  bool feed(std::string_view chunk);
  /// Tells that the body is over. False when something was wrong or the last boundary has not come; `problem` says it.
  bool finish();

  /// What is wrong, in plain words.
  [[nodiscard]] std::optional<Message> const& problem() const { return m_problem; }
  /// The fields and files read so far, taken out of the parser.
  [[nodiscard]] Form take() { return std::move(m_form); }

 private:
  enum class State { preamble, after_delimiter, part_header, part_body, epilogue, broken };

  bool step();
  bool read_preamble();
  bool read_after_delimiter();
  bool read_part_header();
  bool read_part_body();
  void begin_part(std::string_view header);
  void read_disposition(std::string_view value);
  void end_part();
  bool keep(std::string_view content);
  std::string text(std::string_view bytes);
  bool fail(Message problem);
  [[nodiscard]] std::string_view waiting() const { return std::string_view(m_waiting).substr(m_used); }

  std::string m_delimiter;  // CR LF - - boundary
  MultipartLimits m_limits;
  State m_state = State::preamble;
  std::string m_waiting;   // bytes that came and may yet turn out to be part of a delimiter
  std::size_t m_used = 0;  // how many of them are done with
  Upload m_part;
  bool m_has_name = false;
  bool m_is_file = false;
  std::size_t m_parts = 0;
  std::size_t m_total = 0;
  Form m_form;
  std::optional<Message> m_problem;
};

}  // namespace earshot::http
