// Load by wrk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

#include "runs.h"

namespace earshot::bench {

struct Load {
  std::string path;
  std::vector<std::string> headers = {};  ///< "Accept-Encoding: br"
  int connections = 16;
};

/// Asks the server on this port of 127.0.0.1 for one page again and again, for a second; `process` is who answers.
/// Throws std::runtime_error when an answer is a fault.
Sample load(std::uint16_t port, Load const& load, pid_t process);

}  // namespace earshot::bench
