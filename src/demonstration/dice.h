// Chance that can be repeated: the same seed gives the same county on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace earshot::demonstration {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_engine(seed) {}

  /// A number from 0 to `sides` - 1. Not a distribution of the standard library: those differ between libraries.
  std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(m_engine() % sides); }

  /// True so many times in a hundred.
  bool chance(std::size_t percent) { return roll(100) < percent; }

  template <class T>
  T const& pick(std::vector<T> const& from) {
    return from[roll(from.size())];
  }

 private:
  std::mt19937_64 m_engine;
};

}  // namespace earshot::demonstration
