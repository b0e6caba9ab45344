// However a form is cut into pieces, it reads the same.
#include <algorithm>
#include <optional>

#include "fuzz.h"
#include "platform/http/forms.h"
#include "platform/http/multipart.h"

using namespace earshot;

namespace {

struct Parsed {
  http::Form form;
  std::optional<Message> problem;

  bool operator==(Parsed const&) const = default;
};

Parsed parse(std::string_view body, std::size_t chunk) {
  http::MultipartParser parser("b", {.parts = 5, .part_header_bytes = 100, .total_bytes = 500});
  while (!body.empty()) {
    auto const count = std::min(chunk, body.size());
    parser.feed(body.substr(0, count));
    body.remove_prefix(count);
  }
  parser.finish();
  auto problem = parser.problem();
  return {parser.take(), std::move(problem)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto text = fuzz::as_text(data, size);
  auto const chunk = fuzz::take_number(text) + 1;
  auto const whole = parse(text, std::max<std::size_t>(text.size(), 1));
  fuzz::always(parse(text, chunk) == whole, "the cut does not matter");
  fuzz::always(parse(text, 1) == whole, "byte by byte is the same");
  for (auto const& [name, value] : whole.form.fields)
    fuzz::always(http::is_utf8(name) && http::is_utf8(value), "fields are UTF-8");
  for (auto const& upload : whole.form.uploads)
    fuzz::always(upload.file_name.find_first_of("/\\") == std::string::npos, "a file name is no path");
  fuzz::always(whole.form.fields.size() + whole.form.uploads.size() <= 5, "limits hold");
  http::multipart_boundary(text);
  return 0;
}
