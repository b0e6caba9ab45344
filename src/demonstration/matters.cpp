#include "demonstration/matters.h"

#include <algorithm>

#include <boost/json.hpp>

#include "demonstration/files.h"
#include "demonstration/reading.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

constexpr char const* kFiles[] = {"matters_school.json", "matters_health.json", "matters_home.json",
                                  "matters_play.json", "matters_care.json"};

std::optional<voices::Speaker> speaker(json::object const& facts) {
  auto const word = text(facts, "by");
  return word.empty() ? std::nullopt : from_word<voices::Speaker>(word);
}

std::vector<std::size_t> to(json::value const& each) {
  auto const* facts = each.if_object();
  auto const* openings = facts ? facts->if_contains("to") : nullptr;
  return openings ? json::value_to<std::vector<std::size_t>>(*openings) : std::vector<std::size_t>();
}

json::array items(json::object const& facts, std::string_view name) {
  auto const* list = facts.if_contains(name);
  return list ? list->as_array() : json::array();
}

/// Each is a sentence, or {"to": [0, 2], "text": "…"}.
std::vector<Sentence> sentences(json::object const& facts, std::string_view name) {
  std::vector<Sentence> result;
  for (auto const& each : items(facts, name))
    result.push_back(
        {{to(each)}, each.is_string() ? json::value_to<std::string>(each) : text(each.as_object(), "text")});
  return result;
}

std::vector<Whole> wholes(json::object const& facts) {
  std::vector<Whole> result;
  for (auto const& each : items(facts, "wholes")) {
    auto const& said = each.as_object();
    auto const language = text(said, "language");
    result.push_back(
        {{to(each)}, text(said, "words"), text(said, "wish"), language.empty() ? "en" : language, speaker(said)});
  }
  return result;
}

/// What is said, and what is said to that: a list of two, or {"to": [0, 2], "both": […]}.
template <class Pair>
std::vector<Pair> pairs(json::object const& facts, std::string_view name) {
  std::vector<Pair> result;
  for (auto const& each : items(facts, name)) {
    auto const both = json::value_to<std::vector<std::string>>(each.is_array() ? each : each.as_object().at("both"));
    result.push_back({{to(each)}, both.at(0), both.at(1)});
  }
  return result;
}

Matter read(json::object const& facts) {
  return {.name = text(facts, "name"),
          .topics = texts(facts, "topics"),
          .services = texts(facts, "services"),
          .children = text(facts, "children"),
          .by = speaker(facts),
          .summaries = sentences(facts, "summaries"),
          .openings = texts(facts, "openings"),
          .details = sentences(facts, "details"),
          .effects = sentences(facts, "effects"),
          .wishes = sentences(facts, "wishes"),
          .wholes = wholes(facts),
          .done = sentences(facts, "done"),
          .promises = pairs<Promise>(facts, "will"),
          .cannot = sentences(facts, "cannot"),
          .after_all = sentences(facts, "after_all"),
          .objections = pairs<Objection>(facts, "not_this"),
          .pauses = sentences(facts, "pauses")};
}

/// Whether all of these fit one opening as they fit the other.
template <class T>
bool fit_alike(std::vector<T> const& parts, std::size_t one, std::size_t other) {
  return std::all_of(parts.begin(), parts.end(), [&](T const& part) { return part.fits(one) == part.fits(other); });
}

}  // namespace

bool Part::fits(std::size_t opening) const {
  return to.empty() || std::find(to.begin(), to.end(), opening) != to.end();
}

std::vector<std::size_t> Matter::akin(std::size_t opening) const {
  std::vector<std::size_t> result;
  for (std::size_t other = 0; other < openings.size(); ++other)
    if (fit_alike(done, opening, other) && fit_alike(promises, opening, other) && fit_alike(cannot, opening, other))
      result.push_back(other);
  return result;
}

std::vector<Matter> read_matters() {
  std::vector<Matter> matters;
  for (auto const* name : kFiles) {
    auto const all = json::parse(file(name)).as_array();
    for (auto const& each : all) matters.push_back(read(each.as_object()));
  }
  return matters;
}

}  // namespace earshot::demonstration
