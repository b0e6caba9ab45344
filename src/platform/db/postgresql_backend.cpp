// PostgreSQL: a few connections read, a few threads write, each in one transaction what waits together.
#include <algorithm>
#include <atomic>
#include <random>
#include <set>
#include <shared_mutex>
#include <thread>
#include <utility>

#include "platform/db/backend.h"
#include "platform/db/pool.h"
#include "platform/db/postgresql_connection.h"
#include "platform/db/postgresql_listener.h"

namespace earshot::db::detail {

namespace {

constexpr int kMostTries = 14;     // about six seconds, enough for a restart of the server
constexpr int kTriesTogether = 3;  // of a batch, before its members go one by one

constexpr Sql kNotify{"SELECT pg_notify(" EARSHOT_CHANNEL ", $1)"};

/// A name for this process among the others.
std::string random_name() {
  std::random_device random;
  return std::to_string(random()) + "-" + std::to_string(random());
}

/// Longer with every try, and never the same for two who are in each other's way.
void pause_before(int next_try) {
  thread_local std::minstd_rand random{std::random_device{}()};
  auto const most = std::min(2 << next_try, 1'000);
  std::this_thread::sleep_for(Milliseconds(std::uniform_int_distribution(most / 2, most)(random)));
}

void finish_all(Batch const& batch, std::exception_ptr const& error) {
  for (auto const& write : batch) write->finish(error);
}

class PostgresqlBackend : public Backend {
 public:
  PostgresqlBackend(std::string url, Options const& options)
      : m_url(std::move(url)),
        m_options(options),
        m_node(random_name()),
        m_listeners(options.warn),
        m_readers([this] { return connect(); }, options.readers) {
    // Throws when the address is wrong. The connection stays in the pool.
    Pool<PostgresqlConnection>::Lease const first(m_readers);
    for (std::size_t i = 0; i < options.writers; ++i) m_threads.emplace_back([this] { work(); });
  }

  ~PostgresqlBackend() override {
    m_listener.reset();
    m_queue.close();
    for (auto& thread : m_threads) thread.join();
  }

  [[nodiscard]] Engine engine() const override { return Engine::postgresql; }

  void read(std::function<void(Transaction&)> const& fn) override {
    ++m_counters.reads;
    Pool<PostgresqlConnection>::Lease connection(m_readers);
    begin_read(connection);
    try {
      Transaction tx(*connection);
      fn(tx);
    } catch (...) {
      end_read(connection);
      throw;
    }
    end_read(connection);
  }

  void write(WriteFunction const& fn) override { m_queue.write(fn); }

  void on_change(Listener listener) override {
    m_listeners.add(std::move(listener));
    std::lock_guard const lock(m_listener_mutex);
    if (!m_listener)
      m_listener = std::make_unique<PostgresqlListener>(
          m_url, m_node, [this](Tags const& tags) { m_listeners.tell(tags); }, m_options.warn);
  }

 private:
  using Connection = std::unique_ptr<PostgresqlConnection>;
  using Try = PostgresqlConnection::Try;

  /// What came of one try to run a batch.
  enum class End { answered, one_by_one };

  [[nodiscard]] Connection connect() const {
    return std::make_unique<PostgresqlConnection>(m_url, m_options.statement_timeout);
  }

  void warn(std::string const& message) const {
    if (m_options.warn) m_options.warn(message);
  }

  /// A connection that waited in the pool may have been closed by the server since.
  void begin_read(Pool<PostgresqlConnection>::Lease& connection) {
    try {
      connection->begin_read();
    } catch (ConnectionLost const& lost) {
      warn(lost.what());
      ++m_counters.retries;
      connection.renew();
      connection->begin_read();
    }
  }

  static void end_read(Pool<PostgresqlConnection>::Lease& connection) {
    connection->roll_back();
    if (!connection->alive()) connection.discard();
  }

  void work() {
    Connection connection;
    while (true) {
      auto const batch = m_queue.take(m_options.batch, Milliseconds(60'000));
      if (!batch.empty()) {
        run(connection, batch);
      } else if (m_queue.closed()) {
        return;
      }
    }
  }

  /// Runs a batch until each of its members is answered.
  void run(Connection& connection, Batch const& batch) {
    for (auto tries = 0;; ++tries) {
      try {
        if (try_once(connection, batch, tries) == End::answered) return;
        break;
      } catch (ConnectionLost const& lost) {
        warn(lost.what());
        connection.reset();
        if (tries + 1 == kMostTries) return finish_all(batch, std::current_exception());
      } catch (Conflict const&) {
        connection->roll_back();
        if (tries + 1 == kTriesTogether && batch.size() > 1) break;
        if (tries + 1 == kMostTries) return finish_all(batch, std::current_exception());
      } catch (OutcomeUnknown const&) {
        connection.reset();
        return finish_all(batch, std::current_exception());
      } catch (...) {
        if (connection) connection->roll_back();
        if (batch.size() > 1) break;
        return finish_all(batch, std::current_exception());
      }
      ++m_counters.retries;
      pause_before(tries);
    }
    for (auto const& write : batch) run(connection, {write});
  }

  End try_once(Connection& connection, Batch const& batch, int tries) {
    // Whoever tries again has this node for itself, so that the node's own writers cannot be in each other's way twice.
    std::shared_lock together(m_lane, std::defer_lock);
    std::unique_lock alone(m_lane, std::defer_lock);
    if (tries == 0) together.lock();
    if (tries > 0) alone.lock();

    if (!connection) connection = connect();
    connection->begin_write(tries == 0 ? Try::first : Try::again);
    std::vector<std::exception_ptr> errors(batch.size());
    std::set<std::string> tags;
    std::uint64_t kept = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      connection->forget_written();
      Transaction tx(*connection);
      if (run_one(tx, *batch[i], errors[i]) == Verdict::keep) {
        ++kept;
        tags.insert(tx.tags().begin(), tx.tags().end());
      } else if (connection->written() || tx.failure()) {
        connection->roll_back();
        if (batch.size() > 1) return End::one_by_one;
        batch[i]->finish(std::move(errors[i]));
        return End::answered;
      }
    }
    for (auto const& tag : tags) connection->run(kNotify.text, {m_node + " " + tag});
    connection->commit();
    ++m_counters.commits;
    m_counters.writes += kept;
    m_listeners.tell({tags.begin(), tags.end()});
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i]->finish(std::move(errors[i]));
    return End::answered;
  }

  /// Its verdict, or why it failed in `error`. Throws only what calls for another try, whatever `fn` made of it.
  static Verdict run_one(Transaction& tx, Write& write, std::exception_ptr& error) {
    auto verdict = Verdict::roll_back;
    try {
      verdict = write.fn(tx);
    } catch (...) {
      error = std::current_exception();
    }
    if (!tx.failure()) return verdict;
    if (!error) error = tx.failure();
    try {
      std::rethrow_exception(tx.failure());
    } catch (ConnectionLost const&) {
      throw;
    } catch (Conflict const&) {
      throw;
    } catch (...) {
      return Verdict::roll_back;
    }
  }

  std::string m_url;
  Options m_options;
  std::string m_node;
  Listeners m_listeners;
  Pool<PostgresqlConnection> m_readers;
  WriteQueue m_queue;
  std::shared_mutex m_lane;
  std::vector<std::thread> m_threads;
  std::mutex m_listener_mutex;
  std::unique_ptr<PostgresqlListener> m_listener;
};

}  // namespace

std::unique_ptr<Backend> open_postgresql(std::string const& url, Options const& options) {
  return std::make_unique<PostgresqlBackend>(url, options);
}

}  // namespace earshot::db::detail
