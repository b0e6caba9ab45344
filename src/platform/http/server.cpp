#include "platform/http/server.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <mutex>
#include <random>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>
#include <sys/socket.h>

#include "platform/http/connection.h"
#include "platform/http/service.h"

namespace earshot::http {

namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

// Connections above the limit that are still told so; above these they are closed without a word.
constexpr std::size_t kMostTurnedAway = 256;
constexpr Milliseconds kPauseWithoutFiles{100};

Tcp::endpoint endpoint_of(std::string_view listen) {
  auto const colon = listen.rfind(':');
  auto const digits = listen.substr(std::min(colon, listen.size() - 1) + 1);
  std::uint16_t port = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  auto host = listen.substr(0, colon);
  if (host == "localhost") host = "127.0.0.1";
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  boost::system::error_code no_address;
  auto const address = asio::ip::make_address(std::string(host), no_address);
  if (colon == std::string_view::npos || digits.empty() || error != std::errc{} ||
      end != digits.data() + digits.size() || no_address)
    throw std::runtime_error(fmt::format("\"{}\" is no address and port to listen on, such as 127.0.0.1:8080", listen));
  return {address, port};
}

std::vector<Network> networks_of(std::vector<std::string> const& texts) {
  std::vector<Network> networks;
  for (auto const& text : texts) {
    auto const network = parse_network(text);
    if (!network) throw std::runtime_error(fmt::format("\"{}\" is no address or network of a trusted proxy", text));
    networks.push_back(*network);
  }
  return networks;
}

ServerOptions with_defaults(ServerOptions options) {
  auto const processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  if (options.workers <= 0) options.workers = 4 * processors;
  if (options.io_threads <= 0) options.io_threads = std::max(1, processors / 2);
  if (!options.clock) options.clock = system_now;
  return options;
}

bool is_out_of_resources(boost::system::error_code error) {
  return error == boost::system::errc::too_many_files_open ||
         error == boost::system::errc::too_many_files_open_in_system || error == boost::system::errc::no_buffer_space ||
         error == boost::system::errc::not_enough_memory;
}

}  // namespace

References::References() {
  std::random_device random;
  m_state = (static_cast<std::uint64_t>(random()) << 32U) ^ random();
}

// A Weyl sequence through SplitMix64's finaliser (Steele, Lea and Flood, 2014), told in Crockford's base 32: no i, l, o
// or u.
std::string References::next() {
  constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  m_state += 0x9e3779b97f4a7c15U;
  auto bits = m_state;
  bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
  std::string reference(8, '\0');
  for (auto& letter : reference) {
    letter = kLetters[bits & 31U];
    bits >>= 5U;
  }
  return reference;
}

class Server::Impl {
 public:
  Impl(ServerOptions options, Handler handler, FromMemory from_memory, ErrorPage error_page)
      : m_endpoint(endpoint_of(options.listen)),
        m_service(with_defaults(options), std::move(handler), std::move(from_memory), std::move(error_page),
                  networks_of(options.trusted_proxies)),
        m_lanes(lanes(m_service.options.io_threads)) {}

  void start() {
    listen();
    m_service.workers.start();
    accept();
    for (auto& lane : m_lanes) lane->thread = std::thread([&context = lane->context] { run(context); });
    std::lock_guard const lock(m_mutex);
    m_phase = Phase::running;
  }

  void stop() {
    std::unique_lock lock(m_mutex);
    if (m_phase == Phase::stopping) m_changed.wait(lock, [this] { return m_phase == Phase::stopped; });
    if (m_phase != Phase::running) return;
    m_phase = Phase::stopping;
    lock.unlock();
    m_service.stopping = true;
    asio::post(m_lanes.front()->context, [this] {
      m_acceptor.close();
      m_accept_again.cancel();
    });
    tell_connections(&Connection::stop);
    wait_for_connections(m_service.options.limits.stop_timeout);
    tell_connections(&Connection::close);
    m_service.workers.stop();
    wait_for_connections(kPauseWithoutFiles);
    for (auto& lane : m_lanes) {
      lane->context.stop();
      lane->thread.join();
      lane->connections.clear();
    }
    lock.lock();
    m_phase = Phase::stopped;
    m_changed.notify_all();
  }

