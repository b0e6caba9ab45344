// How an answer is written: the status line and the headers, as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/time.h"
#include "platform/http/message.h"

namespace earshot::http {

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7).
std::string http_date(Time time);

/// `http_date`, made anew only when the second has changed. For one thread.
class DateText {
 public:
  std::string_view at(Time time);

 private:
  std::int64_t m_second = -1;
  std::string m_text;
};

/// What of an answer is told apart by the request that it answers.
struct AnswerTo {
  bool head_only = false;  ///< a HEAD: the length of the body is told, the body is not sent
  bool keep_alive = true;
  bool http_1_0 = false;  ///< such a client must be told that the connection stays
};

/// Whether an answer of this status has a body at all (RFC 9110, section 6.4.1).
bool has_body(int status);

/// The status line and headers with the empty line after them. Headers that could break out of their line, and those
/// that are the server's own (Date, Content-Length, Transfer-Encoding, Connection), are left out.
std::string head_of(Response const& response, AnswerTo const& to, std::string_view date);

/// A bare answer for when nobody gave a page: the status in plain words.
Response bare_answer(int status);

}  // namespace earshot::http
