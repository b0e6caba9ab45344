#include "ui/seen.h"

#include "platform/base/text.h"
#include "platform/crypto/digest.h"
#include "ui/fields.h"

namespace earshot::ui {
namespace {

constexpr std::string_view kSeenField = "seen";
/// Enough of a digest that no two texts that people write have the same.
constexpr std::size_t kLetters = 16;
/// What of a long text stands in a message.
constexpr std::size_t kInMessage = 300;

std::string mark(Stands const& each) {
  crypto::Digest digest;
  return std::string(each.field) + ":" + digest.field(each.value).hex().substr(0, kLetters) + " ";
}

}  // namespace

Html seen(std::vector<Stands> const& stands) {
  std::string marks;
  for (auto const& each : stands) marks += mark(each);
  return hidden(kSeenField, marks);
}

Result<void> nobody_else_changed(http::Fields const& fields, std::vector<Stands> const& stands) {
  auto const had = " " + std::string(fields.get(kSeenField)) + " ";
  Problems problems;
  for (auto const& each : stands) {
    if (had.find(" " + mark(each)) != std::string::npos) continue;
    auto const words = shortened(each.words.empty() ? each.value : each.words, kInMessage);
    problems.add(each.field,
                 words.empty()
                     ? msg("Somebody else has emptied this since you opened the page. Save again to put yours "
                           "in its place.")
                     : msg("Somebody else has changed this since you opened the page. It says now: {1}. Save "
                           "again to put yours in its place.",
                           words));
  }
  TRY(problems.or_value(0));
  return {};
}

}  // namespace earshot::ui
