// The questions between the words and the check: what it is about, where, who is speaking, what they would like,
// whether the words may be shown, and how to be told.

#include "ui/fields.h"
#include "ui/grouped_boxes.h"
#include "voices/pages.h"
#include "voices/saying.h"

namespace earshot::voices {
namespace {

using rules::Question;

std::vector<std::string> chosen_about(web::FormState const& state, rules::Draft const& draft) {
  if (!state.sent) return rules::split_about(draft.about.value_or(""));
  std::vector<std::string> chosen;
  for (auto const each : state.values.all("about")) chosen.emplace_back(each);
  return chosen;
}

/// The topics, the services of each agency, and a way on for who does not know.
std::vector<ui::BoxGroup> groups_of(i18n::Translator const& t, rules::Choices const& choices) {
  std::vector<ui::BoxGroup> groups;
  for (auto const& service : choices.services)
    ui::add_to_group(groups, service.agency_name,
                     {.value = service.slug, .label = service.name, .hint = service.about});
  if (!choices.topics.empty()) {
    ui::BoxGroup topics{.name = t("A topic"), .items = {}, .folds = false};
    for (auto const& topic : choices.topics)
      topics.items.push_back({.value = std::string(rules::kTopicPrefix) + topic.slug, .label = topic.name});
    groups.insert(groups.begin(), std::move(topics));
  }
  groups.push_back({.name = t("If you do not know"),
                    .items = {{.value = std::string(rules::kNotSure),
                               .label = t("Not sure"),
                               .hint = t("We will find out who can answer."),
                               .exclusive = true}},
                    .folds = false});
  return groups;
}

}  // namespace

web::Answer show_about(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What is it about?");
  return saying::show(context, state, Question::about, title,
                      [&](rules::Draft const& draft, rules::Choices const& choices) {
                        return ui::grouped_boxes_field(t, {.name = "about",
                                                           .legend = title,
                                                           .heading = true,
                                                           .hint = t("Choose all that fit."),
                                                           .groups = groups_of(t, choices),
                                                           .values = chosen_about(state, draft),
                                                           .error = ui::error_for(t, state, "about")});
                      });
}

web::Answer save_about(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::about, form);
}

web::Answer show_place(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("Where is it?");
  return saying::show(
      context, state, Question::place, title, [&](rules::Draft const& draft, rules::Choices const& choices) {
        std::vector<ui::Choice> items;
        for (auto const& place : choices.places) items.push_back({.value = place.slug, .label = place.name});
        items.push_back({.value = std::string(rules::kSomewhereElse), .label = t("Somewhere else")});
        items.push_back(
            {.value = std::string(rules::kRatherNotSay), .label = t("I’d rather not say"), .divider_before = t("or")});
        return ui::radios_field(t, {.name = "place",
                                    .legend = title,
                                    .heading = true,
                                    .hint = t("The district or the nearest town is enough. We never ask for an "
                                              "address here."),
                                    .items = std::move(items),
                                    .value = state.value("place", draft.place.value_or("")),
                                    .error = ui::error_for(t, state, "place")});
      });
}

web::Answer save_place(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::place, form);
}

web::Answer show_speaker(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("Who is speaking?");
  return saying::show(context, state, Question::speaker, title, [&](rules::Draft const& draft, rules::Choices const&) {
    std::vector<ui::Choice> items;
    for (auto const speaker : speakers())
      items.push_back({.value = std::string(to_word(speaker)), .label = label(t, speaker)});
    return ui::radios_field(t, {.name = "speaker",
                                .legend = title,
                                .heading = true,
                                .hint = t("We ask so that we can see whether everybody is heard."),
                                .items = std::move(items),
                                .value = state.value("speaker", draft.speaker ? to_word(*draft.speaker) : ""),
                                .error = ui::error_for(t, state, "speaker")});
  });
}

web::Answer save_speaker(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::speaker, form);
}

web::Answer show_wish(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What would you like to happen?");
  return saying::show(context, state, Question::wish, title, [&](rules::Draft const& draft, rules::Choices const&) {
    return ui::textarea_field(t, {.name = "wish",
                                  .label = title,
                                  .heading = true,
                                  .hint = t("You can leave this empty."),
                                  .value = state.value("wish", draft.wish.value_or("")),
                                  .error = ui::error_for(t, state, "wish"),
                                  .max_characters = kLongestWords});
  });
}

web::Answer save_wish(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::wish, form);
}

web::Answer show_may_show(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("May we show your words to others?");
  return saying::show(context, state, Question::may_show, title, [&](rules::Draft const& draft, rules::Choices const&) {
    std::vector<ui::Choice> items;
    for (auto const may_show : {MayShow::without_name, MayShow::no})
      items.push_back({.value = std::string(to_word(may_show)), .label = label(t, may_show)});
    return ui::radios_field(t, {.name = "may_show",
                                .legend = title,
                                .heading = true,
                                .hint = t("Other families see that they are not alone. We take out anything that could "
                                          "show who you are. You get an answer either way."),
                                .items = std::move(items),
                                .value = state.value("may_show", draft.may_show ? to_word(*draft.may_show) : ""),
                                .error = ui::error_for(t, state, "may_show")});
  });
}

web::Answer save_may_show(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::may_show, form);
}

web::Answer show_told(web::Context& context, web::FormState const& state) {
  return saying::show(context, state, Question::told_by, context.t("How shall we tell you?"),
                      [&](rules::Draft const& draft, rules::Choices const&) {
                        return saying::told_field(context.t, state, true, draft.told_by.value_or(""), draft.address);
                      });
}

web::Answer save_told(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::told_by, form);
}

}  // namespace earshot::voices
