// Counters, gauges and histograms for Prometheus. One Metrics is made by main and passed to who measures.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace earshot::metrics {

using Labels = std::map<std::string, std::string>;

/// Only ever grows: requests, errors. Cheap to copy; safe from any thread; lives as long as the Metrics it came from.
class Counter {
 public:
  void add(double amount = 1) const;

 private:
  friend class Metrics;
  explicit Counter(void* counter) : m_counter(counter) {}
  void* m_counter;
};

/// Goes up and down: connections, jobs that wait.
class Gauge {
 public:
  void set(double value) const;
  void add(double amount) const;

 private:
  friend class Metrics;
  explicit Gauge(void* gauge) : m_gauge(gauge) {}
  void* m_gauge;
};

/// How values spread: seconds, bytes.
class Histogram {
 public:
  void observe(double value) const;

 private:
  friend class Metrics;
  explicit Histogram(void* histogram) : m_histogram(histogram) {}
  void* m_histogram;
};

/// Limits of the buckets for durations in seconds: 1 ms to 10 s.
std::vector<double> const& seconds_buckets();

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(Metrics const&) = delete;
  Metrics& operator=(Metrics const&) = delete;

  /// The counter of this name and these labels, made on first use. `name` is as Prometheus wants it
  /// ("earshot_requests_total"); labels must be few and never hold personal data. Throws std::invalid_argument when
  /// the name cannot be one or is taken by another kind.
  Counter counter(std::string const& name, std::string const& help, Labels const& labels = {});
  /// The gauge of this name and these labels, as counter().
  Gauge gauge(std::string const& name, std::string const& help, Labels const& labels = {});
  /// The histogram of this name and these labels, as counter(). `buckets` are the upper limits, rising.
  Histogram histogram(std::string const& name, std::string const& help, Labels const& labels = {},
                      std::vector<double> const& buckets = seconds_buckets());

  /// All of it as Prometheus reads it (text/plain; version=0.0.4).
  [[nodiscard]] std::string exposition() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace earshot::metrics
