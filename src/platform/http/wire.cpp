#include "platform/http/wire.h"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "platform/http/forms.h"

namespace earshot::http {

namespace {

namespace beast = boost::beast;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(std::string_view name) {
  if (name == "GET") return Method::get;
  if (name == "HEAD") return Method::head;
  if (name == "POST") return Method::post;
  return Method::other;
}

std::size_t how_many(Headers const& headers, std::string_view wanted) {
  return static_cast<std::size_t>(std::count_if(
      headers.begin(), headers.end(), [wanted](auto const& entry) { return same_name(entry.first, wanted); }));
}

}  // namespace

class RequestReader::Parser final : public beast::http::basic_parser<true> {
 public:
  explicit Parser(RequestReader& reader) : m_reader(reader) { body_limit(boost::none); }

 private:
  void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                       beast::error_code&) override {
    auto& request = m_reader.m_request;
    request.method_name = view(method);
    request.method = method_of(request.method_name);
    request.target = view(target);
    m_reader.m_version = version;
  }

  void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                     beast::error_code&) override {
    // Trailers come after the header was acted upon and must not change it.
    if (m_reader.m_state == State::header) m_reader.m_request.headers.add(view(name), view(value));
  }

  void on_body_init_impl(boost::optional<std::uint64_t> const&, beast::error_code&) override {}

  std::size_t on_body_impl(beast::string_view body, beast::error_code& error) override {
    if (m_reader.m_sink && !m_reader.m_sink(view(body))) error = beast::http::error::body_limit;
    return body.size();
  }

  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code& error) override {
    return on_body_impl(body, error);
  }

  void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}
  void on_header_impl(beast::error_code&) override {}
  void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
  void on_finish_impl(beast::error_code&) override {}

  RequestReader& m_reader;
};

RequestReader::RequestReader(std::size_t most_header_bytes)
    : m_parser(std::make_unique<Parser>(*this)), m_header_bytes_left(most_header_bytes) {
  m_parser->header_limit(static_cast<std::uint32_t>(most_header_bytes));
}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::read(std::string_view bytes) {
  if (m_state == State::header) return read_header(bytes);
  if (m_state == State::body) return read_body(bytes);
  return 0;
}

std::size_t RequestReader::read_header(std::string_view bytes) {
  // Line breaks before a request are passed over (RFC 9112, section 2.2).
  std::size_t skipped = 0;
  if (!m_parser->got_some())
    while (bytes.substr(skipped).starts_with("\r\n")) skipped += 2;
  bytes.remove_prefix(skipped);
  std::size_t used = 0;
  beast::error_code error;
  if (bytes.empty() || (!m_parser->got_some() && bytes == "\r")) error = beast::http::error::need_more;
  // Beast counts only what it is shown at once; a header that comes line by line is counted here.
  else
    used = m_parser->put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  auto const spent = skipped + used;
  if (spent > m_header_bytes_left || error == beast::http::error::header_limit) {
    fail(431);
  } else if (error && error != beast::http::error::need_more) {
    fail(error == beast::http::error::bad_version ? 505 : 400);
  } else if (m_parser->is_header_done()) {
    check_header();
  } else if (bytes.size() - used >= m_header_bytes_left - spent) {
    fail(431);
  }
  m_header_bytes_left -= std::min(spent, m_header_bytes_left);
  return spent;
}

std::size_t RequestReader::read_body(std::string_view bytes) {
  std::size_t used = 0;
  // At least "0 CR LF CR LF" comes before a chunked body is over. Beast 1.81 takes fewer bytes of it for a fault of its
  // own, which ends a debug build.
  std::size_t const least = m_parser->chunked() ? 5 : 1;
  while (!m_parser->is_done() && bytes.size() - used >= least) {
    beast::error_code error;
    auto const rest = bytes.substr(used);
    used += m_parser->put(boost::asio::const_buffer(rest.data(), rest.size()), error);
    if (error == beast::http::error::need_more) break;
    if (error) {
      fail(error == beast::http::error::body_limit ? 413 : 400);
      return used;
    }
  }
  if (m_parser->is_done()) m_state = State::whole;
  return used;
}

// Shapes that Beast reads but that two servers in a row may read differently, so that one request hides in another
// (RFC 9112, section 11.2), are refused.
void RequestReader::check_header() {
  auto const& headers = m_request.headers;
  auto const hosts = how_many(headers, "Host");
  if (hosts > 1 || (hosts == 0 && m_version >= 11)) return fail(400);
  auto const length = headers.get("Content-Length");
  if (how_many(headers, "Content-Length") > 1 || length.find(',') != std::string_view::npos) return fail(400);
  if (headers.has("Transfer-Encoding")) {
    if (how_many(headers, "Transfer-Encoding") > 1 || m_version < 11 || headers.has("Content-Length")) return fail(400);
    if (!same_name(headers.get("Transfer-Encoding"), "chunked")) return fail(501);
  }
  read_target();
  if (m_state == State::broken) return;
  m_state = m_parser->is_done() ? State::whole : State::body;
}

void RequestReader::read_target() {
  std::string_view target = m_request.target;
  for (std::string_view const scheme : {"http://", "https://"}) {
    if (!same_name(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(std::min(target.find_first_of("/?", scheme.size()), target.size()));
    std::string in_origin_form;
    if (!target.starts_with('/')) in_origin_form += '/';
    in_origin_form += target;
    m_request.target = std::move(in_origin_form);
    target = m_request.target;
    break;
  }
  if (target.find('#') != std::string_view::npos) return fail(400);
  auto const question = std::min(target.find('?'), target.size());
  auto path = parse_path(target.substr(0, question));
  if (!path) return fail(400);
  m_request.path = std::move(*path);
  auto query = parse_urlencoded(target.substr(std::min(question + 1, target.size())));
  m_request.query = std::move(query.fields);
  m_request.bad_input = std::move(query.bad_input);
}

bool RequestReader::untouched() const { return !m_parser->got_some(); }

std::optional<std::uint64_t> RequestReader::content_length() const {
  auto const length = m_parser->content_length();
  if (!length) return std::nullopt;
  return *length;
}

bool RequestReader::keep_alive() const { return m_state == State::whole && m_parser->keep_alive(); }

void RequestReader::fail(int status) {
  m_state = State::broken;
  m_fault = status;
}

}  // namespace earshot::http
