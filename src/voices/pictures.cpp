#include "voices/pictures.h"

#include "voices/rules.h"

namespace earshot::voices {
namespace {

Html svg(std::string_view classes, std::string_view shape) {
  std::string markup = "<svg class=\"";
  markup += classes;
  markup +=
      "\" viewBox=\"0 0 48 48\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\" "
      "stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">";
  markup += shape;
  markup += "</svg>";
  return Html::trusted(markup);
}

/// The mouth and brows that tell one face from another.
std::string_view features_of(Feeling feeling) {
  switch (feeling) {
    case Feeling::very_happy:
      return "<path d=\"M13 27a11 11 0 0 0 22 0z\"/>";
    case Feeling::happy:
      return "<path d=\"M14 29c5 6 15 6 20 0\"/>";
    case Feeling::so_so:
      return "<path d=\"M15 31h18\"/>";
    case Feeling::sad:
      return "<path d=\"M15 34c4-6 14-6 18 0\"/><path d=\"M16 24v3\"/>";
    case Feeling::angry:
      return "<path d=\"M15 34c4-5 14-5 18 0M12 14l7 3M36 14l-7 3\"/>";
    case Feeling::worried:
      return "<path d=\"M15 33c3-4 5 2 9-1s6 2 9-1M12 17l7-3M36 17l-7-3\"/>";
  }
  return {};
}

}  // namespace

std::vector<Picture> const& picture_list() {
  static std::vector<Picture> const all{
      {"school", i18n::mark("School"), "<path d=\"M6 20l18-12 18 12M10 20v20h28V20M20 40V28h8v12\"/>"},
      {"home", i18n::mark("Home"), "<path d=\"M8 24L24 9l16 15M12 22v18h24V22\"/><path d=\"M21 40V30h6v10\"/>"},
      {"play", i18n::mark("Playing"),
       "<circle cx=\"24\" cy=\"24\" r=\"16\"/><path d=\"M8 24h32M24 8c7 10 7 22 0 32\"/>"},
      {"friends", i18n::mark("Friends"),
       "<circle cx=\"16\" cy=\"16\" r=\"6\"/><circle cx=\"33\" cy=\"18\" r=\"5\"/><path d=\"M5 40c0-16 22-16 22 0M29 "
       "30c8-2 13 3 13 10\"/>"},
      {"bus", i18n::mark("Buses and getting there"),
       "<path d=\"M7 12h34v22H7zM7 24h34M24 12v12\"/><circle cx=\"15\" cy=\"36\" r=\"4\"/><circle cx=\"33\" cy=\"36\" "
       "r=\"4\"/>"},
      {"doctor", i18n::mark("Doctors and feeling ill"), "<path d=\"M18 8h12v10h10v12H30v10H18V30H8V18h10z\"/>"},
      {"food", i18n::mark("Food"),
       "<path d=\"M24 14c-10-6-16 2-15 11 1 8 8 15 15 13 7 2 14-5 15-13 1-9-5-17-15-11zM24 14c0-4 2-7 5-8\"/>"},
      {"something-else", i18n::mark("Something else"),
       "<circle cx=\"12\" cy=\"24\" r=\"3\"/><circle cx=\"24\" cy=\"24\" r=\"3\"/><circle cx=\"36\" cy=\"24\" "
       "r=\"3\"/>"}};
  return all;
}

Html drawing(Picture const& picture) { return svg("picture__drawing", picture.shape); }

Html face(Feeling feeling) {
  std::string shape = "<circle cx=\"24\" cy=\"24\" r=\"20\"/><path d=\"M17 19v1M31 19v1\"/>";
  shape += features_of(feeling);
  return svg("picture__drawing", shape);
}

Html way_out() {
  return svg("picture__drawing leave__picture",
             "<path d=\"M3 5h18v38H3zM7 24h10M7 30h10M7 36h6\"/><path class=\"leave__red\" d=\"M7 10h10v6H7z\"/>"
             "<path d=\"M23 24h5M26 21l3 3-3 3\"/><path d=\"M31 5h14v38H31z\"/><circle cx=\"38\" cy=\"17\" r=\"3\"/>"
             "<path d=\"M34 34h8M34 29h8\"/>");
}

std::string words_of_child(i18n::Translator const& t, std::string_view about, std::string_view typed) {
  std::string words;
  for (auto const& part : rules::split_about(about))
    for (auto const& picture : picture_list())
      if (part == std::string(rules::kPicturePrefix).append(picture.name))
        words += (words.empty() ? "" : ", ") + t(picture.label);
  if (!typed.empty()) words.append("\n\n").append(typed);
  return words;
}

}  // namespace earshot::voices
