#include "demonstration/sentences.h"

#include <algorithm>
#include <cctype>

#include <boost/json.hpp>

#include "demonstration/files.h"
#include "demonstration/reading.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

/// So many of a hundred voices are said in their own way: by a child, or in another language.
constexpr std::size_t kWholes = 16;

void replace_all(std::string& in, std::string_view what, std::string_view by) {
  for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + by.size()))
    in.replace(at, what.size(), by);
}

bool fits(std::vector<std::string> const& services, std::string const& service) {
  return services.empty() || std::find(services.begin(), services.end(), service) != services.end();
}

/// Those of `all` that fit a service.
template <class T>
std::vector<T const*> for_service(std::vector<T> const& all, std::string const& service) {
  std::vector<T const*> result;
  for (auto const& each : all)
    if (fits(each.services, service)) result.push_back(&each);
  return result;
}

/// A grown-up, unless the child they speak of tells more.
voices::Speaker grown_up(Dice& dice, Cast const& cast) {
  if (cast.speaker) return *cast.speaker;
  return dice.chance(92) ? voices::Speaker::parent_or_carer : voices::Speaker::rather_not_say;
}

}  // namespace

Sentences::Sentences() : m_matters(read_matters()) {
  auto const said = json::parse(file("said.json")).as_object();
  for (auto const& [name, value] : said.at("lists").as_object())
    m_lists.emplace(std::string(name), json::value_to<List>(value));
  for (auto const& [speaker, value] : said.at("heard_from").as_object())
    m_heard_from.emplace(std::string(speaker), json::value_to<List>(value));
  for (auto const& each : said.at("corrections").as_array()) {
    auto const both = json::value_to<List>(each);
    m_corrections.push_back({both.at(0), both.at(1)});
  }
  for (auto const& each : said.at("unasked").as_array()) {
    auto const& facts = each.as_object();
    m_unasked.push_back({text(facts, "service"), text(facts, "changed"), text(facts, "reason")});
  }
  read_settled();
}

void Sentences::read_settled() {
  auto const settled = json::parse(file("settled.json")).as_object();
  for (auto const& each : settled.at("thanks").as_array()) {
    auto const& facts = each.as_object();
    m_thanks.push_back({.services = texts(facts, "services"),
                        .children = text(facts, "children"),
                        .openings = texts(facts, "openings"),
                        .details = texts(facts, "details"),
                        .effects = texts(facts, "effects"),
                        .notes = texts(facts, "notes")});
  }
  for (auto const& each : settled.at("questions").as_array()) {
    auto const& facts = each.as_object();
    m_questions.push_back(
        {.services = texts(facts, "services"), .words = text(facts, "words"), .note = text(facts, "note")});
  }
}

Saying Sentences::about(Dice& dice, Matter const& matter, Cast const& cast, std::size_t opening) const {
  Saying saying{.words = {}, .summary = cast.fill(dice.pick(fitting(matter.summaries, opening))->text)};
  if (auto const wholes = fitting(matter.wholes, opening); !wholes.empty() && dice.chance(kWholes)) {
    auto const& whole = *dice.pick(wholes);
    saying.words = cast.fill(whole.words);
    saying.wish = cast.fill(whole.wish);
    saying.language = whole.language;
    saying.speaker = whole.by ? *whole.by : matter.by.value_or(voices::Speaker::parent_or_carer);
    return saying;
  }
  saying.speaker = matter.by ? *matter.by : grown_up(dice, cast);
  saying.words = cast.fill(matter.openings[opening]);
  auto const more = [&](std::vector<Sentence> const& sentences, std::size_t percent) {
    auto const found = fitting(sentences, opening);
    auto const* sentence = found.empty() ? nullptr : dice.pick(found);
    if (sentence && dice.chance(percent)) saying.words += " " + cast.fill(sentence->text);
  };
  more(matter.details, 75);
  more(matter.effects, 60);
  if (auto const wishes = fitting(matter.wishes, opening); !wishes.empty() && dice.chance(50))
    saying.wish = cast.fill(dice.pick(wishes)->text);
  saying.words = in_a_register(dice, std::move(saying.words), saying.is_hurried);
  if (saying.is_hurried) saying.wish = hurried(std::move(saying.wish));
  return saying;
}

Settled Sentences::settled(Dice& dice, std::string const& service, std::string const& place) const {
  auto const questions = for_service(m_questions, service);
  if (!questions.empty() && dice.chance(15)) {
    auto const& question = *dice.pick(questions);
    auto const cast = m_casting.cast(dice, "", place);
    Settled settled{.saying = {.words = cast.fill(question.words)},
                    .closing = {voices::ClosedAs::no_ask_needed, cast.fill(question.note)}};
    settled.saying.speaker = grown_up(dice, cast);
    settled.saying.words = in_a_register(dice, std::move(settled.saying.words), settled.saying.is_hurried);
    return settled;
  }
  auto const& thanks = *dice.pick(for_service(m_thanks, service));
  auto const cast = m_casting.cast(dice, thanks.children, place);
  Settled settled{.saying = {.words = cast.fill(dice.pick(thanks.openings))},
                  .closing = {voices::ClosedAs::thanks, cast.fill(dice.pick(thanks.notes))}};
  auto& saying = settled.saying;
  saying.speaker = grown_up(dice, cast);
  if (dice.chance(70)) saying.words += " " + cast.fill(dice.pick(thanks.details));
  if (dice.chance(60)) saying.words += " " + cast.fill(dice.pick(thanks.effects));
  saying.words = in_a_register(dice, std::move(saying.words), saying.is_hurried);
  return settled;
}

Settled Sentences::settled(Dice& dice, Matter const& matter, std::string const& place) const {
  auto const cast = m_casting.cast(dice, matter.children, place);
  return {.saying = about(dice, matter, cast, dice.roll(matter.openings.size())),
          .closing = {voices::ClosedAs::answered_already, any(dice, "answered_already")}};
}

std::string const& Sentences::any(Dice& dice, std::string_view list) const {
  return dice.pick(m_lists.find(list)->second);
}

std::string const& Sentences::heard_from(Dice& dice, voices::Speaker speaker) const {
  return dice.pick(m_heard_from.find(to_word(speaker))->second);
}

/// Most write plainly; some in a hurry, and some as one writes a letter.
std::string Sentences::in_a_register(Dice& dice, std::string words, bool& is_hurried) const {
  auto const chance = dice.roll(100);
  is_hurried = chance < 10;
  if (is_hurried) return hurried(std::move(words));
  if (chance < 14) return any(dice, "greetings") + " " + words;
  if (chance < 19) return words + " " + any(dice, "farewells");
  return words;
}

std::string hurried(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  replace_all(text, "’", "");
  replace_all(text, " and ", " & ");
  replace_all(text, "please", "pls");
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

}  // namespace earshot::demonstration
