#include "runs.h"

#include <algorithm>
#include <chrono>

namespace earshot::bench {
namespace {

constexpr std::size_t kRuns = 3;
constexpr std::size_t kMoreRuns = 5;
constexpr double kMostSpread = 0.25;
constexpr std::chrono::minutes kRunsMoreFor{5};

/// The whole is to take less than ten minutes, so in its second half noise is told of and nothing is run again.
bool late() {
  static auto const begin = std::chrono::steady_clock::now();
  return std::chrono::steady_clock::now() - begin > kRunsMoreFor;
}

/// How far the middle three lie apart, as a share of their median.
double spread(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  auto const middle = numbers.size() / 2;
  return (numbers[middle + 1] - numbers[middle - 1]) / numbers[middle];
}

bool noisy(std::vector<double> const& numbers) { return !numbers.empty() && spread(numbers) > kMostSpread; }

}  // namespace

void measure(Row& row, std::function<Sample()> const& ours, std::function<double()> const& reference,
             WhenNoisy when_noisy) {
  std::vector<Sample> samples;
  std::vector<double> rates, references;
  auto const enough = [&] {
    if (rates.size() < kRuns) return false;
    auto const more = when_noisy == WhenNoisy::run_more && !late() && (noisy(rates) || noisy(references));
    return rates.size() == kMoreRuns || (rates.size() == kRuns && !more);
  };
  while (!enough()) {
    samples.push_back(ours());
    rates.push_back(samples.back().rate);
    if (reference) references.push_back(reference());
  }
  row.ours = median(rates);
  if (reference) row.reference = median(references);
  row.noisy = noisy(rates) || noisy(references);
  // What else is told is of the run in the middle.
  auto const middle =
      std::find_if(samples.begin(), samples.end(), [&](Sample const& sample) { return sample.rate == *row.ours; });
  row.p50_ms = middle->p50_ms;
  row.p99_ms = middle->p99_ms;
  row.cores = middle->cores;
  row.memory_mb = middle->memory_mb;
}

void measure(Row& row, std::function<Sample()> const& ours) { measure(row, ours, {}); }

double median(std::vector<double> numbers) { return percentile(std::move(numbers), 50); }

double percentile(std::vector<double> numbers, int percent) {
  std::sort(numbers.begin(), numbers.end());
  auto const place = numbers.size() * static_cast<std::size_t>(percent) / 100;
  return numbers[std::min(place, numbers.size() - 1)];
}

}  // namespace earshot::bench
