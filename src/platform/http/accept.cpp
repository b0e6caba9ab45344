#include "platform/http/accept.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "platform/http/message.h"

namespace earshot::http {

namespace {

// "0.8" in thousandths; RFC 9110, 12.4.2 has at most three digits. What is no quality counts as not wanted.
int quality_of(std::string_view text) {
  if (text.empty() || (text[0] != '0' && text[0] != '1')) return 0;
  auto thousandths = (text[0] - '0') * 1000;
  text.remove_prefix(1);
  if (text.empty()) return thousandths;
  if (text[0] != '.' || text.size() > 4) return 0;
  int unit = 100;
  for (char const c : text.substr(1)) {
    if (c < '0' || c > '9') return 0;
    thousandths += (c - '0') * unit;
    unit /= 10;
  }
  return thousandths <= 1000 ? thousandths : 0;
}

struct Wish {
  std::string_view name;
  int quality = 1000;
};

// Takes "name;q=0.8" off the front of a list. Other parameters than q are passed over.
std::optional<Wish> next_wish(std::string_view& list) {
  while (!list.empty()) {
    auto const end = std::min(list.find(','), list.size());
    auto entry = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    Wish wish{trimmed(entry.substr(0, entry.find(';')))};
    if (wish.name.empty()) continue;
    for (auto at = entry.find(';'); at != std::string_view::npos; at = entry.find(';')) {
      entry.remove_prefix(at + 1);
      auto const parameter = trimmed(entry.substr(0, entry.find(';')));
      if (parameter.size() > 1 && same_name(parameter.substr(0, 2), "q="))
        wish.quality = quality_of(parameter.substr(2));
    }
    return wish;
  }
  return std::nullopt;
}

// RFC 4647, 3.4: the wish is cut at its hyphens until something offered fits ("zh-Hant-TW", "zh-Hant", "zh").
std::string_view offered_for(std::string_view wish, std::span<std::string const> offered) {
  for (;;) {
    auto const found =
        std::find_if(offered.begin(), offered.end(), [wish](std::string const& each) { return same_name(each, wish); });
    if (found != offered.end()) return *found;
    auto const hyphen = wish.rfind('-');
    if (hyphen == std::string_view::npos) return {};
    wish = wish.substr(0, hyphen);
  }
}

}  // namespace

std::string_view best_language(std::string_view accept_language, std::span<std::string const> offered) {
  std::string_view best;
  int best_quality = 0;
  while (auto const wish = next_wish(accept_language)) {
    if (wish->quality <= best_quality) continue;
    auto const found = offered_for(wish->name, offered);
    if (found.empty()) continue;
    best = found;
    best_quality = wish->quality;
  }
  return best;
}

Encoding best_encoding(std::string_view accept_encoding) {
  int any = -1;
  int brotli = -1;
  int gzip = -1;
  int identity = -1;
  while (auto const wish = next_wish(accept_encoding)) {
    if (same_name(wish->name, "br")) brotli = wish->quality;
    if (same_name(wish->name, "gzip") || same_name(wish->name, "x-gzip")) gzip = wish->quality;
    if (same_name(wish->name, "identity")) identity = wish->quality;
    if (wish->name == "*") any = wish->quality;
  }
  if (brotli < 0) brotli = std::max(any, 0);
  if (gzip < 0) gzip = std::max(any, 0);
  // An identity that is not spoken of is allowed but liked less than what is.
  identity = std::max(identity, 0);
  if (brotli > 0 && brotli >= gzip && brotli >= identity) return Encoding::br;
  if (gzip > 0 && gzip >= identity) return Encoding::gzip;
  return Encoding::identity;
}

}  // namespace earshot::http
