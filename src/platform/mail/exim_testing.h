// A true mail server for tests: Exim, as nobody, on two ports of this machine, with STARTTLS on one and TLS from the
// first byte on the other. It keeps what comes in, one file a message. Only tests include this.
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "platform/fetch/tls_testing.h"

namespace earshot::mail {

/// Knows everybody but "unknown", and puts off whatever is for "later". "earshot" signs in with "hush".
class Exim {
 public:
  explicit Exim(testing_tls::Certificate const& certificate)
      : m_folder(certificate.folder()),
        m_port(testing_tls::free_port()),
        m_tls_port(testing_tls::free_port()),
        m_program(words(configured(certificate)), m_folder / "exim.log") {
    if (!testing_tls::listens(m_port)) throw std::runtime_error("Exim does not start; see bin/setup --tests");
  }

  [[nodiscard]] std::string plain() const { return "plain://127.0.0.1:" + std::to_string(m_port); }
  [[nodiscard]] std::string with_starttls() const { return "smtp://localhost:" + std::to_string(m_port); }
  [[nodiscard]] std::string with_tls() const { return "smtps://localhost:" + std::to_string(m_tls_port); }

  /// The messages that have come, when there are at least `wanted` of them, or after ten seconds.
  [[nodiscard]] std::vector<std::string> messages(std::size_t wanted) const {
    std::vector<std::string> found;
    for (int attempt = 0; attempt < 500; ++attempt) {
      found.clear();
      auto const inbox = m_folder / "inbox" / "new";
      if (std::filesystem::exists(inbox)) {
        for (auto const& each : std::filesystem::directory_iterator(inbox)) {
          std::ifstream file(each.path(), std::ios::binary);
          found.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
      }
      if (found.size() >= wanted && wanted > 0) break;
      if (wanted == 0 && attempt == 25) break;
      std::this_thread::sleep_for(Milliseconds(20));
    }
    return found;
  }

 private:
  static constexpr uid_t kNobody = 65534;

  static uid_t user() { return ::geteuid() == 0 ? kNobody : ::geteuid(); }
  static gid_t group() { return ::geteuid() == 0 ? kNobody : ::getegid(); }

  std::string configured(testing_tls::Certificate const& certificate) {
    auto const folder = m_folder.string();
    std::filesystem::create_directory(m_folder / "spool");
    std::filesystem::create_directory(m_folder / "inbox");
    std::ofstream(m_folder / "exim.conf") << "exim_user = " << user() << "\nexim_group = " << group() << R"(
keep_environment =
primary_hostname = localhost
spool_directory = )" << folder << R"(/spool
log_file_path = )" << folder << R"(/exim-%s
tls_certificate = )" << certificate.file() << R"(
tls_privatekey = )" << certificate.key() << R"(
tls_advertise_hosts = *
tls_on_connect_ports = )" << m_tls_port << R"(
acl_smtp_rcpt = recipients
acl_smtp_data = accept
deliver_drop_privilege = true
begin acl
recipients:
  deny local_parts = unknown
  defer local_parts = later
  accept
begin routers
everybody:
  driver = accept
  transport = keep
begin transports
keep:
  driver = appendfile
  directory = )" << folder << R"(/inbox
  maildir_format
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if and{{eq{$auth2}{earshot}}{eq{$auth3}{hush}}}}
  server_advertise_condition = ${if def:tls_in_cipher}
  server_set_id = $auth2
)";
    if (::geteuid() == 0) {
      own(m_folder);
      for (auto const& each : std::filesystem::recursive_directory_iterator(m_folder)) own(each.path());
    }
    return (m_folder / "exim.conf").string();
  }

  static void own(std::filesystem::path const& path) {
    if (::chown(path.c_str(), kNobody, kNobody) != 0) throw std::runtime_error("chown failed");
  }

  [[nodiscard]] std::vector<std::string> words(std::string const& configuration) const {
    std::vector<std::string> all;
    // Exim is not meant to read another's configuration with an administrator's rights.
    if (::geteuid() == 0) all = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    for (auto const& word :
         {std::string("/usr/sbin/exim4"), std::string("-bdf"), "-C" + configuration, std::string("-oX"),
          "<; [127.0.0.1]:" + std::to_string(m_port) + "; [127.0.0.1]:" + std::to_string(m_tls_port)})
      all.push_back(word);
    return all;
  }

  std::filesystem::path m_folder;
  std::uint16_t m_port;
  std::uint16_t m_tls_port;
  testing_tls::Program m_program;
};

}  // namespace earshot::mail
