#include "voices/rules.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "platform/base/text.h"

namespace earshot::voices::rules {
namespace {

Result<std::string> read_text(http::Fields const& fields, std::string_view name) {
  auto text = tidy(fields.get(name));
  if (characters(text) > kLongestWords)
    return refuse(name, msg("This is longer than 10,000 characters. Send the rest as a second message."));
  return text;
}

Result<std::string> read_words(http::Fields const& fields) {
  auto words = TRY(read_text(fields, "words"));
  if (words.empty()) return refuse("words", msg("Write what you want to say. A few words are enough."));
  return words;
}

Result<std::string> read_about(http::Fields const& fields, std::vector<agencies::Service> const& services) {
  auto const about = fields.get("about");
  auto const known = about == kNotSure || std::any_of(services.begin(), services.end(),
                                                      [&](auto const& service) { return service.slug == about; });
  if (!known) return refuse("about", msg("Choose what it is about. “Not sure” is fine too."));
  return std::string(about);
}

template <Worded E>
Result<E> read_choice(http::Fields const& fields, std::string_view name, Message if_missing) {
  auto const choice = from_word<E>(fields.get(name));
  if (!choice) return refuse(name, std::move(if_missing));
  return *choice;
}

/// Words of so many letters or more are somebody's own, wherever they stand.
constexpr std::size_t kTellsSomebody = 20;

/// Without what does not change the meaning: white space and case of ASCII letters.
std::string folded(std::string_view text) {
  std::string result;
  for (auto const c : text)
    if (static_cast<unsigned char>(c) > ' ') result += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

}  // namespace

bool is_submission_key(std::string_view text) {
  constexpr std::size_t kLength = 22;  // 16 bytes in base64url
  return text.size() == kLength &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
}

std::string language_of(std::string_view words, std::string_view page_language) {
  std::size_t latin = 0;
  std::size_t arabic = 0;
  for (auto const c : words) {
    auto const byte = static_cast<unsigned char>(c);
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ++latin;
    // The first byte in UTF-8 of U+0600 to U+06FF.
    if (byte >= 0xD8 && byte <= 0xDB) ++arabic;
  }
  auto const fits = page_language == "ur" ? arabic >= latin : latin >= arabic;
  return fits ? std::string(page_language) : std::string();
}

std::string_view path_of(Question question) {
  switch (question) {
    case Question::words:
      return "/say";
    case Question::about:
      return "/say/about";
    case Question::speaker:
      return "/say/speaker";
    case Question::wish:
      return "/say/wish";
    case Question::may_show:
      return "/say/show";
  }
  return "/say";
}

std::optional<Question> next_question(Draft const& draft) {
  if (draft.words.empty()) return Question::words;
  if (!draft.about) return Question::about;
  if (!draft.speaker) return Question::speaker;
  if (!draft.wish) return Question::wish;
  if (!draft.may_show) return Question::may_show;
  return std::nullopt;
}

Result<Draft> answer(Draft draft, Question question, http::Fields const& fields,
                     std::vector<agencies::Service> const& services) {
  switch (question) {
    case Question::words:
      draft.words = TRY(read_words(fields));
      break;
    case Question::about:
      draft.about = TRY(read_about(fields, services));
      break;
    case Question::speaker:
      draft.speaker =
          TRY(read_choice<Speaker>(fields, "speaker", msg("Choose who is speaking, or “I’d rather not say”.")));
      break;
    case Question::wish:
      draft.wish = TRY(read_text(fields, "wish"));
      break;
    case Question::may_show:
      draft.may_show = TRY(read_choice<MayShow>(fields, "may_show", msg("Choose whether we may show your words.")));
      break;
  }
  return draft;
}

Words finished(Draft const& draft, std::vector<agencies::Service> const& services) {
  Words words{.words = draft.words,
              .language = draft.language,
              .speaker = draft.speaker.value_or(Speaker::rather_not_say),
              .wish = draft.wish.value_or(""),
              .may_show = draft.may_show.value_or(MayShow::no)};
  for (auto const& service : services)
    if (service.slug == draft.about) words.services.push_back(service.id);
  return words;
}

Result<void> may_publish(Voice const& voice, std::string_view words) {
  auto const said = folded(voice.words);
  auto const published = folded(words);
  // A word or two ("bus") stand in any sentence about the matter; they are refused only where they are all there is.
  auto const shows_them = said.size() < kTellsSomebody ? published == said : published.find(said) != std::string::npos;
  if (voice.may_show == MayShow::no && shows_them)
    return refuse("words",
                  msg("The family asked us not to show their words. Write what they ask for in your own words."));
  return {};
}

Result<void> may_pass_on(Voice const& voice) {
  using Kind = Refusal::Kind;
  if (voice.withdrawn_at) return refuse(Kind::too_late, msg("The family has taken this back."));
  if (voice.asked_at) return refuse(Kind::already_done, msg("Somebody has made an ask of this already."));
  if (voice.closed_at) return refuse(Kind::already_done, msg("Somebody has closed this already."));
  return {};
}

Result<std::string> read_closing_note(std::string_view typed) {
  auto note = tidy(typed);
  if (note.empty()) return refuse("note", msg("Write a kind word to the family. They read it on their page."));
  if (characters(note) > kLongestNote) return refuse("note", msg("This is longer than 1,000 characters. Shorten it."));
  return note;
}

asks::WordsBy words_by(Voice const& voice, std::string_view words) {
  return folded(words) == folded(voice.words) ? asks::WordsBy::family : asks::WordsBy::worker;
}

}  // namespace earshot::voices::rules
