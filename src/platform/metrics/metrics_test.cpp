#include "platform/metrics/metrics.h"

#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::metrics {
namespace {

using testing::HasSubstr;

TEST(Metrics, ACounterCounts) {
  Metrics metrics;
  auto const requests = metrics.counter("earshot_requests_total", "Requests answered.", {{"status", "200"}});
  requests.add();
  requests.add(2);
  auto const text = metrics.exposition();
  EXPECT_THAT(text, HasSubstr("# HELP earshot_requests_total Requests answered.\n"));
  EXPECT_THAT(text, HasSubstr("# TYPE earshot_requests_total counter\n"));
  EXPECT_THAT(text, HasSubstr("earshot_requests_total{status=\"200\"} 3\n"));
}

TEST(Metrics, TheSameNameAndLabelsAreTheSameMeasure) {
  Metrics metrics;
  metrics.counter("earshot_requests_total", "Requests answered.", {{"status", "200"}}).add();
  metrics.counter("earshot_requests_total", "Requests answered.", {{"status", "200"}}).add();
  metrics.counter("earshot_requests_total", "Requests answered.", {{"status", "404"}}).add();
  auto const text = metrics.exposition();
  EXPECT_THAT(text, HasSubstr("earshot_requests_total{status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("earshot_requests_total{status=\"404\"} 1\n"));
}

TEST(Metrics, AGaugeGoesUpAndDown) {
  Metrics metrics;
  auto const waiting = metrics.gauge("earshot_jobs_waiting", "Jobs that wait.");
  waiting.set(5);
  waiting.add(-2);
  EXPECT_THAT(metrics.exposition(), HasSubstr("earshot_jobs_waiting 3\n"));
}

TEST(Metrics, AHistogramTellsHowValuesSpread) {
  Metrics metrics;
  auto const seconds = metrics.histogram("earshot_seconds", "Time taken.", {}, {0.1, 1});
  seconds.observe(0.05);
  seconds.observe(0.5);
  seconds.observe(5);
  auto const text = metrics.exposition();
  EXPECT_THAT(text, HasSubstr("earshot_seconds_bucket{le=\"0.1\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("earshot_seconds_bucket{le=\"1\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("earshot_seconds_bucket{le=\"+Inf\"} 3\n"));
}

TEST(Metrics, ANameCannotBeOfTwoKinds) {
  Metrics metrics;
  metrics.counter("earshot_things", "Things.");
  EXPECT_THROW(metrics.gauge("earshot_things", "Things."), std::invalid_argument);
}

TEST(Metrics, ANameThatPrometheusDoesNotTakeIsRefused) {
  Metrics metrics;
  EXPECT_THROW(metrics.counter("two words", "Things."), std::invalid_argument);
}

TEST(Metrics, ManyThreadsMayMeasureAtOnce) {
  Metrics metrics;
  auto count = [&] {
    for (int i = 0; i < 1000; ++i) metrics.counter("earshot_things_total", "Things.").add();
  };
  std::thread other(count);
  count();
  other.join();
  EXPECT_THAT(metrics.exposition(), HasSubstr("earshot_things_total 2000\n"));
}

}  // namespace
}  // namespace earshot::metrics
