#include "platform/config/table.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace earshot::config {

namespace {

std::string wrong_database(std::string_view value) {
  if (value.starts_with("sqlite:") || value.starts_with("postgresql:") || value.starts_with("postgres:")) return {};
  return "must begin with sqlite: or postgresql:";
}

std::string wrong_listen(std::string_view value) {
  auto const colon = value.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == value.size() ||
      value.substr(colon + 1).find_first_not_of("0123456789") != std::string_view::npos)
    return "must be address:port, such as 127.0.0.1:8080 or [::1]:8080";
  return {};
}

std::string wrong_public_address(std::string_view value) {
  if (value.empty()) return {};
  if (!value.starts_with("https://") && !value.starts_with("http://")) return "must begin with https:// or http://";
  if (value.ends_with('/')) return "must not end with a slash";
  return {};
}

std::string wrong_exit_address(std::string_view value) {
  if (!value.starts_with("https://")) return "must begin with https://";
  return {};
}

std::string wrong_log_level(std::string_view value) {
  constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warning", "error"};
  if (std::find(kLevels.begin(), kLevels.end(), value) != kLevels.end()) return {};
  return "must be debug, info, warning or error";
}

std::string wrong_mail(std::string_view value) {
  if (value == "outbox" || value == "smtp" || value == "notify") return {};
  return "must be outbox, smtp or notify";
}

/// A name may stand before the address: Fenshire families <families@fenshire.example>.
std::string wrong_mail_from(std::string_view value) {
  if (value.empty()) return {};
  auto const begin = value.rfind('<');
  auto address = begin == std::string_view::npos ? value : value.substr(begin + 1);
  if (begin != std::string_view::npos) address = address.substr(0, address.find('>'));
  auto const at = address.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == address.size() ||
      address.find_first_of(" <>,;:\"") != std::string_view::npos ||
      value.find_first_of("\r\n\t") != std::string_view::npos)
    return "must be an e-mail address, such as Fenshire families <families@fenshire.example>";
  return {};
}

std::string wrong_smtp_address(std::string_view value) {
  if (value.empty() || value.starts_with("smtp://") || value.starts_with("smtps://")) return {};
  constexpr std::string_view kPlain = "plain://";
  if (!value.starts_with(kPlain)) return "must begin with smtp://, smtps:// or plain://";
  auto const host = value.substr(kPlain.size(), value.rfind(':') - kPlain.size());
  if (host == "127.0.0.1" || host == "localhost" || host == "[::1]") return {};
  return "may begin with plain:// only for this machine, such as plain://127.0.0.1:25";
}

/// "name-UUID-UUID", as GOV.UK Notify gives it; it is not shown, as it is a secret.
std::string wrong_notify_key(std::string_view value) {
  constexpr std::size_t kUuids = 73;
  if (value.empty()) return {};
  if (value.size() < kUuids || value.find_first_of(" \t\r\n") != std::string_view::npos)
    return "must be the whole key, as GOV.UK Notify showed it once: name, service and secret with dashes between them";
  return {};
}

std::string wrong_second_factor(std::string_view value) {
  return value == "optional" || value == "required" ? "" : "must be optional or required";
}

std::string wrong_if_empty(std::string_view value) { return value.empty() ? "must not be empty" : ""; }

/// How many letters must be changed, added or left out to make one of the other (Levenshtein).
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      auto const changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

}  // namespace

