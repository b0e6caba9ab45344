#include "safeguarding/pages.h"

namespace earshot::safeguarding {

std::string label(i18n::Translator const& t, State state) {
  switch (state) {
    case State::open:
      return t("Open");
    case State::handed_over:
      return t("Handed over");
    case State::kept_hidden:
      return t("Kept hidden");
    case State::given_back:
      return t("Given back");
  }
  return {};
}

std::string label(i18n::Translator const& t, LogEntry const& entry) {
  switch (entry.did) {
    case Did::raised:
      return t("Raised it");
    case Did::raised_again:
      return t("Raised it too");
    case Did::told:
      return t("Messages sent to leads");
    case Did::opened:
      return t("Looked at it");
    case Did::noted:
      return t("Wrote a note");
    case Did::family_added:
      return t("The family wrote more");
    case Did::handed_over:
      return t("Handed it over");
    case Did::opened_note:
      return t("Opened the hand-over note");
    case Did::kept_hidden:
      return t("Decided to keep it hidden");
    case Did::given_back:
      return t("Gave it back: no concern");
  }
  return {};
}

std::string label(i18n::Translator const& t, Handover const& handover) {
  switch (handover.to_whom) {
    case ToWhom::social_care:
      return t("Children's social care");
    case ToWhom::police:
      return t("The police");
    case ToWhom::other:
      return handover.to_other;
  }
  return {};
}

std::string address(Case const& found, std::string_view below) {
  return "/safeguarding/" + found.reference + std::string(below);
}

}  // namespace earshot::safeguarding
