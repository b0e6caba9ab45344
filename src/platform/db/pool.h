// A few connections shared by many threads. Private to this room.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace earshot::db::detail {

/// At most `most` things of type T, made when they are first needed.
template <class T>
class Pool {
 public:
  using Make = std::function<std::unique_ptr<T>()>;

  Pool(Make make, std::size_t most) : m_make(std::move(make)), m_left(most) {}

  /// One T, this thread's alone until the lease ends.
  class Lease {
   public:
    explicit Lease(Pool& pool) : m_pool(pool), m_item(pool.take()) {
      if (!m_item) renew();
    }
    ~Lease() { m_pool.give_back(std::move(m_item)); }
    Lease(Lease const&) = delete;
    Lease& operator=(Lease const&) = delete;

    T& operator*() { return *m_item; }
    T* operator->() { return m_item.get(); }

    /// Throws the item away and makes a new one.
    void renew() {
      m_item.reset();
      try {
        m_item = m_pool.m_make();
      } catch (...) {
        // A constructor that throws has no destructor to give the place back. After it, an empty item does.
        if (!m_constructed) m_pool.give_back(nullptr);
        throw;
      }
      m_constructed = true;
    }

    /// Throws the item away. The lease is not used after it.
    void discard() { m_item.reset(); }

   private:
    Pool& m_pool;
    std::unique_ptr<T> m_item;
    bool m_constructed = m_item != nullptr;
  };

 private:
  /// An item that is free, or nothing when there is a place for a new one.
  std::unique_ptr<T> take() {
    std::unique_lock lock(m_mutex);
    m_freed.wait(lock, [&] { return !m_free.empty() || m_left > 0; });
    if (m_free.empty()) {
      --m_left;
      return nullptr;
    }
    auto item = std::move(m_free.back());
    m_free.pop_back();
    return item;
  }

  void give_back(std::unique_ptr<T> item) {
    {
      std::lock_guard const lock(m_mutex);
      if (item) {
        m_free.push_back(std::move(item));
      } else {
        ++m_left;
      }
    }
    m_freed.notify_one();
  }

  Make m_make;
  std::mutex m_mutex;
  std::condition_variable m_freed;
  std::vector<std::unique_ptr<T>> m_free;
  std::size_t m_left;
};

}  // namespace earshot::db::detail