std::vector<Row> const& table() {
  static std::vector<Row> const rows{
      {"database", &Config::database,
       "Where everything is kept: sqlite:PATH for one machine, postgresql://… for many. May hold a password.", true, 0,
       wrong_database},
      {"connections", &Config::connections, "Connections for reading; 0 for eight."},
      {"listen", &Config::listen, "The address and port that pages are served on.", false, 0, wrong_listen},
      {"metrics_readers", &Config::metrics_readers,
       "Addresses or networks that may read /metrics beside this machine itself."},
      {"public_address", &Config::public_address,
       "The address that families see, such as https://families.example, for links that leave the site.", false, 0,
       wrong_public_address},
      {"source_address", &Config::source_address,
       "Where visitors can get the source of this copy, as the AGPL (section 13) asks of who runs a changed one.",
       false, 0, wrong_public_address},
      {"trusted_proxies", &Config::trusted_proxies,
       "Proxies whose word on the visitor's address is believed: addresses or networks such as 10.0.0.0/8."},
      {"place", &Config::place, "Whose platform it is, as the pages say it.", false, 0, wrong_if_empty},
      {"emergency_line", &Config::emergency_line, "The number to call when somebody is in danger."},
      {"child_line", &Config::child_line, "Whom a child can call to talk to somebody: a name and a number."},
      {"exit_address", &Config::exit_address,
       "Where “Exit this page” leads: a page that gives nothing away, such as https://www.bbc.co.uk/weather.", false, 0,
       wrong_exit_address},
      {"time_zone", &Config::time_zone, "Where days begin and end, such as Europe/London.", false, 0, wrong_if_empty},
      {"second_factor", &Config::second_factor,
       "Whether accounts for work need a code beside the password: optional or required.", false, 0,
       wrong_second_factor},
      {"openid_issuer", &Config::openid_issuer,
       "The agency's own sign-in (OpenID Connect): its issuer, as https://login.example; empty for none.", false, 0,
       wrong_public_address},
      {"openid_client_id", &Config::openid_client_id, "As whom Earshot is known there."},
      {"openid_client_secret", &Config::openid_client_secret, "Earshot's secret there.", true},
      {"openid_name", &Config::openid_name, "What people call that sign-in, such as Fenshire Council."},
      {"workers", &Config::workers, "Threads that make pages; 0 for four for each processor."},
      {"io_threads", &Config::io_threads, "Threads for sockets; 0 for one for every two processors."},
      {"job_threads", &Config::job_threads, "Threads for work that follows; 0 to leave it to other machines."},
      {"requests_per_second", &Config::requests_per_second,
       "Requests a second that one address may make for long; 0 for no limit."},
      {"request_burst", &Config::request_burst, "Requests that one address may make at once.", false, 1},
      {"memory_for_pages", &Config::memory_for_pages, "Bytes of memory for public pages that are kept ready."},
      {"body_bytes", &Config::body_bytes, "The largest form that is taken, in bytes.", false, 1024},
      {"mail", &Config::mail,
       "How messages leave: outbox keeps them here and sends nothing; smtp; notify for GOV.UK Notify.", false, 0,
       wrong_mail},
      {"mail_from", &Config::mail_from, "Who e-mail is from: Fenshire families <families@fenshire.example>.", false, 0,
       wrong_mail_from},
      {"messages_per_minute", &Config::messages_per_minute,
       "Messages that all machines together send in a minute; 0 for no limit."},
      {"smtp_address", &Config::smtp_address,
       "The mail server: smtp://HOST:587 (STARTTLS), smtps://HOST:465, or plain://127.0.0.1:25 on this machine.", false,
       0, wrong_smtp_address},
      {"smtp_user", &Config::smtp_user, "The name to sign in to the mail server with; empty for none."},
      {"smtp_password", &Config::smtp_password, "The password for it.", true},
      {"smtp_password_file", &Config::smtp_password_file, "A file whose first line is that password."},
      {"smtp_ca", &Config::smtp_ca, "A PEM file of certificates to trust for the mail server; empty: the system's."},
      {"notify_address", &Config::notify_address, "Where GOV.UK Notify answers.", false, 0, wrong_public_address},
      {"notify_api_key", &Config::notify_api_key,
       "The key of GOV.UK Notify. With mail = smtp, texts and letters still go by Notify.", true, 0, wrong_notify_key},
      {"notify_email_template", &Config::notify_email_template,
       "The id of its template for e-mail, with ((subject)) and ((body))."},
      {"notify_text_template", &Config::notify_text_template,
       "The id of its template for text messages, with ((body))."},
      {"notify_letter_template", &Config::notify_letter_template,
       "The id of its template for letters, with ((subject)) and ((body))."},
      {"notify_callback_token", &Config::notify_callback_token,
       "The bearer token that GOV.UK Notify sends with its callbacks to /messages/notify; empty: none are taken.",
       true},
      {"log_level", &Config::log_level, "What is logged: debug, info, warning or error, and above.", false, 0,
       wrong_log_level},
  };
  return rows;
}

Row const* find(std::string_view name) {
  auto const row = std::find_if(table().begin(), table().end(), [&](Row const& each) { return each.name == name; });
  return row == table().end() ? nullptr : &*row;
}

std::string_view nearest(std::string_view name) {
  return std::min_element(
             table().begin(), table().end(),
             [&](Row const& one, Row const& other) { return distance(name, one.name) < distance(name, other.name); })
      ->name;
}

}  // namespace earshot::config
