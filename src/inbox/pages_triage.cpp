// The form by which a voice becomes asks: what may be published, with what could name a person pointed out in it, the
// services it is for, and the asks that it could join.

#include <algorithm>
#include <charconv>
#include <map>

#include "inbox/pages.h"
#include "inbox/recording.h"
#include "inbox/triage.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/grouped_boxes.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::inbox {
namespace {

using personal_data::Certainty;
using personal_data::Finding;
using personal_data::Kind;

constexpr std::size_t kInList = 200;
constexpr std::string_view kEnglish = "en";

std::string kind_name(i18n::Translator const& t, Kind kind) {
  switch (kind) {
    case Kind::name:
      return t("a name");
    case Kind::telephone:
      return t("a telephone number");
    case Kind::email:
      return t("an e-mail address");
    case Kind::address:
      return t("an address");
    case Kind::postcode:
      return t("a postcode");
    case Kind::birth_date:
      return t("a date of birth");
    case Kind::nhs_number:
      return t("an NHS number");
    case Kind::age:
      return t("an age");
    case Kind::school:
      return t("a school");
    case Kind::number:
      return t("a long number");
  }
  return {};
}

std::string in_place_of(i18n::Translator const& t, Kind kind) {
  switch (kind) {
    case Kind::name:
      return t("[name]");
    case Kind::telephone:
      return t("[telephone number]");
    case Kind::email:
      return t("[e-mail address]");
    case Kind::address:
    case Kind::postcode:
      return t("[address]");
    case Kind::birth_date:
      return t("[date]");
    case Kind::nhs_number:
    case Kind::number:
      return t("[number]");
    case Kind::age:
      return t("[age]");
    case Kind::school:
      return t("[school]");
  }
  return {};
}

/// The words with each finding marked.
Html marked(std::string const& words, std::string const& language, std::vector<Finding> const& findings) {
  Html text;
  std::size_t at = 0;
  for (auto const& finding : findings) {
    text += std::string_view(words).substr(at, finding.begin - at);
    text += element("mark", Attributes{{"class", finding.certainty == Certainty::likely ? "mark" : "mark mark--maybe"}},
                    std::string_view(words).substr(finding.begin, finding.end - finding.begin));
    at = finding.end;
  }
  text += std::string_view(words).substr(at);
  return element("div", Attributes{{"class", "marked"}, {"dir", "auto"}, {"lang", language}}, text);
}

/// One box for each thing, however often it stands there.
std::vector<ui::Choice> boxes(i18n::Translator const& t, std::string const& words,
                              std::vector<Finding> const& findings) {
  std::vector<ui::Choice> choices;
  std::map<std::string, int> times;
  for (auto const& finding : findings) ++times[rules::tick_of(finding, words)];
  for (auto const& finding : findings) {
    auto const tick = rules::tick_of(finding, words);
    auto& left = times[tick];
    if (left == 0) continue;
    auto const found = words.substr(finding.begin, finding.end - finding.begin);
    auto const kind = kind_name(t, finding.kind);
    auto label = finding.certainty == Certainty::likely ? t("{1}: {2}", found, kind) : t("{1}: maybe {2}", found, kind);
    if (left > 1) label = t.plural("{2}, 1 time", "{2}, {1} times", left, label);
    choices.push_back({.value = tick, .label = std::move(label)});
    left = 0;
  }
  return choices;
}

/// What could name a person in the words as they stand in the form. Nothing is struck but by a person.
Html pointed_out(i18n::Translator const& t, std::string const& words, std::string const& language) {
  auto const button = ui::button(
      {.text = t("Strike what is ticked"), .look = ui::Button::Look::secondary, .name = "do", .value = "strike"});
  if (words.empty()) return {};
  auto const findings = personal_data::find(words);
  if (findings.empty())
    return html(
        ui::paragraph(t("We found nothing in it that could show who they are. We can miss things: read it once "
                        "more.")),
        ui::button({.text = t("Look again"), .look = ui::Button::Look::secondary, .name = "do", .value = "strike"}));
  return element(
      "div", Attributes{{"class", "pointed-out"}},
      html(ui::subheading(t("What could show who they are")),
           ui::paragraph(t("We mark what could, and miss some. You decide. What they said is kept as they said it.")),
           marked(words, language, findings),
           ui::checkboxes_field(t, {.name = "strike",
                                    .legend = t("Strike these in what may be published"),
                                    .items = boxes(t, words, findings),
                                    .small = true}),
           button));
}

/// Those the family named, without those that have an ask of it or gave it back; and whom the last of these suggested.
std::vector<std::string> chosen_services(web::FormState const& state, Opened const& opened) {
  std::vector<std::string> chosen;
  if (state.sent) {
    for (auto const each : state.values.all("service")) chosen.emplace_back(each);
    return chosen;
  }
  for (auto const& service : opened.services) {
    auto const& named = opened.voice.services;
    auto const is_made = std::any_of(opened.made.begin(), opened.made.end(),
                                     [&](asks::AnsweredAsk const& each) { return each.ask.service == service.id; });
    auto const gave_back = std::any_of(opened.came_back.begin(), opened.came_back.end(),
                                       [&](CameBack const& each) { return each.service_name == service.name; });
    auto const is_suggested =
        !opened.came_back.empty() && !opened.returns.empty() && opened.returns.front().suggested_name == service.name;
    auto const is_named = std::find(named.begin(), named.end(), service.id) != named.end();
    if (is_suggested || (is_named && !is_made && !gave_back)) chosen.push_back(service.slug);
  }
  return chosen;
}

/// What is ticked, what the family named and what has asks that are like it stand in front; the others by agency.
std::vector<ui::BoxGroup> service_groups(i18n::Translator const& t, Opened const& opened,
                                         std::vector<std::string> const& chosen) {
  ui::BoxGroup fitting{.name = t("These fit best"), .items = {}, .folds = false};
  std::vector<ui::BoxGroup> others;
  auto const& named = opened.voice.services;
  for (auto const& service : opened.services) {
    ui::Choice choice{.value = service.slug,
                      .label = t.plural("{2}, answers within 1 working day", "{2}, answers within {1} working days",
                                        service.answer_within_days, service.name)};
    auto const is_like = [&](asks::AnsweredAsk const& each) { return each.ask.service == service.id; };
    if (std::find(chosen.begin(), chosen.end(), service.slug) != chosen.end() ||
        std::find(named.begin(), named.end(), service.id) != named.end() ||
        std::any_of(opened.likely.begin(), opened.likely.end(), is_like))
      fitting.items.push_back(std::move(choice));
    else
      ui::add_to_group(others, service.agency_name, std::move(choice));
  }
  if (!fitting.items.empty()) others.insert(others.begin(), std::move(fitting));
  return others;
}

/// The language of what may be published, of a voice that is not in English: a worker may write it in their own.
Html language_field(i18n::Translator const& t, web::FormState const& state, voices::Voice const& voice,
                    bool as_they_said_it) {
  if (voice.language == kEnglish) return {};
  std::vector<ui::Choice> choices;
  for (auto const& each : spoken_languages())
    if (each.code == voice.language) choices.push_back({.value = voice.language, .label = std::string(each.name)});
  if (choices.empty()) choices.push_back({.value = voice.language, .label = voice.language});
  choices.push_back({.value = std::string(kEnglish), .label = "English"});
  return ui::radios_field(t, {.name = "language",
                              .legend = t("In which language is this?"),
                              .hint = t("So that it is read aloud rightly, and people know what they open."),
                              .items = std::move(choices),
                              .value = state.value("language", as_they_said_it ? voice.language : kEnglish)});
}

std::string state_of(i18n::Translator const& t, asks::AnsweredAsk const& item) {
  if (item.published()) return asks::outcome_heading(t, *item.answer);
  return t("Waiting for an answer, by {1}", t.date(item.ask.due_on));
}

Html matches(i18n::Translator const& t, std::vector<asks::AnsweredAsk> const& likely) {
  if (likely.empty()) return {};
  Html items;
  for (auto const& item : likely)
    items += element(
        "li", Attributes{{"class", "card"}},
        html(element("p", Attributes{{"class", "change__words"}, {"dir", "auto"}, {"lang", item.ask.language}},
                     shortened(item.ask.words, kInList)),
             ui::quiet(t("{1}, {2}", item.ask.service_name, state_of(t, item))),
             ui::paragraph(ui::link("/asks/" + std::to_string(item.ask.id.value), t("Ask {1}", item.ask.reference))),
             ui::button({.text = t("Join this one"),
                         .look = ui::Button::Look::secondary,
                         .name = "join",
                         .value = std::to_string(item.ask.id.value)})));
  return element(
      "aside", Attributes{{"class", "likely"}, {"aria-label", t("Others have asked for this")}},
      html(ui::subheading(t("Others have asked for this")),
           ui::paragraph(t("Is it the same? Join it: this family hears what becomes of it, and the service is "
                           "not asked twice.")),
           element("ul", Attributes{{"class", "likely__list"}, {"role", "list"}}, items)));
}

std::optional<asks::AskId> read_join(http::Fields const& fields) {
  auto const text = fields.get("join");
  asks::AskId id;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return id;
}

/// The form again, with what is ticked struck out of what may be published.
web::Answer strike(web::Context& context, http::Fields const& fields, voices::VoiceId id) {
  auto const words = tidy(fields.get("words"));
  auto const struck = personal_data::strike(words, rules::ticked(words, fields.all("strike")),
                                            [&](Kind kind) { return in_place_of(context.t, kind); });
  web::FormState state{.values = {}, .problems = {}, .sent = true};
  for (auto const& [name, value] : fields)
    if (name != "words" && name != "strike" && name != "do") state.values.add(name, value);
  state.values.add("words", struck);
  return show_voice(context, state, id);
}

}  // namespace

