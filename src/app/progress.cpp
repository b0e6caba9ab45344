#include "app/progress.h"

#include <fmt/core.h>
#include <unistd.h>

namespace earshot::app {

Progress::Progress() : m_on_terminal(isatty(STDERR_FILENO) != 0) {}

void Progress::show(std::string const& what, std::size_t done, std::size_t total) {
  if (m_on_terminal && total > 0)
    fmt::print(stderr, "\r\033[K{}: {} of {} ({} %)", what, done, total, done * 100 / total);
}

void Progress::end() {
  if (m_on_terminal) fmt::print(stderr, "\r\033[K");
}

}  // namespace earshot::app
