#include "safeguarding/rules.h"

#include <algorithm>
#include <sstream>

#include "platform/base/text.h"
#include "platform/search/search.h"

namespace earshot::safeguarding::rules {
namespace {

bool stands_at(std::vector<std::string> const& text, std::size_t at, Phrase const& phrase) {
  if (at + phrase.words.size() > text.size()) return false;
  auto const last = phrase.words.size() - 1;
  for (std::size_t i = 0; i < last; ++i)
    if (text[at + i] != phrase.words[i]) return false;
  return phrase.any_ending ? text[at + last].starts_with(phrase.words[last]) : text[at + last] == phrase.words[last];
}

bool stands_in(std::vector<std::string> const& text, Phrase const& phrase) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (stands_at(text, at, phrase)) return true;
  return false;
}

std::string round_of(std::string_view name, Time by, Milliseconds again, Time now) {
  return std::string(name) + "-" + std::to_string((now - by) / again + 1);
}

}  // namespace

Clock clock_of(Case const& found, Time now) {
  if (found.state != State::open) return {};
  if (!found.looked_at) return {.next = Clock::Next::look, .by = found.look_by, .late = now >= found.look_by};
  return {.next = Clock::Next::decide, .by = found.decide_by, .late = now >= found.decide_by};
}

std::optional<std::string> alert(Case const& found, Milliseconds again, Time now) {
  auto const clock = clock_of(found, now);
  switch (clock.next) {
    case Clock::Next::nothing:
      return std::nullopt;
    case Clock::Next::look:
      return clock.late ? round_of("look", clock.by, again, now) : std::string(kNewAlert);
    case Clock::Next::decide:
      if (!clock.late) return std::nullopt;
      return round_of("decide", clock.by, again, now);
  }
  return std::nullopt;
}

std::vector<Phrase> phrases_of(std::string_view list) {
  std::vector<Phrase> phrases;
  while (!list.empty()) {
    auto const line = tidy(list.substr(0, list.find('\n')));
    list.remove_prefix(std::min(list.find('\n'), list.size() - 1) + 1);
    if (auto words = search::words_of(line); !words.empty())
      phrases.push_back({.line = line, .words = std::move(words), .any_ending = line.back() == '*'});
  }
  return phrases;
}

std::vector<std::string> find_danger(std::string_view text, std::vector<Phrase> const& phrases) {
  auto const words = search::words_of(text);
  std::vector<std::string> found;
  for (auto const& phrase : phrases)
    if (stands_in(words, phrase)) found.push_back(phrase.line);
  return found;
}

std::string unread(std::vector<std::string> const& found, std::vector<std::string> const& read) {
  constexpr int kMost = 20;
  auto const was_read = [&](std::string const& phrase) {
    return std::any_of(read.begin(), read.end(), [&](std::string const& list) {
      return ("\n" + list + "\n").find("\n" + phrase + "\n") != std::string::npos;
    });
  };
  std::string lines;
  int number = 0;
  for (auto const& phrase : found)
    if (!was_read(phrase) && number++ < kMost) lines += (lines.empty() ? "" : "\n") + phrase;
  return lines;
}

std::string danger_words(county::Settings const& settings) {
  std::vector<std::string> lines;
  for (auto const list : {built_in_danger_words(), std::string_view(settings.danger_words)}) {
    std::istringstream rest{std::string(list)};
    for (std::string line; std::getline(rest, line);)
      if (auto phrase = tidy(line); !phrase.empty()) lines.push_back(std::move(phrase));
  }
  auto const taken_out = [&](std::string const& line) {
    return line.starts_with('-') || std::find(lines.begin(), lines.end(), "-" + line) != lines.end() ||
           std::find(lines.begin(), lines.end(), "- " + line) != lines.end();
  };
  std::string counts;
  for (auto const& line : lines)
    if (!taken_out(line)) counts += line + "\n";
  return counts;
}

Result<std::string> read_note(http::Fields const& fields, std::string_view field) {
  auto text = tidy(fields.get(field));
  if (characters(text) > kLongestNote) return refuse(field, msg("This is longer than 5,000 characters. Shorten it."));
  return text;
}

Result<std::string> read_needed_note(http::Fields const& fields, std::string_view field, Message if_missing) {
  auto text = TRY(read_note(fields, field));
  if (text.empty()) return refuse(field, std::move(if_missing));
  return text;
}

Result<Handover> read_handover(http::Fields const& fields) {
  Problems problems;
  Handover handover;
  if (auto const to = from_word<ToWhom>(fields.get(kToField)))
    handover.to_whom = *to;
  else
    problems.add(kToField, msg("Choose to whom you hand it over."));
  if (handover.to_whom == ToWhom::other)
    handover.to_other = problems.take(read_needed_note(fields, kToOtherField, msg("Write to whom you hand it over.")));
  handover.taken_by =
      problems.take(read_needed_note(fields, kTakenByField, msg("Write the name of the person who took it.")));
  handover.their_reference = problems.take(read_note(fields, kTheirReferenceField));
  handover.note = problems.take(read_note(fields, kNoteField));
  return problems.or_value(std::move(handover));
}

}  // namespace earshot::safeguarding::rules
