// What a list, a search and a voice cost as a county grows.
#pragma once

#include <string>
#include <vector>

#include "stage.h"

namespace earshot::bench {

class Cost {
 public:
  explicit Cost(std::string const& rows) : m_wanted(std::string("cost by scale").find(rows) != std::string::npos) {}

  [[nodiscard]] bool wanted() const { return m_wanted; }

  /// The median of each in this stage, over one connection.
  void measure(Stage const& stage);

  /// A table with a line for each, drawn to the same measure.
  void print() const;

 private:
  struct Line {
    std::string what, engine;
    int scale;
    double milliseconds;
  };

  bool m_wanted;
  std::vector<Line> m_lines;
};

}  // namespace earshot::bench
