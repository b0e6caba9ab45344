-- The figures of a run as one line: answers, seconds, answers that were faults, and the 50th and 99th percentile in ms.
function done(summary, latency)
  local errors = summary.errors
  local faults = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("figures %d %.6f %d %.4f %.4f", summary.requests, summary.duration / 1e6, faults,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
