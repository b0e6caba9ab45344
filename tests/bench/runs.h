// Runs of ours and of the reference in turn, so that whatever else the machine does falls on both.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "row.h"

namespace earshot::bench {

/// What one run showed.
struct Sample {
  double rate = 0;
  std::optional<double> p50_ms = {};
  std::optional<double> p99_ms = {};
  std::optional<double> cores = {};
  std::optional<double> memory_mb = {};
};

/// What is done when the three runs differ too much.
enum class WhenNoisy { run_more, leave };

/// Three runs of each in turn, and two more when the three differ too much. The row gets the medians, and is noisy when
/// the middle three still differ by more than a quarter of the median. Late in a long bench nothing is run more.
void measure(Row& row, std::function<Sample()> const& ours, std::function<double()> const& reference,
             WhenNoisy when_noisy = WhenNoisy::run_more);

/// The same of ours alone.
void measure(Row& row, std::function<Sample()> const& ours);

/// What lies in the middle of `numbers`, which are not none.
double median(std::vector<double> numbers);

/// The value below which `percent` of 100 of `numbers` lie.
double percentile(std::vector<double> numbers, int percent);

}  // namespace earshot::bench
