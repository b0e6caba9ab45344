#include <algorithm>
#include <cctype>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "platform/config/config.h"
#include "platform/config/table.h"

namespace earshot::config {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string written(Config const& config, Row const& row) {
  return std::visit(
      [&](auto place) -> std::string {
        auto const& value = config.*place;
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::string>) {
          return quoted(value);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          std::vector<std::string> items;
          std::transform(value.begin(), value.end(), std::back_inserter(items), quoted);
          return fmt::format("[{}]", fmt::join(items, ", "));
        } else {
          return fmt::format("{}", value);
        }
      },
      row.place);
}

std::string_view type_of(Row const& row) {
  if (std::holds_alternative<std::string Config::*>(row.place)) return "text";
  if (std::holds_alternative<std::vector<std::string> Config::*>(row.place)) return "list";
  return "number";
}

/// `address` without who signs in to the database and how; a password may stand before the host or in the query.
std::string without_password(std::string const& address) {
  if (address.starts_with("sqlite:")) return address;
  auto const scheme = address.substr(0, address.find("://"));
  if (address.find("password=") != std::string::npos) return scheme + "://…";
  auto const at = address.rfind('@');
  return at == std::string::npos ? address : scheme + "://…" + address.substr(at);
}

/// Of what is secret altogether, only whether there is something. The address of the database says more.
std::string shown_of(Config const& config, Row const& row) {
  auto const text = written(config, row);
  auto const whole_secret = row.secret && row.name != "database";
  return whole_secret && text != quoted("") ? quoted("…") : text;
}

}  // namespace

std::vector<Setting> settings() {
  std::vector<Setting> result;
  for (auto const& row : table()) result.push_back({row.name, type_of(row), row.about, row.secret});
  return result;
}

std::string environment_name(std::string_view setting) {
  std::string name = "EARSHOT_";
  for (char c : setting) name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

std::string flag_name(std::string_view setting) {
  std::string name = "--" + std::string(setting);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::string describe(Config const& config) {
  Config shown = config;
  shown.database = without_password(config.database);
  std::string text;
  for (auto const& row : table()) text += fmt::format("{} = {}\n", row.name, shown_of(shown, row));
  return text;
}

std::string example() {
  std::string text;
  for (auto const& row : table())
    text += fmt::format("# {}\n# {} in the environment, {} as a flag.\n# {} = {}\n\n", row.about,
                        environment_name(row.name), flag_name(row.name), row.name, written(Config{}, row));
  text.pop_back();
  return text;
}

}  // namespace earshot::config
