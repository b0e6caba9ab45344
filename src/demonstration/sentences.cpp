#include "demonstration/sentences.h"

#include <algorithm>
#include <cctype>

#include <boost/json.hpp>

#include "demonstration/files.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

std::vector<std::string> strings(json::value const& value) {
  if (value.is_string()) return {json::value_to<std::string>(value)};
  return json::value_to<std::vector<std::string>>(value);
}

std::string text(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value ? json::value_to<std::string>(*value) : std::string();
}

std::vector<Saying> sayings(json::array const& array, bool by_child) {
  std::vector<Saying> result;
  for (auto const& each : array) {
    auto const& facts = each.as_object();
    auto const language = text(facts, "language");
    result.push_back({.topic = text(facts, "topic"),
                      .words = text(facts, "words"),
                      .language = language.empty() ? "en" : language,
                      .summary = text(facts, "summary"),
                      .by_child = by_child});
  }
  return result;
}

bool replace(std::string& in, std::string_view slot, std::string const& by) {
  bool found = false;
  for (auto at = in.find(slot); at != std::string::npos; at = in.find(slot, at + by.size())) {
    in.replace(at, slot.size(), by);
    found = true;
  }
  return found;
}

std::string capital(std::string text) {
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

/// As it is typed with one thumb at the school gate.
std::string hurried(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

Sentences::Sentences(std::vector<std::string> places) {
  auto const said = json::parse(file("said.json")).as_object();
  for (auto const& [slug, value] : said.at("themes").as_object()) {
    auto const& theme = value.as_object();
    Theme read{.situations = strings(theme.at("situations")),
               .details = strings(theme.at("details")),
               .effects = strings(theme.at("effects")),
               .wishes = strings(theme.at("wishes")),
               .summary = strings(theme.at("summary")),
               .answers = {}};
    for (auto const* kind : {"done", "will", "cannot"}) read.answers.emplace(kind, strings(theme.at(kind)));
    m_themes.emplace(std::string(slug), std::move(read));
  }
  m_in_other_languages = sayings(said.at("in_other_languages").as_array(), false);
  m_by_children = sayings(said.at("by_children").as_array(), true);
  for (auto& saying : m_by_children) saying.summary = m_themes.at(saying.topic).summary.front();
  for (auto const& [name, value] : said)
    if (value.is_array() && !value.as_array().empty() && value.as_array().front().is_string())
      m_lists.emplace(std::string(name), strings(value));
  for (auto const& each : said.at("unasked").as_array())
    m_unasked.emplace_back(text(each.as_object(), "topic"), text(each.as_object(), "words"));
  m_lists.insert_or_assign("place", std::move(places));
}

Saying Sentences::family(Dice& dice, std::vector<std::string> const& topics) const {
  if (auto const chance = dice.roll(100); chance < 9) {
    auto const& from = chance < 6 ? m_in_other_languages : m_by_children;
    for (auto tries = 0; tries < 8; ++tries) {
      auto const& saying = dice.pick(from);
      if (std::find(topics.begin(), topics.end(), saying.topic) != topics.end()) return saying;
    }
  }
  Saying saying{.topic = dice.pick(topics), .words = {}};
  auto const& theme = m_themes.at(saying.topic);
  saying.words = dice.pick(theme.situations);
  if (dice.chance(60)) saying.words += " " + dice.pick(theme.details);
  if (dice.chance(65)) saying.words += " " + dice.pick(theme.effects);
  saying.names_a_child = saying.words.find("hild}") != std::string::npos;
  saying.words = filled(dice, std::move(saying.words));
  if (dice.chance(12)) saying.words = hurried(std::move(saying.words));
  if (dice.chance(45)) saying.wish = filled(dice, dice.pick(theme.wishes));
  saying.summary = dice.pick(theme.summary);
  return saying;
}

std::string Sentences::answer(Dice& dice, std::string const& topic, std::string_view kind) const {
  return filled(dice, dice.pick(m_themes.at(topic).answers.find(kind)->second));
}

std::string Sentences::any(Dice& dice, std::string const& list) const {
  return filled(dice, dice.pick(m_lists.at(list)));
}

std::string Sentences::filled(Dice& dice, std::string text) const {
  auto const& child = dice.pick(m_lists.at("child"));
  replace(text, "{Child}", capital(child));
  replace(text, "{child}", child);
  for (auto const* slot : {"day", "time", "minutes", "months", "times", "place"})
    if (auto const braced = "{" + std::string(slot) + "}"; text.find(braced) != std::string::npos)
      replace(text, braced, dice.pick(m_lists.at(slot)));
  return text;
}

}  // namespace earshot::demonstration
