// The table that bin/bench prints, row by row as they are measured.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "row.h"

namespace earshot::bench {

class Table {
 public:
  /// Measures and shows only rows with `wanted` in their name; all when it is empty.
  explicit Table(std::string wanted) : m_wanted(std::move(wanted)) {}

  void print_head() const;

  [[nodiscard]] bool wants(std::string const& name) const { return name.find(m_wanted) != std::string::npos; }

  /// Measures a row, and prints it. `row` says what it is; what `measure` throws becomes its remark.
  void add(Row row, std::function<void(Row&)> const& measure);

  /// Writes all rows as a list of objects. Throws std::runtime_error when the file cannot be written.
  void write_json(std::string const& file) const;

 private:
  std::string m_wanted;
  std::vector<Row> m_rows;
};

}  // namespace earshot::bench
