// SQLite: a few connections read; one thread writes, and commits together what waits together.
#include <chrono>
#include <set>
#include <thread>
#include <utility>

#include "platform/db/backend.h"
#include "platform/db/pool.h"
#include "platform/db/sqlite_session.h"

namespace earshot::db::detail {

namespace {

using std::chrono::steady_clock;

class SqliteBackend : public Backend {
 public:
  SqliteBackend(std::string const& path, Options const& options)
      : m_options(options),
        m_listeners(options.warn),
        m_writer(path, SqliteSession::Access::write, options.busy_timeout),
        m_version(m_writer.data_version()),
        m_readers(
            [path, options] {
              return std::make_unique<SqliteSession>(path, SqliteSession::Access::read, options.busy_timeout);
            },
            options.readers),
        m_thread([this] { work(); }) {}

  ~SqliteBackend() override {
    m_queue.close();
    m_thread.join();
  }

  [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

  void read(std::function<void(Transaction&)> const& fn) override {
    ++m_counters.reads;
    Pool<SqliteSession>::Lease session(m_readers);
    session->run("BEGIN", {});
    try {
      Transaction tx(*session);
      fn(tx);
      session->run("COMMIT", {});
    } catch (...) {
      if (session->in_transaction()) session->run("ROLLBACK", {});
      throw;
    }
  }

  void write(WriteFunction const& fn) override { m_queue.write(fn); }

  void on_change(Listener listener) override { m_listeners.add(std::move(listener)); }

 private:
  void work() {
    while (true) {
      auto const batch = m_queue.take(m_options.batch, kLookForOthers);
      if (batch.empty() && m_queue.closed()) return;
      notice_others();
      if (!batch.empty()) commit(batch);
    }
  }

  /// How what fails by itself is undone: with all that it was run together with, which are then run again; or alone, by
  /// a savepoint, which costs more than most writes do.
  enum class Undo { all, one };

  /// One transaction for all of them.
  void commit(Batch const& batch) {
    if (!try_together(batch, Undo::all)) try_together(batch, Undo::one);
  }

  /// Answers all of them, unless one has to be undone and takes others with it: false then, and nothing has happened.
  /// Whatever fails for the transaction as a whole fails for all.
  bool try_together(Batch const& batch, Undo undo) {
    std::vector<std::exception_ptr> errors(batch.size());
    std::set<std::string> tags;
    std::uint64_t kept = 0;
    try {
      m_writer.run("BEGIN IMMEDIATE", {});
      for (std::size_t i = 0; i < batch.size(); ++i) {
        m_writer.forget_written();
        if (undo == Undo::one) m_writer.run("SAVEPOINT one", {});
        auto const is_kept = run_one(*batch[i], errors[i], tags);
        kept += is_kept ? 1 : 0;
        if (undo == Undo::one) {
          if (!is_kept) m_writer.run("ROLLBACK TO one", {});
          m_writer.run("RELEASE one", {});
        } else if (!is_kept && m_writer.written()) {
          m_writer.run("ROLLBACK", {});
          if (batch.size() > 1) return false;
          batch[i]->finish(std::move(errors[i]));
          return true;
        }
      }
      m_writer.run("COMMIT", {});
    } catch (...) {
      fail_all(batch, std::current_exception());
      return true;
    }
    ++m_counters.commits;
    m_counters.writes += kept;
    m_listeners.tell({tags.begin(), tags.end()});
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i]->finish(std::move(errors[i]));
    return true;
  }

  /// Whether it is to be kept. Throws only when the transaction as a whole is lost.
  bool run_one(Write& write, std::exception_ptr& error, std::set<std::string>& tags) {
    Transaction tx(m_writer);
    auto verdict = Verdict::roll_back;
    try {
      verdict = write.fn(tx);
      if (tx.failure()) std::rethrow_exception(tx.failure());
    } catch (...) {
      error = std::current_exception();
      verdict = Verdict::roll_back;
    }
    if (!m_writer.in_transaction())
      std::rethrow_exception(tx.failure() ? tx.failure() : std::make_exception_ptr(Error("SQLite: rolled back")));
    if (verdict == Verdict::keep) tags.insert(tx.tags().begin(), tx.tags().end());
    return verdict == Verdict::keep;
  }

  void fail_all(Batch const& batch, std::exception_ptr const& error) {
    try {
      if (m_writer.in_transaction()) m_writer.run("ROLLBACK", {});
    } catch (Error const& worse) {
      if (m_options.warn) m_options.warn(worse.what());
    }
    for (auto const& write : batch) write->finish(error);
  }

  /// Another process (a second `earshot`, an operator's sqlite3) may have written. It cannot say what.
  void notice_others() {
    if (steady_clock::now() < m_look_again) return;
    m_look_again = steady_clock::now() + kLookForOthers;
    try {
      if (auto const version = m_writer.data_version(); std::exchange(m_version, version) != version)
        m_listeners.tell({"*"});
    } catch (Error const& error) {
      if (m_options.warn) m_options.warn(error.what());
    }
  }

  static constexpr Milliseconds kLookForOthers{1'000};

  Options m_options;
  Listeners m_listeners;
  SqliteSession m_writer;  // the thread's alone, once it runs
  std::int64_t m_version;
  steady_clock::time_point m_look_again{};
  Pool<SqliteSession> m_readers;
  WriteQueue m_queue;
  std::thread m_thread;  // last: it uses all of the above
};

}  // namespace

std::unique_ptr<Backend> open_sqlite(std::string const& path, Options const& options) {
  if (path.empty()) throw Error("The address of the database names no file: write sqlite: and a path");
  return std::make_unique<SqliteBackend>(path, options);
}

}  // namespace earshot::db::detail
