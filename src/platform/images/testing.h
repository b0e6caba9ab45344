// Pictures for tests: drawn here, so that no photo of anybody lies in the repository. Only tests include this.
#pragma once

#include <string>
#include <vector>

#include <png.h>

#include "platform/images/formats.h"

namespace earshot::images {

/// Left half red, right half blue, and a green bar along the top: its orientation can be seen.
inline Pixels drawn(int width, int height) {
  Pixels pixels{.width = width, .height = height, .rgb = {}};
  pixels.rgb.resize(pixels.row_bytes() * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) pixels.at(x, y)[y < height / 4 ? 1 : x < width / 2 ? 0 : 2] = 255;
  return pixels;
}

inline std::string a_jpeg(int width = 64, int height = 48) { return write_jpeg(drawn(width, height)); }

/// A segment of a JPEG with its length.
inline std::string segment(char marker, std::string const& content) {
  auto const length = content.size() + 2;
  return std::string("\xFF") + marker + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xFFU) + content;
}

/// Exif with an orientation, the name of a camera and a place.
inline std::string exif(char orientation) {
  using namespace std::string_literals;
  return "Exif\0\0"s + "MM\0\x2A\0\0\0\x08"s + "\0\x02"s +        // a directory of two entries
         "\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0"s +  // the orientation
         "\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0"s +          // where the place is written
         "GPS 52.4862 N, 1.8904 W; CameraMaker Nokia; Serial 4711"s;
}

/// `jpeg` with what a camera writes before its pixels.
inline std::string with_exif(std::string const& jpeg, char orientation) {
  return jpeg.substr(0, 2) + segment('\xE1', exif(orientation)) + segment('\xFE', "taken by Sam Smith") +
         jpeg.substr(2);
}

struct PngOptions {
  bool see_through = false;
  bool interlaced = false;
};

/// The same drawing as a PNG; see-through all over where it is asked for.
inline std::string a_png(int width = 64, int height = 48, PngOptions options = {}) {
  std::string bytes;
  auto const write = [](png_structp library, png_bytep data, std::size_t count) {
    static_cast<std::string*>(png_get_io_ptr(library))->append(reinterpret_cast<char const*>(data), count);
  };
  auto* library = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  auto* info = png_create_info_struct(library);
  png_set_write_fn(library, &bytes, write, nullptr);
  png_set_IHDR(library, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
               options.see_through ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
               options.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  char key[] = "Author";
  char value[] = "Sam Smith, 1 High Street";
  png_text text{.compression = PNG_TEXT_COMPRESSION_NONE, .key = key, .text = value};
  png_set_text(library, info, &text, 1);
  auto const pixels = drawn(width, height);
  std::vector<std::uint8_t> data = pixels.rgb;
  if (options.see_through) data.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0);
  auto const row_bytes = data.size() / static_cast<std::size_t>(height);
  std::vector<png_bytep> rows;
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) rows.push_back(data.data() + y * row_bytes);
  png_set_rows(library, info, rows.data());
  png_write_png(library, info, PNG_TRANSFORM_IDENTITY, nullptr);
  png_destroy_write_struct(&library, &info);
  return bytes;
}

}  // namespace earshot::images
