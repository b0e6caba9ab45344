#include "table.h"

#include <cstdio>
#include <fstream>
#include <stdexcept>

#include <boost/json.hpp>
#include <fmt/core.h>

namespace earshot::bench {
namespace {

constexpr char const* kLine = "{:<48} {:<10} {:>5} {:>13} {:>13} {:>7} {:>7} {:>9} {:>9} {:>7} {:>6}  {}\n";

/// Three figures that matter, and none that say nothing.
std::string shown(std::optional<double> number) {
  if (!number) return "";
  return *number >= 100 ? fmt::format("{:.0f}", *number)
         : *number >= 1 ? fmt::format("{:.2f}", *number)
                        : fmt::format("{:.3f}", *number);
}

std::string with_unit(std::optional<double> number, std::string const& unit) {
  return number ? shown(number) + (unit.starts_with('/') ? "" : " ") + unit : "";
}

std::string aim_of(Row const& row) {
  if (row.aims == Aim::none) return "";
  return row.aims == Aim::ratio ? shown(row.aim) : fmt::format("< {}", row.aim);
}

std::string verdict(Row const& row) {
  if (!row.ours) return row.remark;
  auto const told = row.remark.empty() ? std::string() : "; " + row.remark;
  if (row.noisy) return "too noisy to tell" + told;
  if (row.aims == Aim::none) return row.remark;
  auto const reached = row.aims == Aim::ratio ? row.ratio().value_or(0) >= row.aim : *row.ours <= row.aim;
  return (reached ? "reached" : "missed") + told;
}

boost::json::value number(std::optional<double> value) {
  return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

boost::json::object object(Row const& row) {
  return {{"row", row.unit == "/s" ? row.name : row.name + ", " + row.unit},
          {"engine", row.engine},
          {"scale", row.scale},
          {"ours", number(row.ours)},
          {"reference", number(row.reference)},
          // A ratio of runs that differ too much would be taken for a figure.
          {"ratio", number(row.noisy ? std::nullopt : row.ratio())},
          {"aim", row.aims == Aim::none ? boost::json::value(nullptr) : boost::json::value(row.aim)},
          {"p50_ms", number(row.p50_ms)},
          {"p99_ms", number(row.p99_ms)},
          {"memory_mb", number(row.memory_mb)}};
}

}  // namespace

void Table::print_head() const {
  fmt::print(kLine, "row", "engine", "scale", "ours", "reference", "ratio", "aim", "p50 ms", "p99 ms", "MB", "cores",
             "");
  std::fflush(stdout);
}

void Table::add(Row row, std::function<void(Row&)> const& measure) {
  if (!wants(row.name)) return;
  try {
    measure(row);
  } catch (std::exception const& error) {
    row.ours.reset();
    row.remark = std::string("failed: ") + error.what();
  }
  fmt::print(kLine, row.name, row.engine, row.scale, with_unit(row.ours, row.unit), with_unit(row.reference, row.unit),
             shown(row.ratio()), aim_of(row), shown(row.p50_ms), shown(row.p99_ms), shown(row.memory_mb),
             shown(row.cores), verdict(row));
  std::fflush(stdout);
  m_rows.push_back(std::move(row));
}

void Table::write_json(std::string const& file) const {
  boost::json::array rows;
  for (auto const& row : m_rows) rows.push_back(object(row));
  std::ofstream out(file);
  out << boost::json::serialize(rows) << "\n";
  if (!out.flush()) throw std::runtime_error("Cannot write " + file);
}

}  // namespace earshot::bench
