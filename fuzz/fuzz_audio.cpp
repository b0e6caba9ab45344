// Whatever a file holds, it is refused or stays a recording of the same format.
#include "fuzz.h"
#include "platform/audio/audio.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::as_text(data, size);
  auto const recording = audio::without_tags(std::string(text));
  if (!recording) return 0;
  fuzz::always(audio::format_of(text) == recording->format, "the format is what the first bytes tell");
  fuzz::always(audio::format_of(recording->bytes) == recording->format, "it stays of its format");
  // A WAV whose sound had no end gets one.
  fuzz::always(recording->bytes.size() <= size + 1, "nothing is added");
  auto const again = audio::without_tags(recording->bytes);
  fuzz::always(again && again->bytes == recording->bytes, "nothing more goes the second time");
  return 0;
}
