// The program under test, as a process that is started, killed and started again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/types.h>

namespace earshot::faults {

/// Under which a process runs.
struct Conditions {
  /// Of `earshot serve`, beside those that say where it keeps things and listens. One address sends all that a test
  /// sends.
  std::vector<std::string> arguments = {"--requests-per-second", "0"};
  std::map<std::string, std::string> environment = {};  ///< Beside what this process has.
  std::optional<rlim_t> open_files = {};                ///< At most so many.
  std::string cgroup = {};                              ///< A folder of /sys/fs/cgroup whose limits hold.
};

/// Starts the program with `arguments`; it does not outlive this process. What it says is added to the file `log`.
pid_t start_process(std::string const& program, std::vector<std::string> const& arguments, std::string const& log,
                    Conditions const& conditions = {.arguments = {}});

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

  /// Holds from the next start.
  void set_conditions(Conditions conditions) { m_conditions = std::move(conditions); }
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
  /// 0 while it does not run.
  [[nodiscard]] pid_t process() const { return m_process; }

 private:
  std::string m_path;
  std::vector<std::string> m_arguments;
  std::string m_log;
  Conditions m_conditions;
  std::uint16_t m_port;
  pid_t m_process = 0;
};

}  // namespace earshot::faults
