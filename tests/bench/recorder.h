// The SQL that an answer takes, noted down and run again with nothing around it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "stage.h"

namespace earshot::bench {

struct Statement {
  /// How PostgreSQL was asked; SQLite knows only one way.
  enum class How { plain, prepared, planned_anew };

  How how = How::plain;
  std::string sql;  ///< SQLite: with its values in it.
  std::vector<unsigned> types = {};
  std::vector<std::optional<std::string>> values = {};
};

/// What an answer to `target` asks of the database, for the person with this cookie. It is answered in this process,
/// and once before, so that what is only done once is not in it.
std::vector<Statement> statements_of(Stage const& stage, std::string const& target, std::string const& cookie);

/// So often a second are these run, one after the other over one connection, prepared beforehand.
double replayed_per_second(Stage const& stage, std::vector<Statement> const& statements);

namespace recorder {

/// From now on what is asked of this engine is noted; finish() gives it, and ends that.
void begin();
std::vector<Statement> finish();
/// For those who see a statement pass: notes it if there is somebody who wants to know.
void note(Statement statement);

/// Notes what connections to SQLite are asked that are opened from now on.
void watch_sqlite();

}  // namespace recorder
}  // namespace earshot::bench
