#include "platform/http/connection.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

namespace earshot::http {

namespace {

namespace asio = boost::asio;

// What a client may still send after the last answer, so that it comes to read that answer and sees no broken line.
constexpr std::size_t kMostDrained = 32 * 1024 * 1024;
constexpr Milliseconds kDrainTime{5'000};
constexpr Milliseconds kDrainTimeWhenStopping{500};

constexpr std::size_t kLeastBuffer = 1024;
constexpr std::size_t kBodyBuffer = 64 * 1024;

// The slowest line whose body is read to its end: 4 KiB a second.
constexpr std::size_t kBytesAMillisecond = 4;

constexpr std::string_view kRetryAfterSeconds = "5";

}  // namespace

Connection::Connection(Service& service, Lane& lane, Socket socket)
    : m_service(service), m_lane(lane), m_socket(std::move(socket)), m_timer(lane.context) {}

void Connection::serve() {
  if (!open()) return;
  begin_phase(m_service.options.limits.idle_timeout);
  wait_readable();
}

void Connection::turn_away() {
  if (!open()) return;
  refuse(503);
  run();
}

bool Connection::open() {
  boost::system::error_code error;
  auto const peer = m_socket.remote_endpoint(error);
  if (!error) m_socket.non_blocking(true, error);
  if (error || m_service.stopping) {
    close();
    return false;
  }
  m_socket.set_option(asio::ip::tcp::no_delay(true), error);
  m_peer = parse_address(peer.address().to_string()).value_or(Address{});
  return true;
}

void Connection::stop() {
  if (m_state == State::draining) set_deadline(std::chrono::steady_clock::now() + kDrainTimeWhenStopping);
  if (is_idle()) close();
}

void Connection::close() {
  if (m_state == State::closed) return;
  m_state = State::closed;
  body_done();
  boost::system::error_code ignored;
  m_socket.close(ignored);
  m_timer.cancel();
  auto const self = shared_from_this();
  m_lane.connections.erase(self);
  std::lock_guard const lock(m_service.mutex);
  if (--m_service.connections == 0) m_service.all_closed.notify_all();
}

// A loop and not calls into one another: many requests may wait in the buffer at once.
void Connection::run() {
  try {
    while (step()) {
    }
  } catch (...) {  // no memory: this client is lost, the others are not
    close();
  }
}

// Does what can be done now. False when there is something to wait for.
bool Connection::step() {
  switch (m_state) {
    case State::header:
      return read_header();
    case State::body:
      return read_body();
    case State::writing:
      return write();
    case State::draining:
      wait_readable();
      return false;
    case State::working:
    case State::closed:
      return false;
  }
  return false;
}

bool Connection::read_header() {
  auto const& limits = m_service.options.limits;
  if (!m_reader) m_reader.emplace(limits.header_bytes);
  m_buffer.used(m_reader->read(m_buffer.unread()));
  switch (m_reader->state()) {
    case RequestReader::State::header:
      if (!m_header_began && !m_reader->untouched()) {
        m_header_began = true;
        begin_phase(limits.header_timeout);
      }
      wait_readable();
      return false;
    case RequestReader::State::broken:
      refuse(m_reader->fault());
      return true;
    case RequestReader::State::body:
    case RequestReader::State::whole:
      return header_arrived();
  }
  return false;
}

bool Connection::header_arrived() {
  auto const& options = m_service.options;
  auto& request = m_reader->request();
  auto client = client_of(m_peer, request.headers, m_service.trusted);
  request.address = std::move(client.address);
  request.secure = client.secure;
  request.id = m_lane.references.next();
  auto const limit = options.body_limit ? options.body_limit(request) : options.limits.body_bytes;
  auto const expectation = request.headers.get("Expect");
  if (!expectation.empty() && !same_name(expectation, "100-continue")) {
    refuse(417);
  } else if (m_reader->content_length().value_or(0) > limit) {
    refuse(413);
  } else {
    m_body.emplace(request.headers, limit);
    if (m_reader->state() == RequestReader::State::whole) return request_arrived();
    m_reader->set_sink([this](std::string_view bytes) { return take_body(bytes); });
    m_state = State::body;
    begin_phase(options.limits.body_timeout);
    if (!expectation.empty() && !m_reader->is_http_1_0()) return continue_expected();
  }
  return true;
}

bool Connection::continue_expected() {
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  boost::system::error_code error;
  // Nothing else is being written, so so few bytes are taken whole or the client is gone.
  if (m_socket.write_some(asio::buffer(kContinue), error) != kContinue.size()) close();
  return true;
}

bool Connection::read_body() {
  auto const used = m_reader->read(m_buffer.unread());
  m_buffer.used(used);
  switch (m_reader->state()) {
    case RequestReader::State::whole:
      return request_arrived();
    case RequestReader::State::broken:
      refuse(m_is_crowded ? 503 : m_reader->fault());
      return true;
    default:
      break;
  }
  if (used == 0 && m_buffer.is_full()) {  // a chunk header without end
    refuse(400);
    return true;
  }
  extend_phase(m_service.options.limits.body_timeout, m_body->size());
  wait_readable();
  return false;
}

// What a route may take beyond the others is held in memory, so all of it together is limited as well.
bool Connection::take_body(std::string_view bytes) {
  if (!m_body->feed(bytes)) return false;
  auto const& limits = m_service.options.limits;
  auto const large = m_body->size() - std::min(m_body->size(), limits.body_bytes);
  m_service.large_bytes += large - m_large_bytes;
  m_large_bytes = large;
  m_is_crowded = m_large_bytes > 0 && m_service.large_bytes > limits.large_bytes;
  return !m_is_crowded;
}

void Connection::body_done() {
  m_service.large_bytes -= m_large_bytes;
  m_large_bytes = 0;
  m_is_crowded = false;
}

bool Connection::request_arrived() {
  m_to = {.keep_alive = m_reader->keep_alive(), .http_1_0 = m_reader->is_http_1_0()};
  m_request = std::move(m_reader->request());
  m_to.head_only = m_request.method == Method::head;
  m_body->finish(m_request);
  m_reader.reset();
  m_body.reset();
  if (m_service.from_memory && (m_request.method == Method::get || m_request.method == Method::head)) {
    std::optional<Response> response;
    try {
      response = m_service.from_memory(m_request);
    } catch (...) {
      response = error_answer(500);
    }
    if (response) {
      answer(std::move(*response));
      return true;
    }
  }
  m_state = State::working;
  set_deadline(SteadyTime::max());
  if (m_service.workers.submit([self = shared_from_this()] { self->work(); })) return false;
  answer(error_answer(503));
  return true;
}

// On a worker's thread. Until the answer is posted, nobody else touches the request.
void Connection::work() {
  std::optional<Response> response;
  try {
    response = m_service.handler(m_request);
  } catch (...) {
    response.reset();
  }
  asio::post(m_lane.context, [self = shared_from_this(), response = std::move(response)]() mutable {
    if (self->m_state == State::closed) return;
    self->answer(response ? std::move(*response) : self->error_answer(500));
    self->run();
  });
}

// Answers what never became a whole request. What else the client sends cannot be told apart, so this is the last.
void Connection::refuse(int status) {
  m_request = m_reader ? std::move(m_reader->request()) : Request{};
  if (m_request.address.empty()) m_request.address = m_peer.text();
  if (m_request.id.empty()) m_request.id = m_lane.references.next();
  m_reader.reset();
  m_body.reset();
  body_done();
  m_to = {.head_only = m_request.method == Method::head, .keep_alive = false};
  answer(error_answer(status));
}

Response Connection::error_answer(int status) const {
  Response response;
  try {
    response = m_service.error_page ? m_service.error_page(status, m_request) : bare_answer(status);
  } catch (...) {
    response = bare_answer(status);
  }
  response.status = status;
  if (status == 503 && !response.headers.has("Retry-After")) response.headers.set("Retry-After", kRetryAfterSeconds);
  return response;
}

void Connection::answer(Response response) {
  auto const is_final = response.status >= 200 && response.status < 600;
  m_answer = is_final ? std::move(response) : error_answer(500);
  m_to.keep_alive = m_to.keep_alive && !m_service.stopping;
  auto const& clock = m_service.options.clock;
  m_head = head_of(m_answer, m_to, m_lane.date.at(clock()));
  m_written = 0;
  m_state = State::writing;
  begin_phase(m_service.options.limits.write_timeout);
  ++m_service.requests;
}

bool Connection::write() {
  auto const body = m_to.head_only || !has_body(m_answer.status) ? std::string_view{} : m_answer.bytes();
  while (m_written < m_head.size() + body.size()) {
    auto const head_left = std::string_view(m_head).substr(std::min(m_written, m_head.size()));
    auto const body_left = body.substr(m_written - std::min(m_written, m_head.size()));
    std::array<asio::const_buffer, 2> const left{asio::buffer(head_left), asio::buffer(body_left)};
    boost::system::error_code error;
    m_written += m_socket.write_some(left, error);
    if (error == asio::error::would_block || error == asio::error::try_again) {
      begin_phase(m_service.options.limits.write_timeout);
      wait_writable();
      return false;
    }
    if (error) {
      close();
      return false;
    }
  }
  return written();
}

// Makes ready for the next request, which may have come already.
bool Connection::written() {
  m_answer = {};
  m_head.clear();
  m_request = {};
  body_done();
  if (!m_to.keep_alive) {
    drain();
    return true;
  }
  m_state = State::header;
  m_header_began = false;
  begin_phase(m_service.options.limits.idle_timeout);
  if (!m_buffer.unread().empty()) return true;
  if (m_service.stopping) {
    close();
    return false;
  }
  m_buffer.release();
  wait_readable();
  return false;
}

// The answer may still be on its way while bytes come that nobody reads; closing now would make the system throw away
// both (RFC 9112, section 9.6).
void Connection::drain() {
  boost::system::error_code ignored;
  m_socket.shutdown(Socket::shutdown_send, ignored);
  m_state = State::draining;
  m_buffer.drop_all();
  m_drained = 0;
  begin_phase(m_service.stopping ? kDrainTimeWhenStopping : kDrainTime);
}

void Connection::wait_readable() {
  if (m_waits_to_read || m_state == State::closed) return;
  m_waits_to_read = true;
  m_socket.async_wait(Socket::wait_read, [self = shared_from_this()](boost::system::error_code error) {
    self->m_waits_to_read = false;
    if (!error) self->on_readable();
  });
}

void Connection::on_readable() {
  if (m_state != State::header && m_state != State::body && m_state != State::draining) return;
  boost::system::error_code error;
  auto const count = receive(error);
  if (error == asio::error::would_block || error == asio::error::try_again) return wait_readable();
  if (error) return close();
  if (m_state == State::draining) {
    m_buffer.drop_all();
    m_drained += count;
    if (m_drained > kMostDrained) return close();
  }
  run();
}

std::size_t Connection::receive(boost::system::error_code& error) {
  // The header must fit as one piece; a body flows through and may have more room.
  auto const room = std::max(m_service.options.limits.header_bytes, kLeastBuffer);
  m_buffer.make_room(m_state == State::body ? std::max(room, kBodyBuffer) : room);
  auto const count = m_socket.read_some(asio::buffer(m_buffer.free_begin(), m_buffer.free_size()), error);
  m_buffer.filled(count);
  return count;
}

void Connection::wait_writable() {
  m_socket.async_wait(Socket::wait_write, [self = shared_from_this()](boost::system::error_code error) {
    if (!error) self->run();
  });
}

bool Connection::is_idle() const {
  return m_state == State::header && m_buffer.unread().empty() && (!m_reader || m_reader->untouched());
}

void Connection::begin_phase(Milliseconds timeout) {
  m_phase_began = std::chrono::steady_clock::now();
  set_deadline(m_phase_began + timeout);
}

void Connection::extend_phase(Milliseconds timeout, std::size_t bytes) {
  set_deadline(m_phase_began + timeout + Milliseconds(bytes / kBytesAMillisecond));
}

// The timer is left alone as long as it fires before the deadline: most deadlines are moved on long before they come.
void Connection::set_deadline(SteadyTime deadline) {
  m_deadline = deadline;
  if (m_deadline != SteadyTime::max() && (!m_timer_is_armed || m_timer.expiry() > m_deadline)) arm_timer();
}

void Connection::arm_timer() {
  m_timer_is_armed = true;
  m_timer.expires_at(m_deadline);
  m_timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
    if (!error) self->on_timer();
  });
}

void Connection::on_timer() {
  m_timer_is_armed = false;
  if (m_state == State::closed || m_deadline == SteadyTime::max()) return;
  if (std::chrono::steady_clock::now() < m_deadline) return arm_timer();
  timed_out();
}

void Connection::timed_out() {
  auto const is_reading = m_state == State::body || (m_state == State::header && !is_idle());
  if (!is_reading) return close();
  refuse(408);
  run();
}

}  // namespace earshot::http
