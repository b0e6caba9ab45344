// A cookie never breaks out of its header, and what is set is found.
#include <algorithm>
#include <string>

#include "fuzz.h"
#include "platform/http/cookie.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto text = fuzz::as_text(data, size);
  auto const name_size = std::min(fuzz::take_number(text), text.size());
  auto const name = text.substr(0, name_size);
  auto const value = text.substr(name_size);

  auto const set = http::set_cookie(name, value, true);
  fuzz::always(std::count(set.begin(), set.end(), ';') == 4, "a cookie has the attributes it is given");
  fuzz::always(std::all_of(set.begin(), set.end(), [](char c) { return c >= ' ' && c < '\x7f'; }), "it is one line");
  auto const pair = set.substr(0, set.find(';'));
  fuzz::always(http::find_cookie(pair, http::cookie_name(name, true)) == pair.substr(pair.find('=') + 1),
               "what is set is found");

  auto const found = http::find_cookie(value, name);
  fuzz::always(found.empty() || (found.data() >= value.data() && found.end() <= value.end()), "it is found within");
  fuzz::always(found.find(';') == found.npos, "it is one cookie's");
  return 0;
}
