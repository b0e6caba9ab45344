// JPEG, by libjpeg-turbo. Its faults arrive by longjmp, so what it may jump over holds nothing that has to be undone:
// each call of it is made by attempt(), with everything that lives longer outside.

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

#include "platform/images/formats.h"

namespace earshot::images {
namespace {

constexpr int kQuality = 85;
constexpr int kExifMarker = JPEG_APP0 + 1;
constexpr unsigned kLongestMarker = 0xFFFF;

// A picture that builds up on the screen needs about ten passes; thousands over a large one would take minutes.
constexpr int kMostPasses = 100;

/// The library's own state for faults, with where to go on after one.
struct Faults {
  jpeg_error_mgr base{};
  std::jmp_buf jump{};
  bool broken = false;  ///< It went on with a guess, where the file ends too early or makes no sense.
};

Faults& faults_of(j_common_ptr library) { return *reinterpret_cast<Faults*>(library->err); }

void on_error(j_common_ptr library) { std::longjmp(faults_of(library).jump, 1); }

/// `level` is -1 where the library guesses. What many cameras do wrong, and harms no pixel, is let pass.
void on_message(j_common_ptr library, int level) {
  auto const code = library->err->msg_code;
  auto const harmless = code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR;
  if (level < 0 && !harmless) faults_of(library).broken = true;
}

void on_output(j_common_ptr) {}

jpeg_error_mgr* set_up(Faults& faults) {
  auto* base = jpeg_std_error(&faults.base);
  base->error_exit = on_error;
  base->emit_message = on_message;
  base->output_message = on_output;
  return base;
}

/// Calls the library. False when it gave up.
template <class Call>
[[gnu::noinline]] bool attempt(Faults& faults, Call const& call) {
  if (setjmp(faults.jump) != 0) return false;
  call();
  return true;
}

void on_progress(j_common_ptr library) {
  auto const* reader = reinterpret_cast<j_decompress_ptr>(library);
  if (reader->input_scan_number > kMostPasses) std::longjmp(faults_of(library).jump, 1);
}

/// Reads one JPEG. A class, so that the library's memory is given back whatever happens.
class Reader {
 public:
  Reader() {
    m_library.err = set_up(m_faults);
    m_progress.progress_monitor = on_progress;
  }
  ~Reader() { jpeg_destroy_decompress(&m_library); }
  Reader(Reader const&) = delete;
  Reader& operator=(Reader const&) = delete;

  tl::expected<Pixels, Fault> read(std::string_view bytes, Limits const& limits) {
    if (!read_header(bytes, limits)) return tl::make_unexpected(Fault::broken);
    if (std::uint64_t{m_library.image_width} * m_library.image_height > limits.most_pixels)
      return tl::make_unexpected(Fault::too_large);
    auto const orientation = find_orientation();
    if (!begin(limits)) return tl::make_unexpected(fault());
    Shrinker shrinker(static_cast<int>(m_library.output_width), static_cast<int>(m_library.output_height),
                      limits.longest_side);
    std::vector<JSAMPLE> row(std::size_t{m_library.output_width} * kColours);
    while (m_library.output_scanline < m_library.output_height) {
      if (!read_row(row.data())) return tl::make_unexpected(fault());
      shrinker.add(row.data());
    }
    if (!finish() || m_faults.broken) return tl::make_unexpected(Fault::broken);
    return upright(shrinker.take(), orientation);
  }

 private:
  bool read_header(std::string_view bytes, Limits const& limits) {
    return attempt(m_faults, [&] {
      jpeg_create_decompress(&m_library);
      m_library.progress = &m_progress;
      m_library.mem->max_memory_to_use = static_cast<long>(limits.most_memory);
      jpeg_mem_src(&m_library, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
      jpeg_save_markers(&m_library, kExifMarker, kLongestMarker);
      jpeg_read_header(&m_library, TRUE);
    });
  }

  [[nodiscard]] int find_orientation() const {
    for (auto const* marker = m_library.marker_list; marker != nullptr; marker = marker->next)
      if (marker->marker == kExifMarker)
        return orientation_of({reinterpret_cast<char const*>(marker->data), marker->data_length});
    return orientation_of({});
  }

  /// The library can leave out pixels as it reads, to an eighth: the rest is the Shrinker's.
  bool begin(Limits const& limits) {
    constexpr unsigned kMostLeftOut = 8;
    auto const longest = std::max(m_library.image_width, m_library.image_height);
    auto const wanted = static_cast<unsigned>(limits.longest_side);
    m_library.scale_num = 1;
    m_library.scale_denom = 1;
    while (m_library.scale_denom < kMostLeftOut && longest / (m_library.scale_denom * 2) >= wanted)
      m_library.scale_denom *= 2;
    m_library.out_color_space = JCS_RGB;
    return attempt(m_faults, [&] { jpeg_start_decompress(&m_library); });
  }

  bool read_row(JSAMPLE* row) {
    return attempt(m_faults, [&] { jpeg_read_scanlines(&m_library, &row, 1); });
  }

  bool finish() {
    return attempt(m_faults, [&] { jpeg_finish_decompress(&m_library); });
  }

  [[nodiscard]] Fault fault() const {
    auto const code = m_faults.base.msg_code;
    return code == JERR_OUT_OF_MEMORY || code == JERR_NO_BACKING_STORE ? Fault::too_large : Fault::broken;
  }

  Faults m_faults;
  jpeg_progress_mgr m_progress{};
  jpeg_decompress_struct m_library{};
};

/// Writes one JPEG, into memory that the library asks of malloc.
class Writer {
 public:
  Writer() { m_library.err = set_up(m_faults); }
  ~Writer() {
    jpeg_destroy_compress(&m_library);
    std::free(m_bytes);
  }
  Writer(Writer const&) = delete;
  Writer& operator=(Writer const&) = delete;

  std::string write(Pixels const& pixels) {
    auto const written = attempt(m_faults, [&] {
      jpeg_create_compress(&m_library);
      jpeg_mem_dest(&m_library, &m_bytes, &m_size);
      m_library.image_width = static_cast<JDIMENSION>(pixels.width);
      m_library.image_height = static_cast<JDIMENSION>(pixels.height);
      m_library.input_components = static_cast<int>(kColours);
      m_library.in_color_space = JCS_RGB;
      jpeg_set_defaults(&m_library);
      jpeg_set_quality(&m_library, kQuality, TRUE);
      jpeg_start_compress(&m_library, TRUE);
      while (m_library.next_scanline < m_library.image_height) {
        auto* row = const_cast<JSAMPLE*>(pixels.at(0, static_cast<int>(m_library.next_scanline)));
        jpeg_write_scanlines(&m_library, &row, 1);
      }
      jpeg_finish_compress(&m_library);
    });
    // Only a want of memory stops it: the pixels are ours.
    if (!written) throw std::bad_alloc();
    return {reinterpret_cast<char const*>(m_bytes), m_size};
  }

 private:
  Faults m_faults;
  jpeg_compress_struct m_library{};
  unsigned char* m_bytes = nullptr;
  unsigned long m_size = 0;
};

}  // namespace

tl::expected<Pixels, Fault> read_jpeg(std::string_view bytes, Limits const& limits) {
  return Reader().read(bytes, limits);
}

std::string write_jpeg(Pixels const& pixels) { return Writer().write(pixels); }

}  // namespace earshot::images
