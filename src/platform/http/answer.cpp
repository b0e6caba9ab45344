#include "platform/http/answer.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace earshot::http {

namespace {

constexpr std::pair<int, std::string_view> kReasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

std::string_view reason_of(int status) {
  for (auto const& [each, reason] : kReasons)
    if (each == status) return reason;
  return {};
}

bool is_the_servers_own(std::string_view name) {
  constexpr std::string_view kNames[] = {"Date", "Content-Length", "Transfer-Encoding", "Connection"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [name](std::string_view each) { return same_name(each, name); });
}

bool is_token(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return c > ' ' && c < '\x7f' && std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
  });
}

bool stays_in_its_line(std::string_view value) {
  return value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

}  // namespace

std::string http_date(Time time) {
  constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<Days>(time);
  Date const date{day};
  std::chrono::hh_mm_ss const clock{std::chrono::floor<std::chrono::seconds>(time - day)};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday{day}.c_encoding()],
                     static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::string_view DateText::at(Time time) {
  auto const second = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
  if (second != m_second) {
    m_second = second;
    m_text = http_date(time);
  }
  return m_text;
}

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string head_of(Response const& response, AnswerTo const& to, std::string_view date) {
  fmt::memory_buffer head;
  auto const add = [&head](std::string_view text) { head.append(text.data(), text.data() + text.size()); };
  fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  for (auto const& [name, value] : response.headers) {
    if (!is_token(name) || !stays_in_its_line(value) || is_the_servers_own(name)) continue;
    add(name);
    add(": ");
    add(value);
    add("\r\n");
  }
  add("Date: ");
  add(date);
  add("\r\n");
  if (has_body(response.status))
    fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", response.bytes().size());
  if (!to.keep_alive) add("Connection: close\r\n");
  if (to.keep_alive && to.http_1_0) add("Connection: keep-alive\r\n");
  add("\r\n");
  return {head.data(), head.size()};
}

Response bare_answer(int status) {
  Response response;
  response.status = status;
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  response.headers.set("Cache-Control", "no-store");
  response.body = fmt::format("{} {}\n", status, reason_of(status));
  return response;
}

}  // namespace earshot::http
