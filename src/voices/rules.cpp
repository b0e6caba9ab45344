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

Result<std::string> read_about(http::Fields const& fields, Choices const& choices) {
  std::vector<std::string> chosen;
  auto not_sure = false;
  for (auto const each : fields.all("about")) {
    if (each == kNotSure) not_sure = true;
    auto const has_slug = [&](auto const& one) { return one.slug == each; };
    auto const has_topic = [&](auto const& one) { return std::string(kTopicPrefix) + one.slug == each; };
    if (std::any_of(choices.services.begin(), choices.services.end(), has_slug) ||
        std::any_of(choices.topics.begin(), choices.topics.end(), has_topic))
      chosen.emplace_back(each);
  }
  if (not_sure && !chosen.empty())
    return refuse("about", msg("Choose what it is about, or “Not sure”. Both together cannot be."));
  if (not_sure) return std::string(kNotSure);
  if (chosen.empty()) return refuse("about", msg("Choose what it is about. “Not sure” is fine too."));
  return join_about(chosen);
}

Result<std::string> read_place(http::Fields const& fields, std::vector<county::Place> const& places) {
  auto const place = fields.get("place");
  auto const known = place == kSomewhereElse || place == kRatherNotSay ||
                     std::any_of(places.begin(), places.end(), [&](auto const& each) { return each.slug == place; });
  if (!known) return refuse("place", msg("Choose where it is, or “I’d rather not say”."));
  return std::string(place);
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

bool is_service(std::string_view slug, Choices const& choices) {
  return std::any_of(choices.services.begin(), choices.services.end(),
                     [&](agencies::Service const& service) { return service.slug == slug; });
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

std::string join_about(std::vector<std::string> const& parts) {
  std::string about;
  for (auto const& part : parts) about += (about.empty() ? "" : " ") + part;
  return about;
}

std::vector<std::string> split_about(std::string_view about) {
  std::vector<std::string> parts;
  while (!about.empty()) {
    auto const end = std::min(about.find(' '), about.size());
    parts.emplace_back(about.substr(0, end));
    about.remove_prefix(std::min(end + 1, about.size()));
  }
  return parts;
}

std::string_view path_of(Question question) {
  switch (question) {
    case Question::words:
      return "/say";
    case Question::about:
      return "/say/about";
    case Question::place:
      return "/say/place";
    case Question::speaker:
      return "/say/speaker";
    case Question::wish:
      return "/say/wish";
    case Question::may_show:
      return "/say/show";
    case Question::told_by:
      return "/say/told";
  }
  return "/say";
}

std::optional<Question> next_question(Draft const& draft, Choices const& choices) {
  if (draft.words.empty()) return Question::words;
  if (!draft.about) return Question::about;
  if (!draft.place && !choices.places.empty()) return Question::place;
  if (!draft.speaker) return Question::speaker;
  if (!draft.wish) return Question::wish;
  if (!draft.may_show) return Question::may_show;
  if (!draft.told_by) return Question::told_by;
  return std::nullopt;
}

Question question_before(Question question, Choices const& choices) {
  if (question == Question::words) return question;
  auto const before = static_cast<Question>(static_cast<int>(question) - 1);
  return before == Question::place && choices.places.empty() ? Question::about : before;
}

Result<Draft> answer(Draft draft, Question question, http::Fields const& fields, Choices const& choices) {
  switch (question) {
    case Question::words:
      draft.words = TRY(read_words(fields));
      if (!draft.about && fields.has("about") && is_service(fields.get("about"), choices))
        draft.about = std::string(fields.get("about"));
      break;
    case Question::about:
      draft.about = TRY(read_about(fields, choices));
      break;
    case Question::place:
      draft.place = TRY(read_place(fields, choices.places));
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
    case Question::told_by: {
      auto const told = TRY(read_told(fields));
      draft.told_by = told ? std::string(to_word(told->channel)) : std::string(kReceiptOnly);
      draft.address = told ? told->address : std::string();
      break;
    }
  }
  return draft;
}

Result<std::optional<Told>> read_told(http::Fields const& fields) {
  auto const choice = fields.get("told_by");
  if (choice == kReceiptOnly) return std::optional<Told>();
  auto const channel = from_word<messages::Channel>(choice);
  if (!channel) return refuse("told_by", msg("Choose how we tell you, or “My private link is enough”."));
  auto const field = to_word(*channel);
  return std::optional<Told>({*channel, TRY(messages::read_address(*channel, fields.get(field), field))});
}

Words finished(Draft const& draft, Choices const& choices) {
  Words words{.words = draft.words,
              .language = draft.language,
              .speaker = draft.speaker.value_or(Speaker::rather_not_say),
              .wish = draft.wish.value_or(""),
              .may_show = draft.may_show.value_or(MayShow::no),
              .feeling = draft.feeling};
  for (auto const& part : split_about(draft.about.value_or(""))) {
    for (auto const& service : choices.services)
      if (service.slug == part) words.services.push_back(service.id);
    for (auto const& topic : choices.topics)
      if (std::string(kTopicPrefix) + topic.slug == part) words.topics.push_back(topic.id);
  }
  for (auto const& place : choices.places)
    if (place.slug == draft.place) words.place = place.id;
  return words;
}

Result<std::string> read_optional(http::Fields const& fields, std::string_view field) {
  return read_text(fields, field);
}

Result<std::string> read_more(http::Fields const& fields, std::string_view field, Message if_missing) {
  auto text = TRY(read_text(fields, field));
  if (text.empty()) return refuse(field, std::move(if_missing));
  return text;
}

Result<void> may_publish(Voice const& voice, std::vector<Addition> const& additions, std::string_view words) {
  if (voice.may_show != MayShow::no) return {};
  auto const published = folded(words);
  auto const shown = [&](std::string const& text) {
    auto const said = folded(text);
    // A word or two ("bus") stand in any sentence about the matter; they are refused only where they are all there is.
    return said.size() < kTellsSomebody ? published == said : published.find(said) != std::string::npos;
  };
  if (shown(voice.words) ||
      std::any_of(additions.begin(), additions.end(), [&](auto const& each) { return shown(each.words); }))
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

Result<void> may_add(Voice const& voice) {
  if (voice.withdrawn_at) return refuse(Refusal::Kind::too_late, msg("You took this back, so nothing can be added."));
  return {};
}

std::string all_words(Voice const& voice, std::vector<Addition> const& additions) {
  auto words = voice.words;
  for (auto const& addition : additions) words += "\n" + addition.words;
  return words;
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
