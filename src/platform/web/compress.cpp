#include "platform/web/compress.h"

#include <stdexcept>

#include <brotli/encode.h>
#include <zlib.h>

namespace earshot::web {

namespace {

// A window of 64 KiB holds a page. With a larger one the encoder takes 33 MiB for its tables instead of 1.3, in each
// thread that compresses (Brotli, quality_params.h: ChooseHasher).
constexpr int kWindowBits = 16;

}  // namespace

std::string brotli(std::string_view bytes, Effort effort) {
  auto size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  if (BrotliEncoderCompress(effort == Effort::fast ? 3 : 9, kWindowBits, BROTLI_MODE_TEXT, bytes.size(),
                            reinterpret_cast<std::uint8_t const*>(bytes.data()), &size,
                            reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_TRUE)
    throw std::runtime_error("Brotli could not compress a page");
  out.resize(size);
  out.shrink_to_fit();  // pages are kept
  return out;
}

std::string gzip(std::string_view bytes, Effort effort) {
  // 15 window bits, and 16 for a gzip header instead of zlib's.
  constexpr int kGzip = 15 + 16;
  constexpr int kMemory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, effort == Effort::fast ? 4 : 9, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib could not start");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  auto const status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  out.shrink_to_fit();
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("zlib could not compress a page");
  return out;
}

}  // namespace earshot::web
