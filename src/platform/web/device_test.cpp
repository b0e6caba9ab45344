#include "platform/web/device.h"

#include <gtest/gtest.h>

namespace earshot::web {
namespace {

TEST(Devices, AreNamedAsPeopleNameThem) {
  auto const is = [](std::string_view user_agent, Device const& device) {
    EXPECT_EQ(device_of(user_agent), device) << user_agent;
  };
  is("Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", {"Firefox", "Android"});
  is("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
     {"Chrome", "Windows"});
  is("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0",
     {"Edge", "Windows"});
  is("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1",
     {"Safari", "iPhone"});
  is("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", {"Firefox", "Linux"});
  is("Mozilla/5.0 (Linux; Android 14; SM-S911B) SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36",
     {"Samsung Internet", "Android"});
}

TEST(Devices, ThatNobodyKnowsHaveNoName) {
  EXPECT_EQ(device_of(""), Device{});
  EXPECT_EQ(device_of("curl/8.0"), Device{});
  EXPECT_EQ(device_of("<script>alert(1)</script>"), Device{});
}

}  // namespace
}  // namespace earshot::web
