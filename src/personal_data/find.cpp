#include <algorithm>
#include <array>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

/// More than this on one page helps nobody to read.
constexpr std::size_t kMostFindings = 300;

/// Where two findings stand in the same place, the one whose shape is harder to come by chance counts. A school is
/// never more than a maybe, but "Mary" in its name is no person.
int weight(Finding const& finding) {
  static constexpr std::array kOrder{Kind::email,   Kind::nhs_number, Kind::telephone, Kind::postcode, Kind::birth_date,
                                     Kind::address, Kind::school,     Kind::name,      Kind::age,      Kind::number};
  auto const place = std::find(kOrder.begin(), kOrder.end(), finding.kind) - kOrder.begin();
  return static_cast<int>(place) +
         (finding.certainty == Certainty::maybe && finding.kind != Kind::school ? static_cast<int>(kOrder.size()) : 0);
}

bool overlap(Finding const& one, Finding const& other) { return one.begin < other.end && other.begin < one.end; }

}  // namespace

std::vector<Finding> find(std::string_view text) {
  auto const words = read(text);
  std::vector<Finding> all;
  for (auto* const finder : {find_emails, find_numbers, find_dates, find_places, find_names, find_ages})
    for (auto const& finding : finder(words)) all.push_back(finding);
  std::stable_sort(all.begin(), all.end(), [](Finding const& one, Finding const& other) {
    return weight(one) < weight(other) || (weight(one) == weight(other) && one.begin < other.begin);
  });
  if (all.size() > kMostFindings * 4) all.resize(kMostFindings * 4);
  std::vector<Finding> kept;
  for (auto const& finding : all) {
    if (kept.size() == kMostFindings) break;
    if (std::none_of(kept.begin(), kept.end(), [&](Finding const& each) { return overlap(each, finding); }))
      kept.push_back(finding);
  }
  std::sort(kept.begin(), kept.end(), [](Finding const& one, Finding const& other) { return one.begin < other.begin; });
  return kept;
}

std::string strike(std::string_view text, std::vector<Finding> const& findings,
                   std::function<std::string(Kind)> const& instead) {
  std::string result;
  std::size_t at = 0;
  for (auto const& finding : findings) {
    result += text.substr(at, finding.begin - at);
    result += instead(finding.kind);
    at = finding.end;
  }
  result += text.substr(at);
  return result;
}

}  // namespace earshot::personal_data