  void wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_phase == Phase::new_made || m_phase == Phase::stopped; });
  }

  [[nodiscard]] std::uint16_t port() const { return m_port; }

  [[nodiscard]] ServerStats stats() const {
    return {m_service.connections, m_service.workers.waiting(), m_service.requests};
  }

 private:
  enum class Phase { new_made, running, stopping, stopped };

  static std::vector<std::unique_ptr<Lane>> lanes(int how_many) {
    std::vector<std::unique_ptr<Lane>> all;
    for (int each = 0; each < how_many; ++each) all.push_back(std::make_unique<Lane>());
    return all;
  }

  void listen() {
    try {
      m_acceptor.open(m_endpoint.protocol());
      m_acceptor.set_option(Tcp::acceptor::reuse_address(true));
      m_acceptor.bind(m_endpoint);
      m_acceptor.listen(SOMAXCONN);
      m_port = m_acceptor.local_endpoint().port();
    } catch (boost::system::system_error const& error) {
      throw std::runtime_error(
          fmt::format("Cannot listen on {}: {}", m_service.options.listen, error.code().message()));
    }
  }

  void accept() {
    auto& lane = *m_lanes[m_next_lane++ % m_lanes.size()];
    m_acceptor.async_accept(lane.context, [this, &lane](boost::system::error_code error, Tcp::socket socket) {
      if (m_service.stopping || error == asio::error::operation_aborted) return;
      if (is_out_of_resources(error)) return accept_later();
      if (!error) take(lane, std::move(socket));
      accept();
    });
  }

  // The system has no more files to give; those who wait stay in its queue until some connection has closed.
  void accept_later() {
    m_accept_again.expires_after(kPauseWithoutFiles);
    m_accept_again.async_wait([this](boost::system::error_code error) {
      if (!error) accept();
    });
  }

  void take(Lane& lane, Tcp::socket socket) {
    auto const limit = m_service.options.limits.connections;
    if (m_service.connections >= limit + kMostTurnedAway) return;
    auto const is_welcome = ++m_service.connections <= limit;
    auto connection = std::make_shared<Connection>(m_service, lane, std::move(socket));
    asio::post(lane.context, [&lane, connection = std::move(connection), is_welcome] {
      lane.connections.insert(connection);
      if (is_welcome) return connection->serve();
      connection->turn_away();
    });
  }

  // What no connection caught (no memory) must not end the thread that serves all of them.
  static void run(asio::io_context& context) {
    for (;;) {
      try {
        context.run();
        return;
      } catch (...) {
        continue;
      }
    }
  }

  void tell_connections(void (Connection::*what)()) {
    for (auto& lane : m_lanes)
      asio::post(lane->context, [&lane = *lane, what] {
        std::vector<std::shared_ptr<Connection>> const all(lane.connections.begin(), lane.connections.end());
        for (auto const& each : all) (each.get()->*what)();
      });
  }

  void wait_for_connections(Milliseconds at_most) {
    std::unique_lock lock(m_service.mutex);
    m_service.all_closed.wait_for(lock, at_most, [this] { return m_service.connections == 0; });
  }

  Tcp::endpoint m_endpoint;
  Service m_service;
  std::vector<std::unique_ptr<Lane>> m_lanes;
  Tcp::acceptor m_acceptor{m_lanes.front()->context};
  asio::steady_timer m_accept_again{m_lanes.front()->context};
  std::size_t m_next_lane = 0;
  std::uint16_t m_port = 0;

  std::mutex m_mutex;
  std::condition_variable m_changed;
  Phase m_phase = Phase::new_made;
};

Server::Server(ServerOptions options, Handler handler, FromMemory from_memory, ErrorPage error_page)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(handler), std::move(from_memory),
                                    std::move(error_page))) {}

Server::~Server() { stop(); }
void Server::start() { m_impl->start(); }
void Server::stop() { m_impl->stop(); }
void Server::wait() { m_impl->wait(); }
std::uint16_t Server::port() const { return m_impl->port(); }
ServerStats Server::stats() const { return m_impl->stats(); }

}  // namespace earshot::http
