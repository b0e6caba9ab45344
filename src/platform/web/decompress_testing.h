// What a browser makes of a compressed page. Only the tests include this.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <brotli/decode.h>
#include <zlib.h>

namespace earshot::web {

/// No page of a test is longer.
inline constexpr std::size_t kLongestPage = 4 * 1024 * 1024;

/// Undoes brotli().
inline std::string from_brotli(std::string_view bytes) {
  std::string out(kLongestPage, '\0');
  auto size = out.size();
  if (BrotliDecoderDecompress(bytes.size(), reinterpret_cast<std::uint8_t const*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_DECODER_RESULT_SUCCESS)
    throw std::runtime_error("this is not brotli");
  out.resize(size);
  return out;
}

/// Undoes gzip(), header and checksum included.
inline std::string from_gzip(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::runtime_error("zlib could not start");
  std::string out(kLongestPage, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  auto const status = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("this is not gzip");
  return out;
}

}  // namespace earshot::web
