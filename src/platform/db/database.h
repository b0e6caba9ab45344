// The database: one façade, two engines behind it. SQLite for one machine, PostgreSQL for many.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "platform/base/time.h"
#include "platform/db/transaction.h"

namespace earshot::db {

namespace detail {

class Backend;

/// Whether what a function wrote is to be kept.
enum class Verdict { keep, roll_back };

template <class T>
inline constexpr bool kIsExpected = false;
template <class T, class E>
inline constexpr bool kIsExpected<tl::expected<T, E>> = true;

}  // namespace detail

struct Options {
  /// At most so many read connections. A reader who finds none free waits.
  std::size_t readers = 8;
  /// PostgreSQL: so many connections write. SQLite always has one.
  std::size_t writers = 2;
  /// At most so many waiting writes are committed together.
  std::size_t batch = 64;
  /// SQLite: how long to wait for another process that is writing.
  Milliseconds busy_timeout{10'000};
  /// PostgreSQL: a statement that takes longer is stopped with an Error. Zero for no limit.
  Milliseconds statement_timeout{30'000};
  /// Told, in one line each, of what was mended without help: a connection that was made again, a listener that threw.
  std::function<void(std::string const&)> warn = {};
};

/// What was done since the database was opened.
struct Counters {
  std::uint64_t reads = 0;
  std::uint64_t writes = 0;   // write functions that were kept
  std::uint64_t commits = 0;  // commits that they took
  std::uint64_t retries = 0;  // transactions that were begun again after a conflict or a lost connection
};

class Database {
 public:
  /// Opens "sqlite:PATH" (made when missing) or "postgresql://…". Error, in one clear line, when that does not work.
  static std::unique_ptr<Database> open(std::string const& url, Options options = {});

  ~Database();
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;

  /// Runs fn(Transaction&) on this thread in a transaction that may only read, and gives what it returns. All it reads
  /// is of one moment. A thread has one transaction at a time: nesting is a std::logic_error.
  template <class F>
  auto read(F&& fn) {
    using R = std::decay_t<std::invoke_result_t<F&, Transaction&>>;
    if constexpr (std::is_void_v<R>) {
      run_read([&](Transaction& tx) { fn(tx); });
    } else {
      std::optional<R> result;
      run_read([&](Transaction& tx) { result.emplace(fn(tx)); });
      return std::move(*result);
    }
  }

  /// Runs fn(Transaction&) in a transaction, and gives what it returns once that is durable. fn runs on a thread of the
  /// database and may run more than once, so it has no effects but on the transaction. When it returns a refusal (an
  /// unexpected) or throws, nothing it wrote is kept; what it threw is thrown here. Transactions are serialisable: the
  /// outcome is as if they had run one after another.
  template <class F>
  auto write(F&& fn) {
    using R = std::decay_t<std::invoke_result_t<F&, Transaction&>>;
    if constexpr (std::is_void_v<R>) {
      run_write([&](Transaction& tx) {
        fn(tx);
        return detail::Verdict::keep;
      });
    } else {
      std::optional<R> result;
      run_write([&](Transaction& tx) {
        result.emplace(fn(tx));
        if constexpr (detail::kIsExpected<R>) {
          if (!*result) return detail::Verdict::roll_back;
        }
        return detail::Verdict::keep;
      });
      return std::move(*result);
    }
  }

  /// From now on `listener` is told, after each commit, which tags changed (Transaction::changed). It is called before
  /// the writer is answered, on a thread of the database, so it is quick and does not use the database. The tag "*"
  /// means that everything may have changed: another process wrote, or changes may have been missed.
  void on_change(std::function<void(std::vector<std::string> const& tags)> listener);

  /// From now on these are run when a transaction that writes announces their event (Transaction::announce). Called
  /// before others use the database.
  void add_hooks(std::vector<Hook> hooks);

  [[nodiscard]] Engine engine() const;

  /// Answers a trivial query? For /readyz.
  bool ready();

  [[nodiscard]] Counters counters() const;

 private:
  explicit Database(std::unique_ptr<detail::Backend> backend);

  void run_read(std::function<void(Transaction&)> const& fn);
  void run_write(std::function<detail::Verdict(Transaction&)> const& fn);

  std::vector<Hook> m_hooks;
  std::unique_ptr<detail::Backend> m_backend;
};

}  // namespace earshot::db
