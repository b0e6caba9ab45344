#include "platform/http/rate_limit.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "platform/http/address.h"

namespace earshot::http {

namespace {

std::string key_of(std::string_view address) {
  auto const parsed = parse_address(address);
  if (!parsed) return std::string(address);
  auto const bytes = household(*parsed).bytes;
  return {bytes.begin(), bytes.end()};
}

double seconds_between(Time from, Time to) { return std::max(0.0, std::chrono::duration<double>(to - from).count()); }

}  // namespace

RateLimit::RateLimit(double per_second, double burst, std::size_t most_addresses)
    : m_per_second(per_second), m_burst(burst), m_most_in_shard(std::max<std::size_t>(1, most_addresses / kShards)) {}

bool RateLimit::allow(std::string_view address, Time now) {
  auto key = key_of(address);
  auto& shard = m_shards[std::hash<std::string>{}(key) % kShards];
  std::lock_guard const lock(shard.mutex);
  auto found = shard.buckets.find(key);
  if (found == shard.buckets.end()) {
    if (shard.buckets.size() >= m_most_in_shard) make_room(shard, now);
    found = shard.buckets.emplace(std::move(key), Bucket{m_burst, now}).first;
  }
  auto& bucket = found->second;
  bucket.tokens = std::min(m_burst, bucket.tokens + seconds_between(bucket.since, now) * m_per_second);
  bucket.since = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

std::size_t RateLimit::size() const {
  std::size_t known = 0;
  for (auto const& shard : m_shards) {
    std::lock_guard const lock(shard.mutex);
    known += shard.buckets.size();
  }
  return known;
}

// A bucket that is full again says nothing. When none is, the older half goes: one pass for many newcomers.
void RateLimit::make_room(Shard& shard, Time now) {
  std::erase_if(shard.buckets, [&](auto const& entry) {
    auto const& bucket = entry.second;
    return bucket.tokens + seconds_between(bucket.since, now) * m_per_second >= m_burst;
  });
  if (shard.buckets.size() < m_most_in_shard) return;
  std::vector<Time> times;
  times.reserve(shard.buckets.size());
  for (auto const& [key, bucket] : shard.buckets) times.push_back(bucket.since);
  auto const middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  auto still_to_go = times.size() / 2 + 1;
  std::erase_if(shard.buckets, [&](auto const& entry) {
    if (entry.second.since > *middle || still_to_go == 0) return false;
    --still_to_go;
    return true;
  });
}

}  // namespace earshot::http
