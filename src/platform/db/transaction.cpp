#include "platform/db/transaction.h"

#include <algorithm>

#include "platform/db/session.h"

namespace earshot::db {

namespace detail {

std::string excerpt(std::string_view sql) {
  static constexpr std::size_t kLength = 160;
  std::string line;
  for (auto character : sql.substr(0, kLength)) {
    auto const space = character == ' ' || character == '\n' || character == '\t';
    if (!space) line += character;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return sql.size() > kLength ? line + "…" : line;
}

}  // namespace detail

Engine Transaction::engine() const { return m_session.engine(); }

detail::Rows Transaction::run(Sql const& sql, detail::Values params) {
  check(sql, params);
  try {
    return m_session.run(sql.text, params);
  } catch (...) {
    fail();
  }
}

tl::expected<std::int64_t, Violation> Transaction::run_attempt(Sql const& sql, detail::Values params) {
  check(sql, params);
  try {
    return m_session.attempt(sql.text, params).changed;
  } catch (ConstraintError const& error) {
    return tl::make_unexpected(error.violation());
  } catch (...) {
    fail();
  }
}

void Transaction::announce(std::string_view event, std::int64_t subject, Time now) {
  if (m_hooks == nullptr) return;
  for (auto const& hook : *m_hooks)
    if (hook.event == event) hook.run(*this, subject, now);
}

void Transaction::script(std::string_view statements) {
  if (m_failure) std::rethrow_exception(m_failure);
  try {
    m_session.script(statements);
  } catch (...) {
    fail();
  }
}

void Transaction::check(Sql const& sql, detail::Values const& params) const {
  // PostgreSQL takes nothing more after a failure. SQLite would, and must not differ.
  if (m_failure) std::rethrow_exception(m_failure);
  for (auto const& param : params) {
    auto const* text = std::get_if<std::string>(&param);
    if (text != nullptr && !is_storable(*text))
      throw Error("A text that is not UTF-8, or has a NUL in it, cannot be stored: " + detail::excerpt(sql.text));
  }
}

void Transaction::fail() {
  m_failure = std::current_exception();
  throw;
}

void Transaction::throw_no_row(Sql const& sql) {
  throw Error("No row came from a statement that always has one: " + detail::excerpt(sql.text));
}

void Transaction::throw_wrong_width(Sql const& sql, std::size_t columns, std::size_t wanted) {
  throw Error(std::to_string(columns) + " columns came where " + std::to_string(wanted) +
              " were expected: " + detail::excerpt(sql.text));
}

void Transaction::throw_unreadable(Sql const& sql, std::size_t column, std::exception const& why) {
  throw Error("Column " + std::to_string(column + 1) + " cannot be read: " + why.what() + ": " +
              detail::excerpt(sql.text));
}

}  // namespace earshot::db
