// What an operator can set. Later sources win: defaults, a TOML file, EARSHOT_… in the environment, flags.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earshot::config {

/// What cannot be read, as one clear line for the operator.
class Error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The settings, by the names they have in the file. The table in table.cpp says what each is for.
struct Config {
  std::string database = "sqlite:data/earshot.db";
  int connections = 0;
  std::string listen = "127.0.0.1:8080";
  std::string public_address;
  std::string source_address;
  std::string place = "Fenshire families";
  std::string time_zone = "Europe/London";
  std::string emergency_line = "999";
  std::string second_factor = "optional";
  std::string openid_issuer;
  std::string openid_client_id;
  std::string openid_client_secret;
  std::string openid_name;
  std::string child_line = "Childline, 0800 1111";
  std::string exit_address = "https://www.bbc.co.uk/weather";
  int workers = 0;
  int io_threads = 0;
  int job_threads = 2;
  std::vector<std::string> trusted_proxies;
  std::vector<std::string> metrics_readers;
  std::string log_level = "info";
  double requests_per_second = 20;
  int request_burst = 400;
  std::int64_t memory_for_pages = 16 * 1024 * 1024;
  std::int64_t body_bytes = 256 * 1024;
  std::string mail = "outbox";
  std::string mail_from;
  int messages_per_minute = 120;
  std::string smtp_address;
  std::string smtp_user;
  std::string smtp_password;
  std::string smtp_password_file;
  std::string smtp_ca;
  std::string notify_address = "https://api.notifications.service.gov.uk";
  std::string notify_api_key;
  std::string notify_email_template;
  std::string notify_text_template;
  std::string notify_letter_template;
  std::string notify_callback_token;
};

/// One setting as it can be written in a file, in the environment or as a flag.
struct Setting {
  std::string_view name;   ///< In the file, "log_level"; the flag is --log-level, the variable EARSHOT_LOG_LEVEL.
  std::string_view type;   ///< "text", "number" or "list".
  std::string_view about;  ///< One English sentence for operators.
  bool secret = false;     ///< May hold a password, so it belongs in the environment or a file that others cannot read.
};

/// Every setting, in the order they are explained.
std::vector<Setting> settings();

/// "EARSHOT_LOG_LEVEL" of "log_level".
std::string environment_name(std::string_view setting);

/// "--log-level" of "log_level".
std::string flag_name(std::string_view setting);

/// What load() reads. `environment` gives the value of a variable, or nothing; main passes getenv.
struct Sources {
  std::optional<std::string> file;  ///< A path; given explicitly, so it must be there.
  std::function<std::optional<std::string>(std::string const&)> environment;
  /// Every variable whose name begins with EARSHOT_; those of no setting are refused, EARSHOT_TEST_… are the tests'
  /// own.
  std::vector<std::string> environment_names = {};
  std::vector<std::pair<std::string, std::string>> flags;  ///< Setting name and value, as from the command line.
};

/// Reads and checks all sources. Throws Error with the place (file and line, variable or flag) and the remedy; an
/// unknown name is refused with the nearest one that is known.
Config load(Sources const& sources);

/// All settings as lines of TOML, those that are secret without what is secret in them, for operators.
std::string describe(Config const& config);

/// A commented TOML file with every setting at its default, for /etc/earshot.toml and the guide for operators.
std::string example();

}  // namespace earshot::config
