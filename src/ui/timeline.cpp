#include "ui/timeline.h"

namespace earshot::ui {
namespace {

struct Mark {
  std::string_view classes;
  std::string words;
};

Mark mark(i18n::Translator const& t, Step::State state) {
  switch (state) {
    case Step::State::done:
      return {"timeline__step timeline__step--done", t("Done")};
    case Step::State::now:
      return {"timeline__step timeline__step--now", t("Now")};
    case Step::State::next:
      break;
  }
  return {"timeline__step timeline__step--next", t("Next")};
}

Html one(i18n::Translator const& t, Step const& step) {
  auto const [classes, words] = mark(t, step.state);
  auto const state = element("span", {{"class", "timeline__state"}}, words);
  auto body = element("p", {{"class", "timeline__title"}}, html(state, " ", step.title));
  if (!step.when.empty()) body += element("p", {{"class", "timeline__when"}}, step.when);
  if (!step.details.empty()) body += element("div", {{"class", "timeline__details"}}, step.details);

  Attributes attributes{{"class", classes}};
  if (step.state == Step::State::now) attributes.add("aria-current", std::string_view("step"));
  return element("li", attributes, body);
}

}  // namespace

Html timeline(i18n::Translator const& t, std::vector<Step> const& steps) {
  if (steps.empty()) return {};
  Html items;
  for (auto const& step : steps) items += one(t, step);
  return element("ol", {{"class", "timeline"}, {"role", "list"}}, items);
}

}  // namespace earshot::ui
