// Only what is offered is chosen, and a wish for nothing changes nothing; an ETag is matched only when it is there.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz.h"
#include "platform/http/accept.h"
#include "platform/http/etag.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::as_text(data, size);
  static std::vector<std::string> const offered = {"en", "cy", "zh-Hant", "pl"};

  auto const language = http::best_language(text, offered);
  fuzz::always(language.empty() || std::find(offered.begin(), offered.end(), language) != offered.end(),
               "what is chosen was offered");
  std::string const more = std::string(text) + ", xx;q=1, en;q=0";
  fuzz::always(http::best_language(more, offered) == language, "wishes that cannot be met change nothing");

  auto const encoding = http::best_encoding(text);
  fuzz::always(http::best_encoding(" ," + std::string(text)) == encoding, "empty wishes change nothing");
  if (text.find_first_of("*gG") == text.npos) fuzz::always(encoding != http::Encoding::gzip, "gzip only when asked");

  auto const etag = http::etag_of(text);
  fuzz::always(http::none_match_hits("\"x\", W/" + etag, etag), "an ETag matches itself");
  if (text.find(etag) == text.npos && text.find('*') == text.npos)
    fuzz::always(!http::none_match_hits(text, etag), "an ETag that is not there is not matched");
  return 0;
}
