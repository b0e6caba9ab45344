// The program under test, as a process that is started, killed and started again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

namespace earshot::faults {

/// Starts the program with `arguments`; it does not outlive this process. What it says is added to the file `log`.
pid_t start_process(std::string const& program, std::vector<std::string> const& arguments, std::string const& log);

/// Waits for a process that was started and gives its exit code; -1 when something else ended it.
int end_of(pid_t process);

/// A port of 127.0.0.1 on which nobody listens.
std::uint16_t free_port();

/// Runs the program with `arguments` to its end and gives its exit code; what it says goes into the file `log`.
int run(std::string const& program, std::vector<std::string> const& arguments, std::string const& log);

class Program {
 public:
  /// `earshot serve` on `database`, not started yet. What it says is added to the file `log`.
  Program(std::string path, std::string database, std::string log);
  ~Program();
  Program(Program const&) = delete;
  Program& operator=(Program const&) = delete;

  /// Starts it and returns when it answers. Throws std::runtime_error when it does not within ten seconds.
  void start();
  /// Starts it and returns at once.
  void launch();
  /// SIGKILL: it has no time for anything.
  void kill();
  /// SIGTERM, and waits for its end; gives its exit code.
  int stop();

  /// The same for every start.
  [[nodiscard]] std::uint16_t port() const { return m_port; }
  /// While it runs.
  [[nodiscard]] pid_t process() const { return m_process; }

 private:
  std::string m_path;
  std::vector<std::string> m_arguments;
  std::string m_log;
  std::uint16_t m_port;
  pid_t m_process = 0;
};

}  // namespace earshot::faults
