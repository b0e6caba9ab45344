#include "moderation/pages.h"
#include "moderation/rules.h"

namespace earshot::moderation {

std::string label(i18n::Translator const& t, Reason reason) {
  switch (reason) {
    case Reason::names_somebody:
      return t("It shows who somebody is");
    case Reason::hurts:
      return t("It hurts or threatens somebody");
    case Reason::not_about_services:
      return t("It is not about services for children and families");
    case Reason::advertises:
      return t("It advertises something");
    case Reason::private_picture:
      return t("It is somebody else's private picture");
    case Reason::other_law:
      return t("The law does not allow it for another reason");
  }
  return {};
}

std::string label(i18n::Translator const& t, Decision decision) {
  switch (decision) {
    case Decision::shown:
      return t("Shown");
    case Decision::struck:
      return t("Some words were taken out");
    case Decision::refused:
      return t("Not shown");
  }
  return {};
}

std::string speed(i18n::Translator const& t, std::optional<Milliseconds> median) {
  if (!median) return t("Nothing has been decided yet.");
  auto const time = rules::how_long(*median);
  return time.days ? t.plural("Half of all decisions took 1 day or less.",
                              "Half of all decisions took {1} days or less.", time.number)
                   : t.plural("Half of all decisions took 1 hour or less.",
                              "Half of all decisions took {1} hours or less.", time.number);
}

}  // namespace earshot::moderation
