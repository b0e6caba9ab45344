#include "nginx.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

#include "program.h"

namespace earshot::bench {
namespace {

using namespace std::chrono_literals;

/// nginx writes these itself, each for its own file.
bool is_its_own(std::string const& header) {
  static std::set<std::string> const own{"Content-Type", "Content-Length", "Date", "ETag", "Connection", "Server"};
  return own.contains(header);
}

std::string with_dollars_plain(std::string text) {
  if (text.find_first_of("$\"\\") != std::string::npos)
    throw std::runtime_error("nginx cannot be told this header: " + text);
  return text;
}

std::string settings(std::filesystem::path const& folder, std::uint16_t port, http::Headers const& headers) {
  std::string const at = folder.string();
  std::string text = "daemon off;\npid " + at + "/pid;\nerror_log " + at +
                     "/error.log;\nworker_processes auto;\nevents { worker_connections 1024; }\nhttp {\n"
                     "  access_log off;\n  sendfile on;\n  tcp_nopush on;\n  server_tokens off;\n"
                     "  keepalive_requests 1000000000;\n  open_file_cache max=100 inactive=60s;\n";
  for (auto const* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    text += "  " + std::string(kind) + "_temp_path " + at + "/" + kind + ";\n";
  text += "  server {\n    listen 127.0.0.1:" + std::to_string(port) + ";\n    default_type \"" +
          std::string(headers.get("Content-Type")) + "\";\n";
  for (auto const& [name, value] : headers)
    if (!is_its_own(std::string(name)))
      text += "    add_header " + std::string(name) + " \"" + with_dollars_plain(std::string(value)) + "\";\n";
  return text + "    root " + at + ";\n  }\n}\n";
}

/// Without the rights of root, and gone when this process is.
std::vector<std::string> command(std::filesystem::path const& folder) {
  std::vector<std::string> words{"--pdeathsig", "TERM"};
  if (geteuid() == 0) words.insert(words.end(), {"--reuid", "nobody", "--regid", "nogroup", "--clear-groups"});
  words.insert(words.end(), {"/usr/sbin/nginx", "-p", folder.string(), "-c", folder.string() + "/nginx.conf", "-e",
                             folder.string() + "/error.log"});
  return words;
}

std::filesystem::path new_folder() {
  auto name = (std::filesystem::temp_directory_path() / "earshot-nginx.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  // Whoever nginx runs as writes its logs here; there is nothing in it but a public page.
  chmod(name.c_str(), S_IRWXU | S_IRWXG | S_IRWXO);
  return name;
}

void write(std::filesystem::path const& file, std::string const& text) {
  std::ofstream(file, std::ios::binary) << text;
  chmod(file.c_str(), S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
}

}  // namespace

Nginx::Nginx(http::TestClient::Answer const& answer) : m_folder(new_folder()), m_port(faults::free_port()) {
  write(m_folder / std::string(kPath).substr(1), answer.body);
  write(m_folder / "nginx.conf", settings(m_folder, m_port, answer.headers));
  m_process = faults::start_process("/usr/bin/setpriv", command(m_folder), (m_folder / "output.log").string());
  auto const end = std::chrono::steady_clock::now() + 5s;
  while (std::chrono::steady_clock::now() < end) {
    auto const seen = http::TestClient(m_port).ask(http::get(kPath));
    if (seen.status == 200 && seen.body == answer.body) {
      m_etag = seen.headers.get("ETag");
      return;
    }
    std::this_thread::sleep_for(10ms);
  }
  ::kill(m_process, SIGTERM);
  faults::end_of(m_process);
  throw std::runtime_error("nginx does not serve the page; see " + m_folder.string());
}

Nginx::~Nginx() {
  ::kill(m_process, SIGTERM);
  faults::end_of(m_process);
  std::error_code ignored;
  std::filesystem::remove_all(m_folder, ignored);
}

}  // namespace earshot::bench
