// A row of the table: what was measured, beside what it is measured by.
#pragma once

#include <optional>
#include <string>

namespace earshot::bench {

/// What an aim is of.
enum class Aim {
  none,
  ratio,  ///< Ours has to be at least so many times the reference.
  most    ///< Ours has to be at most so much.
};

struct Row {
  std::string name = {};
  std::string engine = {};
  int scale = 1;
  std::string unit = "/s";
  std::optional<double> ours = {};
  std::optional<double> reference = {};
  Aim aims = Aim::none;
  double aim = 0;
  std::optional<double> p50_ms = {};
  std::optional<double> p99_ms = {};
  std::optional<double> memory_mb = {};
  std::optional<double> cores = {};  ///< How many processors the server kept busy.
  bool noisy = false;                ///< The runs differ so much that they tell nothing.
  std::string remark = {};

  [[nodiscard]] std::optional<double> ratio() const {
    if (!ours || !reference || *reference <= 0) return std::nullopt;
    return *ours / *reference;
  }
};

}  // namespace earshot::bench
