// The bytes of a connection that have come and are not done with yet.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace earshot::http {

/// Holds no memory while it is released: twenty thousand idle connections must cost little.
class ReadBuffer {
 public:
  /// Moves what is unread to the front, and makes room for `capacity` bytes in all when there is less.
  void make_room(std::size_t capacity) {
    auto const waiting = unread();
    if (m_capacity < capacity) {
      auto larger = std::make_unique_for_overwrite<char[]>(capacity);
      std::copy(waiting.begin(), waiting.end(), larger.get());
      m_bytes = std::move(larger);
      m_capacity = capacity;
    } else {
      std::copy(waiting.begin(), waiting.end(), m_bytes.get());
    }
    m_begin = 0;
    m_end = waiting.size();
  }

  [[nodiscard]] char* free_begin() { return m_bytes.get() + m_end; }
  [[nodiscard]] std::size_t free_size() const { return m_capacity - m_end; }
  /// Tells that `count` bytes were written at `free_begin`.
  void filled(std::size_t count) { m_end += count; }

  [[nodiscard]] std::string_view unread() const { return {m_bytes.get() + m_begin, m_end - m_begin}; }
  /// Tells that the first `count` unread bytes are done with.
  void used(std::size_t count) { m_begin += count; }
  void drop_all() { m_begin = m_end = 0; }
  /// Gives the memory back, with all that was unread.
  void release() {
    m_bytes.reset();
    m_capacity = m_begin = m_end = 0;
  }
  [[nodiscard]] bool is_full() const { return m_begin == 0 && m_end == m_capacity; }

 private:
  std::unique_ptr<char[]> m_bytes;
  std::size_t m_capacity = 0;
  std::size_t m_begin = 0;
  std::size_t m_end = 0;
};

}  // namespace earshot::http
