// A line of progress for long work, on a terminal only.
#pragma once

#include <cstddef>
#include <string>

namespace earshot::app {

class Progress {
 public:
  Progress();

  /// Shows how far the work `what` has come; at most a few times a second are worth it.
  void show(std::string const& what, std::size_t done, std::size_t total);
  /// Takes the line away.
  void end();

 private:
  bool m_on_terminal;
};

}  // namespace earshot::app
