// QR codes as SVG, made by libqrencode.
#pragma once

#include <string>
#include <string_view>

namespace earshot::formats {

/// An <svg> of the QR code of `text` (an address), with `title` as its name for those who hear the page. Dark on white
/// with the quiet zone that the standard asks for (ISO/IEC 18004: four modules). Throws std::runtime_error when the
/// text is too long for a code (about 2,300 bytes).
std::string qr_svg(std::string_view text, std::string_view title);

}  // namespace earshot::formats
