#include "platform/db/listeners.h"

#include <exception>

namespace earshot::db::detail {

void Listeners::add(Listener listener) {
  std::lock_guard const lock(m_mutex);
  m_listeners.push_back(std::move(listener));
}

void Listeners::tell(Tags const& tags) {
  if (tags.empty()) return;
  std::lock_guard const lock(m_mutex);
  for (auto const& listener : m_listeners) {
    try {
      listener(tags);
    } catch (std::exception const& error) {
      if (m_warn) m_warn(std::string("A listener of the database failed: ") + error.what());
    }
  }
}

}  // namespace earshot::db::detail
