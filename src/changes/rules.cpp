#include "changes/rules.h"

#include <algorithm>
#include <charconv>

namespace earshot::changes {

Became became(Change const& change, Date today) {
  if (change.kind == Kind::told) return Became::told;
  if (!change.answered) return change.due_on < change.paused_on.value_or(today) ? Became::late : Became::waiting;
  if (change.kept_on) return Became::kept;
  switch (change.outcome) {
    case asks::Outcome::cannot:
      return Became::cannot;
    case asks::Outcome::will:
      return change.promised_by && *change.promised_by < today ? Became::broken : Became::will;
    case asks::Outcome::done:
      break;
  }
  return Became::done;
}

void leave_out(std::vector<Change>& list, std::vector<Change> const& shown) {
  std::erase_if(list, [&](Change const& change) {
    return std::any_of(shown.begin(), shown.end(),
                       [&](Change const& other) { return other.reference == change.reference; });
  });
}

namespace rules {
namespace {

using namespace std::chrono_literals;

/// Nothing was said in Earshot before this year, and nothing is published in a year to come.
constexpr int kFirstYear = 2000;

std::optional<int> read_year(std::string_view word) {
  int year = 0;
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
  if (error != std::errc{} || end != word.data() + word.size() || word.size() != 4) return std::nullopt;
  return year;
}

/// The day with which a time begins that goes on.
std::optional<Date> first_day(std::string_view word, Date today) {
  using std::chrono::year_month_day;
  if (word == "this-month") return year_month_day(today.year(), today.month(), 1d);
  if (word == "this-year") return year_month_day(today.year(), std::chrono::January, 1d);
  if (word != "three-months") return std::nullopt;
  auto const first = today - std::chrono::months(3);
  if (first.ok()) return first;
  // There is no 31 November: three months before the end of February begin with 1 December.
  return year_month_day(std::chrono::sys_days(first.year() / first.month() / std::chrono::last) + Days{1});
}

}  // namespace

std::optional<Period> read_period(std::string_view word, Date today) {
  std::optional<Period> period;
  if (auto const first = first_day(word, today)) {
    period.emplace();
    period->first = *first;
  } else if (auto const year = read_year(word);
             year && *year >= kFirstYear && *year <= static_cast<int>(today.year())) {
    period.emplace();
    period->first = std::chrono::year(*year) / 1 / 1;
    period->last = std::chrono::year(*year) / 12 / 31;
  }
  return period;
}

Time begin_of(i18n::Translator const& t, Date day) {
  // No place on earth is more than 14 hours from UTC, and all of them by whole quarters of an hour.
  constexpr auto kFarthest = std::chrono::hours(15);
  constexpr auto kStep = std::chrono::minutes(15);
  auto const midnight = std::chrono::sys_days(day);
  auto early = Time(midnight - kFarthest);
  auto late = Time(midnight + kFarthest);
  while (late - early > kStep) {
    auto const between = early + (late - early) / (2 * kStep) * kStep;
    (t.day(between) < day ? early : late) = between;
  }
  return late;
}

}  // namespace rules
}  // namespace earshot::changes
