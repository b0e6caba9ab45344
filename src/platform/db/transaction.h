// What a function given to Database::read or Database::write works with.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/pfr/core.hpp>
#include <tl/expected.hpp>

#include "platform/base/time.h"
#include "platform/db/codec.h"
#include "platform/db/error.h"
#include "platform/db/sql.h"

namespace earshot::db {

class Transaction;

/// What is done when an event is announced: inside the transaction in which it happens, so that both are kept or
/// neither is. So a feature heeds another that does not know it. `run` may run more than once, as what it is part of
/// may.
struct Hook {
  std::string_view event;  ///< "voices.said"
  std::function<void(Transaction&, std::int64_t subject, Time now)> run;
};

namespace detail {

class Session;

/// The answer to a statement: its rows, one value after another, and how many rows it changed.
struct Rows {
  std::size_t columns = 0;
  std::vector<Value> values;
  std::int64_t changed = 0;
};

using Values = std::vector<Value>;

}  // namespace detail

/// One transaction. It is consistent: what it reads does not change under it, and what it writes is kept as a whole or
/// not at all. A statement that fails (other than through `attempt`) ends it: nothing of it will be kept, even when the
/// exception is caught inside.
class Transaction {
 public:
  /// All rows. T is one column (a scalar, see codec.h) or an aggregate whose fields take the columns in order; a field
  /// may be an aggregate itself.
  template <class T, class... P>
  std::vector<T> all(Sql const& sql, P const&... params) {
    auto rows = run(sql, encoded(params...));
    return read_all<T>(sql, std::move(rows));
  }

  /// The first row, or nothing when there is none.
  template <class T, class... P>
  std::optional<T> first(Sql const& sql, P const&... params) {
    auto found = all<T>(sql, params...);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }

  /// The first row of a statement that always has one (INSERT … RETURNING id, SELECT count(*)); Error when it has none.
  template <class T, class... P>
  T one(Sql const& sql, P const&... params) {
    auto found = all<T>(sql, params...);
    if (found.empty()) throw_no_row(sql);
    return std::move(found.front());
  }

  /// Runs a statement; the number of rows changed. A broken rule of the schema is a ConstraintError.
  template <class... P>
  std::int64_t execute(Sql const& sql, P const&... params) {
    return run(sql, encoded(params...)).changed;
  }

  /// As execute, but a broken rule of the schema is a value and the transaction goes on as if nothing had been tried.
  template <class... P>
  tl::expected<std::int64_t, Violation> attempt(Sql const& sql, P const&... params) {
    return run_attempt(sql, encoded(params...));
  }

  /// Notes that what the public sees of `tag` changes with this transaction. Listeners (Database::on_change) are told
  /// after the commit, on every node.
  void changed(std::string_view tag) { m_tags.emplace(tag); }

  /// Runs the hooks of `event` (Database::add_hooks) for the row `subject`, before it returns. What one throws ends the
  /// transaction.
  void announce(std::string_view event, std::int64_t subject, Time now);

  /// Runs many statements without parameters, as in a migration file. Each ends with a semicolon.
  void script(std::string_view statements);

  [[nodiscard]] Engine engine() const;

  /// Made by the engines.
  explicit Transaction(detail::Session& session) : m_session(session) {}
  Transaction(Transaction const&) = delete;
  Transaction& operator=(Transaction const&) = delete;

  /// For the engines: the error that ended this transaction, if any, and the tags that changed.
  [[nodiscard]] std::exception_ptr const& failure() const { return m_failure; }
  [[nodiscard]] std::set<std::string> const& tags() const { return m_tags; }

  /// For the database: what announce() runs; it outlives this.
  void set_hooks(std::vector<Hook> const& hooks) { m_hooks = &hooks; }

 private:
  detail::Rows run(Sql const& sql, detail::Values params);
  tl::expected<std::int64_t, Violation> run_attempt(Sql const& sql, detail::Values params);
  void check(Sql const& sql, detail::Values const& params) const;
  [[noreturn]] void fail();

  [[noreturn]] static void throw_no_row(Sql const& sql);
  [[noreturn]] static void throw_wrong_width(Sql const& sql, std::size_t columns, std::size_t wanted);
  [[noreturn]] static void throw_unreadable(Sql const& sql, std::size_t column, std::exception const& why);

  // Not an initializer list, whose values would be copied once more.
  template <class... P>
  static detail::Values encoded(P const&... params) {
    detail::Values values;
    values.reserve(sizeof...(P));
    (values.push_back(encode(params)), ...);
    return values;
  }

  template <class T>
  static constexpr std::size_t width() {
    if constexpr (Column<T>) {
      return 1;
    } else {
      return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (std::size_t{0} + ... + width<boost::pfr::tuple_element_t<I, T>>());
      }
      (std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
    }
  }

  template <class T>
  static void read_into(T& target, Value*& next) {
    if constexpr (Column<T>) {
      target = Codec<T>::from(std::move(*next));
      ++next;
    } else {
      boost::pfr::for_each_field(target, [&](auto& field) { read_into(field, next); });
    }
  }

  template <class T>
  static std::vector<T> read_all(Sql const& sql, detail::Rows rows) {
    if (rows.columns != width<T>()) throw_wrong_width(sql, rows.columns, width<T>());
    std::vector<T> result;
    result.reserve(rows.values.size() / rows.columns);
    auto* next = rows.values.data();
    auto* const end = next + rows.values.size();
    while (next != end) {
      auto* const row = next;
      try {
        T item{};
        read_into(item, next);
        result.push_back(std::move(item));
      } catch (Error const& error) {
        throw_unreadable(sql, static_cast<std::size_t>(next - row), error);
      }
    }
    return result;
  }

  detail::Session& m_session;
  std::vector<Hook> const* m_hooks = nullptr;
  std::set<std::string> m_tags;
  std::exception_ptr m_failure;
};

}  // namespace earshot::db
