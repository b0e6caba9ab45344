#include "wrk.h"

#include <cstdio>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "usage.h"

namespace earshot::bench {
namespace {

std::string quoted(std::string const& text) {
  std::string result = "'";
  for (auto const c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string output_of(std::string const& command) {
  std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  char part[1024];
  while (pipe && std::fgets(part, sizeof part, pipe.get())) text += part;
  return text;
}

}  // namespace

Sample load(std::uint16_t port, Load const& load, pid_t process) {
  auto command = "wrk -t1 -d1s -c" + std::to_string(load.connections) + " -s " + quoted(EARSHOT_WRK_SCRIPT);
  for (auto const& header : load.headers) command += " -H " + quoted(header);
  command += " " + quoted("http://127.0.0.1:" + std::to_string(port) + load.path) + " 2>&1";
  Watch const watch(process);
  auto const said = output_of(command);
  auto const cores = watch.cores();
  auto const begin = said.find("figures ");
  if (begin == std::string::npos) throw std::runtime_error("wrk said: " + said);
  std::istringstream figures(said.substr(begin + 8));
  double answers = 0, seconds = 0, faults = 0, p50 = 0, p99 = 0;
  figures >> answers >> seconds >> faults >> p50 >> p99;
  if (faults > 0) throw std::runtime_error(std::to_string(static_cast<int>(faults)) + " answers were faults");
  return {answers / seconds, p50, p99, cores, memory_mb(process)};
}

}  // namespace earshot::bench
