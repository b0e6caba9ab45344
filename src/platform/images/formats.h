// Readers and the writer of single formats. For this room alone.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "platform/images/images.h"
#include "platform/images/pixels.h"

namespace earshot::images {

/// A JPEG: upright, and no larger than the limits say.
tl::expected<Pixels, Fault> read_jpeg(std::string_view bytes, Limits const& limits);

/// A PNG: on white, and no larger than the limits say.
tl::expected<Pixels, Fault> read_png(std::string_view bytes, Limits const& limits);

/// The pixels as a JPEG without anything beside them.
std::string write_jpeg(Pixels const& pixels);

/// The orientation in a segment of Exif ("Exif", two NULs, a TIFF header and its first directory); 1 (upright) when it
/// names none that is known.
int orientation_of(std::string_view exif);

}  // namespace earshot::images
