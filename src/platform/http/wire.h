// One request off the wire. The grammar of HTTP/1.1 is Beast's, and Beast stays behind this header; what is refused
// beyond that grammar (what another server on the way might read differently) is decided here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/http/message.h"

namespace earshot::http {

class RequestReader {
 public:
  enum class State { header, body, whole, broken };

  /// Takes the body piece by piece; false when it wants no more, which answers 413.
  using Sink = std::function<bool(std::string_view)>;

  explicit RequestReader(std::size_t most_header_bytes);
  ~RequestReader();
  RequestReader(RequestReader const&) = delete;
  RequestReader& operator=(RequestReader const&) = delete;

  /// Reads what it can of `bytes` and gives how many are done with; the others must come again with more after them.
  /// Stops when the header is whole, so that its request can be looked at before the body.
  std::size_t read(std::string_view bytes);

  [[nodiscard]] State state() const { return m_state; }
  /// The status to answer when broken: 400, 413, 431, 501 or 505.
  [[nodiscard]] int fault() const { return m_fault; }
  /// Whether nothing but line breaks has come.
  [[nodiscard]] bool untouched() const;

  /// Where the body goes. Set it when the header is whole.
  void set_sink(Sink sink) { m_sink = std::move(sink); }

  /// The request, from the header on: method, target, path, query, headers.
  [[nodiscard]] Request& request() { return m_request; }
  /// The length that the header declares; nothing when the body is chunked.
  [[nodiscard]] std::optional<std::uint64_t> content_length() const;
  /// Whether the connection may be used again after this request.
  [[nodiscard]] bool keep_alive() const;
  [[nodiscard]] bool is_http_1_0() const { return m_version == 10; }

 private:
  class Parser;

  std::size_t read_header(std::string_view bytes);
  std::size_t read_body(std::string_view bytes);
  void check_header();
  void read_target();
  void fail(int status);

  std::unique_ptr<Parser> m_parser;
  std::size_t m_header_bytes_left;
  State m_state = State::header;
  int m_fault = 0;
  int m_version = 11;
  Sink m_sink;
  Request m_request;
};

}  // namespace earshot::http
