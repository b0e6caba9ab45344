// Brotli and gzip for pages that are made at run time.
#pragma once

#include <string>
#include <string_view>

namespace earshot::web {

/// How long to try: pages made for one person are compressed fast, pages that are kept are compressed well.
enum class Effort { fast, thorough };

std::string brotli(std::string_view bytes, Effort effort);
std::string gzip(std::string_view bytes, Effort effort);

}  // namespace earshot::web
