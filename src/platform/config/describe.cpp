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

/// What stands before the password of a database, or all of an address that has none.
std::string without_password(std::string const& address) {
  auto const start = address.find("://");
  auto const at = address.rfind('@');
  if (start == std::string::npos || at == std::string::npos) {
    // A password may also stand in the query of an address.
    return address.find("password=") == std::string::npos ? address : "(set)";
  }
  return address.substr(0, start + 3) + "…" + address.substr(at);
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
  std::string text;
  for (auto const& row : table()) {
    auto value = written(config, row);
    if (row.name == "database")
      value = quoted(without_password(config.database));
    else if (row.secret)
      value = value == "\"\"" ? "(not set)" : "(set)";
    text += fmt::format("{} = {}\n", row.name, value);
  }
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
