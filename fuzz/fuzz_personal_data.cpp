// The finder of personal data: it takes any bytes, its findings lie in the text, in order and apart, and what is struck
// is gone.

#include "fuzz.h"
#include "personal_data/personal_data.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::as_text(data, size);
  auto const findings = personal_data::find(text);
  std::size_t at = 0;
  std::size_t struck = 0;
  for (auto const& finding : findings) {
    fuzz::always(finding.begin >= at, "findings are in order and do not overlap");
    fuzz::always(finding.end > finding.begin && finding.end <= text.size(), "a finding has letters of the text");
    at = finding.end;
    struck += finding.end - finding.begin;
  }
  auto const left = personal_data::strike(text, findings, [](personal_data::Kind) { return "[]"; });
  fuzz::always(left.size() == text.size() - struck + 2 * findings.size(), "what is found is struck, and nothing else");
  fuzz::always(personal_data::strike(text, {}, {}) == text, "without a finding nothing is struck");
  return 0;
}
