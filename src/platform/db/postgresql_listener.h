// Hears what other nodes changed. Private to this room.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <string>
#include <thread>

#include "platform/db/listeners.h"
#include "platform/db/postgresql_connection.h"

namespace earshot::db::detail {

/// The channel, as an SQL expression: one for each schema, since each holds an installation of its own. What is sent on
/// it is the sender's name, a space and a tag.
#define EARSHOT_CHANNEL "left('earshot_changed_' || current_schema(), 63)"

/// A thread that tells of the changes which other nodes announce. It connects again whenever it must, and then tells
/// the tag "*", because it may have missed some.
class PostgresqlListener {
 public:
  /// Returns once it listens, or has failed to the first time. `node` is our own name, of whom nothing is told.
  PostgresqlListener(std::string url, std::string node, std::function<void(Tags const&)> tell, Warn warn);
  ~PostgresqlListener();
  PostgresqlListener(PostgresqlListener const&) = delete;
  PostgresqlListener& operator=(PostgresqlListener const&) = delete;

 private:
  void work();
  void listen();
  void hear(PostgresqlConnection& connection);
  bool stopped_within(Milliseconds time) const;

  std::string m_url;
  std::string m_node;
  std::function<void(Tags const&)> m_tell;
  Warn m_warn;
  int m_stop;  // an eventfd, readable when the thread is to end
  bool m_connected_before = false;
  bool m_begun = false;
  std::promise<void> m_begin;
  std::thread m_thread;  // last: it uses all of the above
};

}  // namespace earshot::db::detail
