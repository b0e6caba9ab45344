#include "platform/web/compress.h"

#include <gtest/gtest.h>

#include "platform/web/decompress_testing.h"

namespace earshot::web {
namespace {

std::vector<std::string> samples() {
  std::string all_bytes;
  for (unsigned i = 0; i < 60'000; ++i) all_bytes += static_cast<char>(i * i % 251);
  return {"", "a", "بس", std::string(300'000, 'a'), all_bytes};
}

TEST(Compress, WhatIsCompressedComesBack) {
  for (auto const& text : samples())
    for (auto const effort : {Effort::fast, Effort::thorough}) {
      EXPECT_EQ(from_brotli(brotli(text, effort)), text) << text.size();
      EXPECT_EQ(from_gzip(gzip(text, effort)), text) << text.size();
    }
}

TEST(Compress, APageBecomesMuchSmaller) {
  std::string page;
  for (int i = 0; i < 200; ++i)
    page += "<li class=\"app-change\">The bus is late, number " + std::to_string(i) + "</li>";
  for (auto const effort : {Effort::fast, Effort::thorough}) {
    EXPECT_LT(brotli(page, effort).size(), page.size() / 5);
    EXPECT_LT(gzip(page, effort).size(), page.size() / 5);
  }
  EXPECT_LE(brotli(page, Effort::thorough).size(), brotli(page, Effort::fast).size());
}

}  // namespace
}  // namespace earshot::web
