// A certificate and a server that shows it, made with openssl's own program. Only tests include this.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/base/time.h"

namespace earshot::testing_tls {

/// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "earshot-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("there is no room for a folder");
    m_path = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

/// A port of 127.0.0.1 that nobody uses at the moment.
inline std::uint16_t free_port() {
  auto const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto const given = ::bind(socket, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
                     ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0;
  ::close(socket);
  if (!given) throw std::runtime_error("there is no free port");
  return ntohs(address.sin_port);
}

/// Whether somebody listens on this port of 127.0.0.1 within ten seconds.
inline bool listens(std::uint16_t port) {
  for (int attempt = 0; attempt < 500; ++attempt) {
    auto const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto const connected = ::connect(socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    ::close(socket);
    if (connected) return true;
    std::this_thread::sleep_for(Milliseconds(20));
  }
  return false;
}

/// A program that runs beside the test, its words in a file, until this is gone.
class Program {
 public:
  Program(std::vector<std::string> words, std::filesystem::path const& log) {
    m_pid = ::fork();
    if (m_pid < 0) throw std::runtime_error("no program can be started");
    if (m_pid > 0) return;
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    auto const output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    auto const nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, 0);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  ~Program() {
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
  }
  Program(Program const&) = delete;
  Program& operator=(Program const&) = delete;

 private:
  pid_t m_pid;
};

/// An authority of our own and a certificate for "localhost" that it signed.
class Certificate {
 public:
  Certificate() {
    auto const command =
        "cd '" + m_folder.path().string() +
        "' && { openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Test authority' -keyout ca.key -out "
        "ca.pem "
        "&& openssl req -newkey rsa:2048 -nodes -subj '/CN=localhost' -keyout key.pem -out server.csr "
        "&& echo 'subjectAltName=DNS:localhost' >names "
        "&& openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out "
        "server.pem; } >log 2>&1";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
  }
  [[nodiscard]] std::string authority() const { return (m_folder.path() / "ca.pem").string(); }
  [[nodiscard]] std::string file() const { return (m_folder.path() / "server.pem").string(); }
  [[nodiscard]] std::string key() const { return (m_folder.path() / "key.pem").string(); }
  [[nodiscard]] std::filesystem::path const& folder() const { return m_folder.path(); }

 private:
  Folder m_folder;
};

/// Answers every GET over TLS with a 200.
class TlsServer {
 public:
  explicit TlsServer(Certificate const& certificate)
      : m_port(free_port()),
        m_program({"openssl", "s_server", "-accept", "127.0.0.1:" + std::to_string(m_port), "-cert", certificate.file(),
                   "-key", certificate.key(), "-www"},
                  certificate.folder() / "server.log") {
    if (!listens(m_port)) throw std::runtime_error("openssl serves nothing");
  }
  [[nodiscard]] std::uint16_t port() const { return m_port; }

 private:
  std::uint16_t m_port;
  Program m_program;
};

}  // namespace earshot::testing_tls
