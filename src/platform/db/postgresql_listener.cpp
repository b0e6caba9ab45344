#include "platform/db/postgresql_listener.h"

#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace earshot::db::detail {

namespace {

constexpr Milliseconds kPause{500};          // between two tries to connect
constexpr Milliseconds kStillThere{15'000};  // a silence after which the server is asked whether it is there

struct FreeNotify {
  void operator()(PGnotify* notify) const { PQfreemem(notify); }
};

}  // namespace

PostgresqlListener::PostgresqlListener(std::string url, std::string node, std::function<void(Tags const&)> tell,
                                       Warn warn)
    : m_url(std::move(url)),
      m_node(std::move(node)),
      m_tell(std::move(tell)),
      m_warn(std::move(warn)),
      m_stop(eventfd(0, EFD_CLOEXEC)),
      m_thread([this] { work(); }) {
  m_begin.get_future().wait();
}

PostgresqlListener::~PostgresqlListener() {
  eventfd_write(m_stop, 1);
  m_thread.join();
  close(m_stop);
}

void PostgresqlListener::work() {
  do {
    try {
      listen();
    } catch (std::exception const& error) {
      if (m_warn) m_warn(std::string("Changes of other nodes are not heard for now: ") + error.what());
    }
    if (!std::exchange(m_begun, true)) m_begin.set_value();
  } while (!stopped_within(kPause));
}

void PostgresqlListener::listen() {
  PostgresqlConnection connection(m_url, Milliseconds(5'000));
  connection.script("DO $$ BEGIN EXECUTE format('LISTEN %I', " EARSHOT_CHANNEL "); END $$;");
  if (std::exchange(m_connected_before, true)) m_tell({"*"});
  if (!std::exchange(m_begun, true)) m_begin.set_value();
  while (true) {
    std::array<pollfd, 2> waiting{{{m_stop, POLLIN, 0}, {PQsocket(connection.handle()), POLLIN, 0}}};
    auto const ready = poll(waiting.data(), waiting.size(), static_cast<int>(kStillThere.count()));
    if (waiting[0].revents != 0) return;
    if (ready == 0) connection.script("SELECT 1;");
    hear(connection);
  }
}

void PostgresqlListener::hear(PostgresqlConnection& connection) {
  if (PQconsumeInput(connection.handle()) == 0) throw ConnectionLost("PostgreSQL: the connection was lost");
  Tags tags;
  while (auto const notify = std::unique_ptr<PGnotify, FreeNotify>(PQnotifies(connection.handle()))) {
    std::string_view const payload = notify->extra;
    auto const space = payload.find(' ');
    if (space == std::string_view::npos || payload.substr(0, space) == m_node) continue;
    tags.emplace_back(payload.substr(space + 1));
  }
  m_tell(tags);
}

bool PostgresqlListener::stopped_within(Milliseconds time) const {
  pollfd waiting{m_stop, POLLIN, 0};
  return poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

}  // namespace earshot::db::detail
