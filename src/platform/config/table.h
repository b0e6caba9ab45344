// The one table of settings that reading, names in the environment, descriptions and documentation come from.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/config/config.h"

namespace earshot::config {

/// Where a setting is kept; its type says how it is written.
using Place = std::variant<std::string Config::*, int Config::*, std::int64_t Config::*, double Config::*,
                           std::vector<std::string> Config::*>;

struct Row {
  std::string_view name;
  Place place;
  std::string_view about;
  bool secret = false;
  /// For a number the least it may be.
  double least = 0;
  /// For text what is wrong with a value, as the end of a sentence; empty when it is right. Null: anything goes.
  std::string (*wrong)(std::string_view value) = nullptr;
};

/// Every setting in the order in which operators are told of them.
std::vector<Row> const& table();

/// The row of this name, or null.
Row const* find(std::string_view name);

/// The name that is most like `name`.
std::string_view nearest(std::string_view name);

}  // namespace earshot::config
