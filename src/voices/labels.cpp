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

std::string label(i18n::Translator const& t, Feeling feeling) {
  switch (feeling) {
    case Feeling::very_happy:
      return t("Very happy");
    case Feeling::happy:
      return t("Happy");
    case Feeling::so_so:
      return t("So-so");
    case Feeling::sad:
      return t("Sad");
    case Feeling::angry:
      return t("Angry");
    case Feeling::worried:
      return t("Worried");
  }
  return {};
}

std::string label(i18n::Translator const& t, ClosedAs closed_as) {
  switch (closed_as) {
    case ClosedAs::thanks:
      return t("A kind word, passed on");
    case ClosedAs::no_ask_needed:
      return t("Nothing has to be done, or it is done already");
    case ClosedAs::answered_already:
      return t("There is an answer that fits already");
    case ClosedAs::nothing_to_act_on:
      return t("We cannot tell what is wanted");
  }
  return {};
}

std::string label(i18n::Translator const& t, messages::Channel channel) {
  switch (channel) {
    case messages::Channel::email:
      return t("By e-mail");
    case messages::Channel::text:
      return t("By text message");
    case messages::Channel::post:
      return t("By post");
  }
  return {};
}

std::vector<Speaker> const& speakers() {
  static std::vector<Speaker> const all{Speaker::child, Speaker::young_person, Speaker::parent_or_carer,
                                        Speaker::somebody_else, Speaker::rather_not_say};
  return all;
}

}  // namespace earshot::voices
