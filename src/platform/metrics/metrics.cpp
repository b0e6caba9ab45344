#include "platform/metrics/metrics.h"

#include <mutex>
#include <sstream>
#include <stdexcept>
#include <variant>

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace earshot::metrics {

void Counter::add(double amount) const { static_cast<prometheus::Counter*>(m_counter)->Increment(amount); }

void Gauge::set(double value) const { static_cast<prometheus::Gauge*>(m_gauge)->Set(value); }
void Gauge::add(double amount) const { static_cast<prometheus::Gauge*>(m_gauge)->Increment(amount); }

void Histogram::observe(double value) const { static_cast<prometheus::Histogram*>(m_histogram)->Observe(value); }

std::vector<double> const& seconds_buckets() {
  static std::vector<double> const buckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
  return buckets;
}

struct Metrics::Impl {
  template <class T>
  using Family = prometheus::Family<T>*;

  prometheus::Registry registry;
  mutable std::mutex mutex;
  std::map<std::string,
           std::variant<Family<prometheus::Counter>, Family<prometheus::Gauge>, Family<prometheus::Histogram>>>
      families;

  /// The family of this name, made by `builder` on first use.
  template <class T, class Builder>
  prometheus::Family<T>& family(Builder builder, std::string const& name, std::string const& help) {
    std::lock_guard const lock(mutex);
    auto known = families.find(name);
    if (known == families.end())
      known = families.emplace(name, &builder.Name(name).Help(help).Register(registry)).first;
    if (!std::holds_alternative<Family<T>>(known->second))
      throw std::invalid_argument(name + " is already a measure of another kind");
    return *std::get<Family<T>>(known->second);
  }
};

Metrics::Metrics() : m_impl(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

Counter Metrics::counter(std::string const& name, std::string const& help, Labels const& labels) {
  return Counter(&m_impl->family<prometheus::Counter>(prometheus::BuildCounter(), name, help).Add(labels));
}

Gauge Metrics::gauge(std::string const& name, std::string const& help, Labels const& labels) {
  return Gauge(&m_impl->family<prometheus::Gauge>(prometheus::BuildGauge(), name, help).Add(labels));
}

Histogram Metrics::histogram(std::string const& name, std::string const& help, Labels const& labels,
                             std::vector<double> const& buckets) {
  return Histogram(
      &m_impl->family<prometheus::Histogram>(prometheus::BuildHistogram(), name, help).Add(labels, buckets));
}

std::string Metrics::exposition() const { return prometheus::TextSerializer().Serialize(m_impl->registry.Collect()); }

}  // namespace earshot::metrics
