// Token buckets by address, to slow down those who ask too much.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/base/time.h"

namespace earshot::http {

/// Each address may do `burst` things at once and `per_second` things a second for long. Safe to use from any thread;
/// memory is bounded: when `most_addresses` are known, full buckets are forgotten, and if need be the oldest.
class RateLimit {
 public:
  RateLimit(double per_second, double burst, std::size_t most_addresses = 100'000);

  /// Takes a token of `address` (an IPv6 address counts with its whole /64). False when there is none left at `now`.
  bool allow(std::string_view address, Time now);

  /// How many addresses are remembered.
  [[nodiscard]] std::size_t size() const;

 private:
  struct Bucket {
    double tokens;
    Time since;
  };
  struct Shard {
    mutable std::mutex mutex;
    std::unordered_map<std::string, Bucket> buckets;
  };
  static constexpr std::size_t kShards = 16;

  void make_room(Shard& shard, Time now);

  double m_per_second;
  double m_burst;
  std::size_t m_most_in_shard;
  std::array<Shard, kShards> m_shards;
};

}  // namespace earshot::http
