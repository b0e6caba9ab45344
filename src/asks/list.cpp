#include "asks/list.h"

#include "platform/base/text.h"
#include "platform/crypto/reference.h"

namespace earshot::asks {
namespace {

constexpr std::size_t kLongestSearch = 200;

}  // namespace

Filter read_filter(http::Fields const& query) {
  Filter filter{.standing = from_word<Standing>(query.get("standing")).value_or(Standing::waiting),
                .service = std::string(query.get("service")),
                .agency = std::string(query.get("agency")),
                .clock = from_word<AskClock::State>(query.get("clock")),
                .search = shortened(tidy(query.get("q")), kLongestSearch)};
  // What is answered or was given back has no clock.
  if (filter.standing != Standing::waiting) filter.clock = std::nullopt;
  return filter;
}

std::optional<std::string> searched_reference(Filter const& filter) {
  auto reference = crypto::read_reference(filter.search);
  return reference && reference->starts_with("A-") ? reference : std::nullopt;
}

}  // namespace earshot::asks
