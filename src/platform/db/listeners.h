// Who is told of changes after a commit. Private to this room.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace earshot::db::detail {

using Tags = std::vector<std::string>;
using Listener = std::function<void(Tags const&)>;
using Warn = std::function<void(std::string const&)>;

class Listeners {
 public:
  explicit Listeners(Warn warn) : m_warn(std::move(warn)) {}

  void add(Listener listener);

  /// Tells everyone, one after another. A listener that throws is warned of; it undoes nothing, the commit is made.
  void tell(Tags const& tags);

 private:
  Warn m_warn;
  std::mutex m_mutex;
  std::vector<Listener> m_listeners;
};

}  // namespace earshot::db::detail
