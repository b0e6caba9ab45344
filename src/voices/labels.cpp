#include "voices/pages.h"

namespace earshot::voices {

std::string label(i18n::Translator const& t, Speaker speaker) {
  switch (speaker) {
    case Speaker::child:
      return t("A child");
    case Speaker::young_person:
      return t("A young person");
    case Speaker::parent_or_carer:
      return t("A parent or carer");
    case Speaker::somebody_else:
      return t("Somebody else");
    case Speaker::rather_not_say:
      return t("I’d rather not say");
  }
  return {};
}

std::string label(i18n::Translator const& t, MayShow may_show) {
  switch (may_show) {
    case MayShow::without_name:
      return t("Yes, without my name");
    case MayShow::no:
      return t("No, only the people who answer may read them");
  }
  return {};
}

std::vector<Speaker> const& speakers() {
  static std::vector<Speaker> const all{Speaker::child, Speaker::young_person, Speaker::parent_or_carer,
                                        Speaker::somebody_else, Speaker::rather_not_say};
  return all;
}

}  // namespace earshot::voices