Html ask_form(web::Context const& context, web::FormState const& state, Opened const& opened) {
  auto const& t = context.t;
  auto const& voice = opened.voice;
  auto const shown = voice.may_show == voices::MayShow::without_name;
  auto const words = state.value("words", shown ? std::string_view(voice.words) : std::string_view());
  auto const again = !opened.made.empty();
  auto const chosen = chosen_services(state, opened);
  auto const fields = html(
      html(ui::hidden("seen", rules::seen(voice, opened.made.size())), ui::hidden(kListField, to_query(opened.list))),
      ui::textarea_field(
          t,
          {.name = "words",
           .label = t("What may be published"),
           .hint = shown ? t("Their words may be shown without their name. Take out whatever could show who they are.")
                         : t("They asked us not to show their words. Write what they ask for in your own words."),
           .value = words,
           .error = ui::error_for(t, state, "words"),
           .rows = 6,
           .max_characters = asks::kLongestText}),
      language_field(t, state, voice, shown), pointed_out(t, words, voice.language),
      ui::textarea_field(t, {.name = "wish",
                             .label = t("What they would like, for the service only"),
                             .hint = t("You can leave this empty. Take out whatever could show who they are."),
                             .value = state.value("wish", voice.wish),
                             .error = ui::error_for(t, state, "wish"),
                             .rows = 3,
                             .max_characters = asks::kLongestText}),
      ui::grouped_boxes_field(t, {.name = "service",
                                  .legend = t("Which service is it for?"),
                                  .hint = t("Each one you choose gets an ask of its own."),
                                  .groups = service_groups(t, opened, chosen),
                                  .values = chosen,
                                  .error = ui::error_for(t, state, "service"),
                                  .small = true}),
      ui::button({.text = again ? t("Pass it on as well") : t("Pass it on"), .name = "do", .value = "ask"}));
  return html(ui::subheading(again ? t("Make another ask of it") : t("Make an ask of it")),
              ui::form(context, address(voice.id),
                       element("div", Attributes{{"class", opened.likely.empty() ? "triage" : "triage triage--beside"}},
                               html(element("div", {}, fields), matches(t, opened.likely)))));
}

web::Answer save_ask(web::Context& context, http::Form const& form, voices::VoiceId id) {
  auto const& fields = form.fields;
  auto const by = viewer(context);
  auto const seen = fields.get("seen");
  if (fields.get("do") == "strike") return strike(context, fields, id);
  if (fields.has("join")) {
    auto const ask = read_join(fields);
    if (!ask) return refuse("", msg("That ask is not there any more. Choose another, or make one of its own."));
    TRY(context.db.write([&](db::Transaction& tx) { return join(tx, id, *ask, seen, by, context.now); }));
    return go_on(id, Deed::joined, fields);
  }
  auto const services = context.db.read([](db::Transaction& tx) { return agencies::services(tx); });
  auto const passed_on = TRY(rules::read_passed_on(fields, services));
  TRY(context.db.write(
      [&](db::Transaction& tx) { return pass_on(tx, id, passed_on, seen, by, context.now, context.today()); }));
  return go_on(id, Deed::asked, fields);
}

}  // namespace earshot::inbox
