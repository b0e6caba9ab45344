#include "platform/web/device.h"

#include <utility>

namespace earshot::web {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

// The first that fits counts: browsers name those that they want to be taken for, too.
constexpr Sign kBrowsers[] = {{"Edg", "Edge"},         {"OPR/", "Opera"},     {"SamsungBrowser/", "Samsung Internet"},
                              {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"},
                              {"Chrome/", "Chrome"},   {"Safari/", "Safari"}};
constexpr Sign kSystems[] = {{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"},  {"Windows", "Windows"},
                             {"CrOS", "ChromeOS"},   {"Macintosh", "Mac"}, {"Linux", "Linux"}};

template <std::size_t N>
std::string first_of(Sign const (&signs)[N], std::string_view text) {
  for (auto const& [sign, name] : signs)
    if (text.find(sign) != std::string_view::npos) return std::string(name);
  return {};
}

}  // namespace

Device device_of(std::string_view user_agent) {
  return {first_of(kBrowsers, user_agent), first_of(kSystems, user_agent)};
}

}  // namespace earshot::web
