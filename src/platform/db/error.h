// What goes wrong in a database. An Error is for the operator; a Violation is a rule of the schema saying no.
#pragma once

#include <stdexcept>
#include <string>

namespace earshot::db {

/// What only an operator can mend, in one line of text. It never holds a password.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The database does not answer just now, or did not say whether it has kept a write: its connection was lost, its disk
/// is full, others are in the way. What was asked for may be asked for again.
class Unavailable : public Error {
 public:
  using Error::Error;
};

/// A rule of the schema that a statement would have broken.
struct Violation {
  enum class Kind { unique, foreign_key, check, not_null };

  Kind kind = Kind::unique;
  /// "table.column", or the name of the constraint, whichever the engine tells; empty when it tells neither.
  std::string what;

  bool operator==(Violation const&) const = default;
};

/// A Violation that the caller did not ask to be told of as a value (see Transaction::attempt).
class ConstraintError : public Error {
 public:
  ConstraintError(Violation broken, std::string const& message) : Error(message), m_violation(std::move(broken)) {}

  [[nodiscard]] Violation const& violation() const { return m_violation; }

 private:
  Violation m_violation;
};

}  // namespace earshot::db
