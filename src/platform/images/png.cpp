// PNG, by libpng. Its faults arrive by longjmp, as libjpeg's do in jpeg.cpp.

#include <csetjmp>
#include <cstring>
#include <new>
#include <vector>

#include <png.h>

#include "platform/images/formats.h"

namespace earshot::images {
namespace {

constexpr std::size_t kWithAlpha = 4;  // bytes of a pixel as it is read: red, green, blue and how opaque it is
constexpr png_uint_32 kLongestSide = 100'000;
constexpr png_alloc_size_t kMostOfAChunk = png_alloc_size_t{4} << 20;
constexpr png_uint_32 kMostChunks = 100;

/// What the library is given to work with: the bytes that are left, and where to go on after a fault.
struct Source {
  std::string_view left;
  std::jmp_buf jump{};
};

void on_error(png_structp library, png_const_charp) {
  std::longjmp(static_cast<Source*>(png_get_error_ptr(library))->jump, 1);
}

void on_warning(png_structp, png_const_charp) {}

void on_read(png_structp library, png_bytep to, std::size_t count) {
  auto& source = *static_cast<Source*>(png_get_io_ptr(library));
  if (count > source.left.size()) png_error(library, "it ends too early");
  std::memcpy(to, source.left.data(), count);
  source.left.remove_prefix(count);
}

/// Calls the library. False when it gave up.
template <class Call>
[[gnu::noinline]] bool attempt(Source& source, Call const& call) {
  if (setjmp(source.jump) != 0) return false;
  call();
  return true;
}

/// A row with the see-through parts on white.
void put_on_white(std::uint8_t const* from, std::uint8_t* to, std::size_t width) {
  constexpr unsigned kOpaque = 255;
  for (std::size_t x = 0; x < width; ++x, from += kWithAlpha)
    for (std::size_t colour = 0; colour < kColours; ++colour)
      *to++ = static_cast<std::uint8_t>((from[colour] * unsigned{from[3]} + kOpaque * (kOpaque - from[3])) / kOpaque);
}

/// Reads one PNG. A class, so that the library's memory is given back whatever happens.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_source{.left = bytes} {
    m_library = png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_source, on_error, on_warning);
    if (m_library != nullptr) m_info = png_create_info_struct(m_library);
    if (m_info == nullptr) throw std::bad_alloc();
  }
  ~Reader() { png_destroy_read_struct(&m_library, &m_info, nullptr); }
  Reader(Reader const&) = delete;
  Reader& operator=(Reader const&) = delete;

  tl::expected<Pixels, Fault> read(Limits const& limits) {
    if (!read_header()) return tl::make_unexpected(Fault::broken);
    auto const width = png_get_image_width(m_library, m_info);
    auto const height = png_get_image_height(m_library, m_info);
    // What comes in several passes has to be held whole.
    auto const in_passes = png_get_interlace_type(m_library, m_info) != PNG_INTERLACE_NONE;
    auto const bytes = std::uint64_t{width} * height * kWithAlpha;
    if (std::uint64_t{width} * height > limits.most_pixels || (in_passes && bytes > limits.most_memory))
      return tl::make_unexpected(Fault::too_large);
    Shrinker shrinker(static_cast<int>(width), static_cast<int>(height), limits.longest_side);
    auto const whole = in_passes ? read_in_passes(shrinker, width, height) : read_rows(shrinker, width, height);
    if (!whole) return tl::make_unexpected(Fault::broken);
    return shrinker.take();
  }

 private:
  bool read_header() {
    return attempt(m_source, [&] {
      png_set_read_fn(m_library, &m_source, on_read);
      png_set_user_limits(m_library, kLongestSide, kLongestSide);
      png_set_chunk_malloc_max(m_library, kMostOfAChunk);
      png_set_chunk_cache_max(m_library, kMostChunks);
      // -1: what is not needed for the pixels is passed over unread. It may say that it is 2 GB long, and libpng would
      // make room for it before it looks whether it is there.
      png_set_keep_unknown_chunks(m_library, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
      png_read_info(m_library, m_info);
      png_set_expand(m_library);
      png_set_scale_16(m_library);
      png_set_gray_to_rgb(m_library);
      png_set_add_alpha(m_library, 0xFF, PNG_FILLER_AFTER);
      png_set_interlace_handling(m_library);
      png_read_update_info(m_library, m_info);
    });
  }

  bool read_rows(Shrinker& shrinker, std::size_t width, std::size_t height) {
    std::vector<std::uint8_t> row(width * kWithAlpha);
    std::vector<std::uint8_t> on_white(width * kColours);
    for (std::size_t y = 0; y < height; ++y) {
      if (!attempt(m_source, [&] { png_read_row(m_library, row.data(), nullptr); })) return false;
      put_on_white(row.data(), on_white.data(), width);
      shrinker.add(on_white.data());
    }
    return finish();
  }

  bool read_in_passes(Shrinker& shrinker, std::size_t width, std::size_t height) {
    auto const row_bytes = width * kWithAlpha;
    std::vector<std::uint8_t> all(row_bytes * height);
    std::vector<png_bytep> rows;
    for (std::size_t y = 0; y < height; ++y) rows.push_back(all.data() + y * row_bytes);
    if (!attempt(m_source, [&] { png_read_image(m_library, rows.data()); })) return false;
    std::vector<std::uint8_t> on_white(width * kColours);
    for (auto const* row : rows) {
      put_on_white(row, on_white.data(), width);
      shrinker.add(on_white.data());
    }
    return finish();
  }

  /// The checks at the end of the pixels; what stands after them is not read.
  bool finish() {
    return attempt(m_source, [&] { png_read_end(m_library, nullptr); });
  }

  Source m_source;
  png_structp m_library = nullptr;
  png_infop m_info = nullptr;
};

}  // namespace

tl::expected<Pixels, Fault> read_png(std::string_view bytes, Limits const& limits) {
  return Reader(bytes).read(limits);
}

}  // namespace earshot::images
