#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <type_traits>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "platform/config/config.h"
#include "platform/config/table.h"

namespace earshot::config {

namespace {

using List = std::vector<std::string>;

/// Puts a number in its place, when it fits there. `where` begins the line that says why not.
template <class T>
void set_number(Config& config, T Config::*place, Row const& row, double number, std::string_view where) {
  if (number < row.least) throw Error(fmt::format("{}: {} must be {} or more", where, row.name, row.least));
  if (number > static_cast<double>(std::numeric_limits<T>::max() / 2))
    throw Error(fmt::format("{}: {} is too large", where, row.name));
  if (std::is_integral_v<T> && number != std::floor(number))
    throw Error(fmt::format("{}: {} must be a whole number", where, row.name));
  config.*place = static_cast<T>(number);
}

void set_text(Config& config, std::string Config::*place, Row const& row, std::string value, std::string_view where) {
  auto const wrong = row.wrong ? row.wrong(value) : std::string();
  if (!wrong.empty()) throw Error(fmt::format("{}: {} {}", where, row.name, wrong));
  config.*place = std::move(value);
}

[[noreturn]] void throw_unknown(std::string_view where, std::string_view name) {
  throw Error(fmt::format("{}: there is no setting {}; did you mean {}?", where, name, nearest(name)));
}

std::string place_of(std::string const& file, toml::source_region const& region) {
  return fmt::format("{}:{}", file, region.begin.line);
}

List list_of(toml::node const& node, Row const& row, std::string const& where) {
  List items;
  auto const* array = node.as_array();
  if (array == nullptr) throw Error(fmt::format("{}: {} must be a list of texts: [\"…\"]", where, row.name));
  for (auto const& item : *array) {
    auto text = item.value_exact<std::string>();
    if (!text) throw Error(fmt::format("{}: {} must be a list of texts: [\"…\"]", where, row.name));
    items.push_back(std::move(*text));
  }
  return items;
}

void set_from_file(Config& config, Row const& row, toml::node const& node, std::string const& where) {
  std::visit(
      [&](auto place) {
        using T = std::decay_t<decltype(config.*place)>;
        if constexpr (std::is_same_v<T, std::string>) {
          auto text = node.value_exact<std::string>();
          if (!text) throw Error(fmt::format("{}: {} must be a text in quotation marks", where, row.name));
          set_text(config, place, row, std::move(*text), where);
        } else if constexpr (std::is_same_v<T, List>) {
          config.*place = list_of(node, row, where);
        } else {
          if (!node.is_number()) throw Error(fmt::format("{}: {} must be a number", where, row.name));
          set_number(config, place, row, *node.value<double>(), where);
        }
      },
      row.place);
}

void read_file(Config& config, std::string const& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw Error(fmt::format("{}: cannot be read", path));
  std::string const text(std::istreambuf_iterator<char>(stream), {});
  toml::table file;
  try {
    file = toml::parse(text, path);
  } catch (toml::parse_error const& error) {
    throw Error(fmt::format("{}: {}", place_of(path, error.source()), error.description()));
  }
  for (auto const& [key, node] : file) {
    auto const where = place_of(path, key.source());
    auto const* row = find(key.str());
    if (row == nullptr) throw_unknown(where, key.str());
    set_from_file(config, *row, node, where);
  }
}

List split(std::string_view text) {
  List items;
  while (!text.empty()) {
    auto item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

double number_of(Row const& row, std::string const& text, std::string const& where) {
  double number = 0;
  auto const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number))
    throw Error(fmt::format("{}: {} must be a number", where, row.name));
  return number;
}

/// A value from the environment or a flag is text whatever the setting; the items of a list have commas between them.
void set_from_text(Config& config, Row const& row, std::string const& text, std::string const& where) {
  std::visit(
      [&](auto place) {
        using T = std::decay_t<decltype(config.*place)>;
        if constexpr (std::is_same_v<T, std::string>) {
          set_text(config, place, row, text, where);
        } else if constexpr (std::is_same_v<T, List>) {
          config.*place = split(text);
        } else {
          set_number(config, place, row, number_of(row, text, where), where);
        }
      },
      row.place);
}

/// A slip in a variable's name would otherwise leave a setting at its default without a word.
void refuse_unknown(std::vector<std::string> const& variables) {
  constexpr std::string_view kTests = "EARSHOT_TEST_";
  for (auto const& variable : variables) {
    auto const known = std::any_of(table().begin(), table().end(),
                                   [&](Row const& row) { return environment_name(row.name) == variable; });
    if (!known && !variable.starts_with(kTests))
      throw Error(fmt::format("{}: there is no such setting; earshot --help lists them", variable));
  }
}

}  // namespace

Config load(Sources const& sources) {
  Config config;
  if (sources.file) read_file(config, *sources.file);
  refuse_unknown(sources.environment_names);
  if (sources.environment) {
    for (auto const& row : table()) {
      auto const variable = environment_name(row.name);
      if (auto const value = sources.environment(variable)) set_from_text(config, row, *value, variable);
    }
  }
  for (auto const& [name, value] : sources.flags) {
    auto const* row = find(name);
    if (row == nullptr) throw_unknown("command line", name);
    set_from_text(config, *row, value, flag_name(name));
  }
  return config;
}

}  // namespace earshot::config
