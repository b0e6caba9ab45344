// What a process takes of the machine.
#pragma once

#include <sys/types.h>

namespace earshot::bench {

/// Megabytes of memory that the process and its children have in use. What they share counts for each.
double memory_mb(pid_t process);

/// How many processors all of the machine keeps busy just now, looked at for half a second.
double busy_processors();

/// Seconds of processor time of the process so far, without its children.
double processor_seconds(pid_t process);

/// How many processors a process keeps busy, from here on.
class Watch {
 public:
  explicit Watch(pid_t process);
  [[nodiscard]] double cores() const;

 private:
  pid_t m_process;
  double m_used;
  double m_start;
};

}  // namespace earshot::bench
