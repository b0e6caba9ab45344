// What was read and written again reads the same; what is kept is always text; a path never leaves its root.
#include <string>

#include "fuzz.h"
#include "platform/http/forms.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::as_text(data, size);

  auto const parsed = http::parse_urlencoded(text);
  for (auto const& [name, value] : parsed.fields) {
    fuzz::always(http::is_utf8(name) && http::is_utf8(value), "fields are UTF-8");
    fuzz::always((name + value).find('\0') == std::string::npos, "fields hold no NUL");
  }
  // A nameless, valueless field is written as "=", which is one field again.
  auto const again = http::parse_urlencoded(http::to_urlencoded(parsed.fields));
  fuzz::always(!again.bad_input && again.fields == parsed.fields, "written fields read the same");

  fuzz::always(http::percent_decoded(http::percent_encoded(text)) == text, "encoding can be undone");
  auto const kept = http::readable(text);
  fuzz::always(http::is_utf8(kept) && kept.find('\0') == std::string::npos, "readable text is readable");
  fuzz::always((kept == text) == (http::is_utf8(text) && text.find('\0') == text.npos), "good text is left alone");

  if (auto const path = http::parse_path(text)) {
    fuzz::always(path->starts_with('/') && http::is_utf8(*path), "a path begins at the root");
    fuzz::always((*path + "/").find("/../") == std::string::npos, "a path does not climb");
    fuzz::always(path->find_first_of(std::string_view("\0\r\n\\", 4)) == std::string::npos, "a path is one line");
  }
  return 0;
}
