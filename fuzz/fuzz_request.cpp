// However a request is cut into pieces, it ends at the same byte and reads the same: nothing hides in it.
#include <algorithm>
#include <string>

#include "fuzz.h"
#include "platform/http/wire.h"

using namespace earshot;

namespace {

struct Read {
  http::RequestReader::State state;
  std::size_t used = 0;
  std::string path;
  http::Fields query;
  std::string headers;
  std::string body;

  bool operator==(Read const&) const = default;
};

Read read(std::string_view bytes, std::size_t chunk) {
  constexpr std::size_t kMostHeaderBytes = 400;
  http::RequestReader reader(kMostHeaderBytes);
  Read result{reader.state()};
  reader.set_sink([&result](std::string_view more) {
    result.body += more;
    return result.body.size() < 1'000;
  });
  std::size_t shown = 0;
  while (shown < bytes.size()) {
    shown = std::min(shown + chunk, bytes.size());
    for (;;) {
      auto const before = reader.state();
      auto const used = reader.read(bytes.substr(result.used, shown - result.used));
      result.used += used;
      if (used == 0 && reader.state() == before) break;
    }
    if (reader.state() == http::RequestReader::State::whole || reader.state() == http::RequestReader::State::broken)
      break;
  }
  result.state = reader.state();
  result.path = reader.request().path;
  result.query = reader.request().query;
  for (auto const& [name, value] : reader.request().headers) result.headers += name + ":" + value + "\n";
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto text = fuzz::as_text(data, size);
  auto const chunk = fuzz::take_number(text) + 1;
  auto const whole = read(text, std::max<std::size_t>(text.size(), 1));
  for (auto const& cut : {read(text, chunk), read(text, 1)}) {
    auto const is_whole = whole.state == http::RequestReader::State::whole;
    fuzz::always(is_whole == (cut.state == http::RequestReader::State::whole), "the cut does not decide");
    if (is_whole) fuzz::always(cut == whole, "the cut does not matter");
  }
  if (whole.state == http::RequestReader::State::whole) fuzz::always(whole.path.starts_with('/'), "a path is a path");
  return 0;
}
