// What a change counts as, and which days a period has: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include <optional>
#include <string_view>

#include "changes/changes.h"

namespace earshot::changes {

/// A part of the calendar that can be chosen for a list.
struct Period {
  Date first;
  std::optional<Date> last = {};  ///< Nothing for up to today.
};

namespace rules {

/// "this-month", "three-months", "this-year" or a year such as "2025", as it stands in an address; nothing for
/// anything else.
std::optional<Period> read_period(std::string_view word, Date today);

/// The millisecond in which a day begins where the county is.
Time begin_of(i18n::Translator const& t, Date day);

}  // namespace rules
}  // namespace earshot::changes
