// Reading the demonstration's own files. Private to this room.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "platform/base/result.h"

namespace earshot::demonstration {

inline std::string text(boost::json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value ? boost::json::value_to<std::string>(*value) : std::string();
}

inline std::vector<std::string> texts(boost::json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value ? boost::json::value_to<std::vector<std::string>>(*value) : std::vector<std::string>();
}

inline bool flag(boost::json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value && value->as_bool();
}

/// What a demonstration must not meet: its own data is wrong.
template <class T>
T must(Result<T> result) {
  if (!result) {
    auto const& problem = result.error().problems.front();
    throw std::runtime_error("The demonstration county is not well made: " + problem.field + " " + problem.message.id);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace earshot::demonstration
