#include "program.h"

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/http/test_client.h"

namespace earshot::faults {

using namespace std::chrono_literals;

namespace {

/// In the new process, before it becomes the program.
void meet(Conditions const& conditions) {
  for (auto const& [name, value] : conditions.environment) setenv(name.c_str(), value.c_str(), 1);
  if (conditions.open_files) {
    rlimit const limit{*conditions.open_files, *conditions.open_files};
    setrlimit(RLIMIT_NOFILE, &limit);
  }
  if (!conditions.cgroup.empty()) {
    auto const file = ::open((conditions.cgroup + "/cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC);
    auto const self = std::to_string(getpid());
    if (::write(file, self.data(), self.size()) < 0) _exit(126);
  }
}

}  // namespace

pid_t start_process(std::string const& program, std::vector<std::string> const& arguments, std::string const& log,
                    Conditions const& conditions) {
  std::vector<char*> words{const_cast<char*>(program.c_str())};
  for (auto const& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  auto const process = fork();
  if (process < 0) throw std::runtime_error("no process can be started");
  if (process > 0) return process;
  // It does not outlive the test, however that ends.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  auto const file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  dup2(file, STDOUT_FILENO);
  dup2(file, STDERR_FILENO);
  meet(conditions);
  execv(program.c_str(), words.data());
  _exit(127);
}

int end_of(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::uint16_t free_port() {
  auto const listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(listener, reinterpret_cast<sockaddr const*>(&address), size);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(listener);
  return ntohs(address.sin_port);
}

int run(std::string const& program, std::vector<std::string> const& arguments, std::string const& log) {
  return end_of(start_process(program, arguments, log));
}

Program::Program(std::string path, std::string database, std::string log)
    : m_path(std::move(path)), m_log(std::move(log)), m_port(free_port()) {
  m_arguments = {"serve",       "--database", std::move(database), "--listen", "127.0.0.1:" + std::to_string(m_port),
                 "--log-level", "warning"};
}

Program::~Program() {
  if (m_process > 0) kill();
}

void Program::launch() {
  auto arguments = m_arguments;
  arguments.insert(arguments.end(), m_conditions.arguments.begin(), m_conditions.arguments.end());
  m_process = start_process(m_path, arguments, m_log, m_conditions);
}

void Program::start() {
  launch();
  auto const end = std::chrono::steady_clock::now() + 10s;
  while (std::chrono::steady_clock::now() < end) {
    if (http::TestClient(m_port).ask(http::get("/readyz")).status == 200) return;
    std::this_thread::sleep_for(5ms);
  }
  throw std::runtime_error("the program does not answer; see " + m_log);
}

void Program::kill() {
  ::kill(m_process, SIGKILL);
  end_of(m_process);
  m_process = 0;
}

int Program::stop() {
  ::kill(m_process, SIGTERM);
  auto const code = end_of(m_process);
  m_process = 0;
  return code;
}

}  // namespace earshot::faults
