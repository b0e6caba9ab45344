// Photos that people send: read whole, and written anew. What comes out holds the pixels and nothing else: no place, no
// time, no name of a camera, no second file behind its end. The parsers of libjpeg and libpng stay behind this header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace earshot::images {

/// What can be read.
enum class Format { jpeg, png };

/// The format that the first bytes tell; nothing when it is neither.
std::optional<Format> format_of(std::string_view bytes);

struct Limits {
  int longest_side = 2'000;                          ///< Of what comes out, in pixels; what is larger is made smaller.
  std::uint64_t most_pixels = 64'000'000;            ///< Of what comes in: small files can hold huge pictures.
  std::size_t most_memory = std::size_t{128} << 20;  ///< For reading one picture, in bytes.
};

enum class Fault {
  not_a_picture,  ///< Its first bytes are of no format that can be read.
  broken,         ///< It ends too early or holds what no such file may.
  too_large       ///< It holds more pixels, or needs more memory, than the limits allow.
};

/// A picture that is ready to be shown: a JPEG, upright.
struct Picture {
  std::string jpeg;
  int width = 0;  ///< In pixels.
  int height = 0;
};

/// Reads a picture and writes it anew, turned as its camera says and on white where it is see-through. Only a few are
/// read at a time in this process; the others wait.
tl::expected<Picture, Fault> written_anew(std::string_view bytes, Limits const& limits = {});

}  // namespace earshot::images
