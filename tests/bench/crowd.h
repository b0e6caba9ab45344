// Many at once.
#pragma once

#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace earshot::bench {

/// Runs `each(0)` to `each(count - 1)` at once, and throws what one of them threw.
inline void at_once(int count, std::function<void(int)> const& each) {
  std::mutex mutex;
  std::exception_ptr fault;
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i)
    threads.emplace_back([&, i] {
      try {
        each(i);
      } catch (...) {
        std::lock_guard const lock(mutex);
        fault = std::current_exception();
      }
    });
  for (auto& thread : threads) thread.join();
  if (fault) std::rethrow_exception(fault);
}

}  // namespace earshot::bench
