#include "usage.h"

#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include <unistd.h>

namespace earshot::bench {
namespace {

std::string folder_of(pid_t process) { return "/proc/" + std::to_string(process); }

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Of all processors together, in user, nice and system.
double busy_seconds() {
  std::ifstream file("/proc/stat");
  std::string cpu;
  double user = 0, nice = 0, system = 0;
  file >> cpu >> user >> nice >> system;
  return (user + nice + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

double memory_mb(pid_t process) {
  std::ifstream status(folder_of(process) + "/status");
  double kilobytes = 0;
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) kilobytes = std::stod(line.substr(6));
  auto megabytes = kilobytes / 1024;
  std::ifstream children(folder_of(process) + "/task/" + std::to_string(process) + "/children");
  for (pid_t child = 0; children >> child;) megabytes += memory_mb(child);
  return megabytes;
}

double busy_processors() {
  auto const before = busy_seconds();
  auto const begin = seconds_now();
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  return (busy_seconds() - before) / (seconds_now() - begin);
}

double processor_seconds(pid_t process) {
  std::ifstream file(folder_of(process) + "/stat");
  std::string text;
  std::getline(file, text);
  // The name, in brackets, may hold anything. utime and stime are the 12th and 13th after it.
  std::istringstream after(text.substr(text.rfind(')') + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) after >> skipped;
  double user = 0, system = 0;
  after >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

Watch::Watch(pid_t process) : m_process(process), m_used(processor_seconds(process)), m_start(seconds_now()) {}

double Watch::cores() const { return (processor_seconds(m_process) - m_used) / (seconds_now() - m_start); }

}  // namespace earshot::bench
