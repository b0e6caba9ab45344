// One client's connection: requests in, answers out, one after the other, each within its time.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "platform/http/address.h"
#include "platform/http/answer.h"
#include "platform/http/body.h"
#include "platform/http/message.h"
#include "platform/http/read_buffer.h"
#include "platform/http/service.h"
#include "platform/http/wire.h"

namespace earshot::http {

/// Everything but `work` happens on the lane's thread. Bytes are read only when the connection is ready for them, so a
/// client that sends more than is read feels it and waits.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::ip::tcp::socket;

  Connection(Service& service, Lane& lane, Socket socket);

  /// Begins to read requests.
  void serve();
  /// Answers 503 whatever is asked, and closes.
  void turn_away();
  /// Closes when idle, otherwise after the answer that is under way.
  void stop();
  /// Closes now.
  void close();

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;
  enum class State { header, body, working, writing, draining, closed };

  bool open();
  void run();
  bool step();
  bool read_header();
  bool header_arrived();
  bool continue_expected();
  bool read_body();
  bool take_body(std::string_view bytes);
  void body_done();
  bool request_arrived();
  void work();
  void refuse(int status);
  [[nodiscard]] Response error_answer(int status) const;
  void answer(Response response);
  bool write();
  bool written();
  void drain();

  void wait_readable();
  void on_readable();
  std::size_t receive(boost::system::error_code& error);
  void wait_writable();
  [[nodiscard]] bool is_idle() const;

  void begin_phase(Milliseconds timeout);
  void extend_phase(Milliseconds timeout, std::size_t bytes);
  void set_deadline(SteadyTime deadline);
  void arm_timer();
  void on_timer();
  void timed_out();

  Service& m_service;
  Lane& m_lane;
  Socket m_socket;
  boost::asio::steady_timer m_timer;
  State m_state = State::header;
  Address m_peer;

  ReadBuffer m_buffer;
  bool m_waits_to_read = false;

  std::optional<RequestReader> m_reader;
  std::optional<BodyReader> m_body;
  std::size_t m_large_bytes = 0;  // of Service::large_bytes, what this request holds
  bool m_is_crowded = false;
  Request m_request;

  AnswerTo m_to;
  Response m_answer;
  std::string m_head;
  std::size_t m_written = 0;
  std::size_t m_drained = 0;

  SteadyTime m_phase_began;
  SteadyTime m_deadline = SteadyTime::max();
  bool m_header_began = false;
  bool m_timer_is_armed = false;
};

}  // namespace earshot::http
