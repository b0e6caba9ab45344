// What may be said and published: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include <vector>

#include "county/county.h"
#include "messages/messages.h"
#include "platform/http/message.h"
#include "voices/voices.h"

namespace earshot::voices::rules {

/// What somebody has said so far, question by question. An empty optional has not been asked yet.
struct Draft {
  std::string submission_key;
  std::string words;
  std::string language;
  std::optional<std::string> about;  ///< As join_about() has it; kNotSure alone when they are not.
  std::optional<std::string> place;  ///< A place's slug, kSomewhereElse or kRatherNotSay.
  std::optional<Speaker> speaker;
  std::optional<std::string> wish;
  std::optional<MayShow> may_show;
  std::optional<std::string> told_by;  ///< The word of a channel, or kReceiptOnly.
  std::string address;                 ///< Of that channel.
  std::optional<Feeling> feeling;      ///< Asked on the path for younger children alone.
  bool sent = false;                   ///< It is a voice now; what was said is kept there and no longer here.
};

/// The choice of somebody who does not know which service it is about.
inline constexpr std::string_view kNotSure = "not-sure";

/// Before the slug of a topic among what a voice is about, and before the name of a picture that a child chose.
inline constexpr std::string_view kTopicPrefix = "topic/";
inline constexpr std::string_view kPicturePrefix = "picture/";

/// Places of those who do not name one.
inline constexpr std::string_view kSomewhereElse = "somewhere-else";
inline constexpr std::string_view kRatherNotSay = "rather-not-say";

/// The choice of somebody who wants no message: their private link tells them.
inline constexpr std::string_view kReceiptOnly = "receipt";

/// What there is to choose from.
struct Choices {
  std::vector<agencies::Service> services;
  std::vector<county::Topic> topics;
  std::vector<county::Place> places;
};

/// The questions, in the order they are asked. Where is not asked where there are no places.
enum class Question { words, about, place, speaker, wish, may_show, told_by };

/// What a voice is about, as one text and as its parts: slugs of services, and topics behind kTopicPrefix.
std::string join_about(std::vector<std::string> const& parts);
std::vector<std::string> split_about(std::string_view about);

/// Whether a form could have been given this key. Voices that were brought in have keys of another shape, so that no
/// form can ask for the receipt of one.
bool is_submission_key(std::string_view text);

/// The html lang of `words` that were written on a page in `page_language`: empty (not known) when they are in another
/// script than that language, so that no screen reader speaks English with the sounds of Urdu.
std::string language_of(std::string_view words, std::string_view page_language);

/// The path of a question.
std::string_view path_of(Question question);

/// The first question that has no answer yet; nothing when all have.
std::optional<Question> next_question(Draft const& draft, Choices const& choices);

/// The question before; the first for itself.
Question question_before(Question question, Choices const& choices);

/// Reads the answer to one question into the draft.
Result<Draft> answer(Draft draft, Question question, http::Fields const& fields, Choices const& choices);

/// How somebody wants to be told.
struct Told {
  messages::Channel channel = messages::Channel::email;
  std::string address;
};

/// Reads the fields told_by, email, text and post: nothing for who wants no message.
Result<std::optional<Told>> read_told(http::Fields const& fields);

/// What is said, from a draft that has every answer. The contact is not in it yet.
Words finished(Draft const& draft, Choices const& choices);

/// Words that may be left out: refused on `field` when there are too many.
Result<std::string> read_optional(http::Fields const& fields, std::string_view field);

/// Words that a family adds later, or a sentence on an answer: refused on `field` when there are none or too many.
Result<std::string> read_more(http::Fields const& fields, std::string_view field, Message if_missing);

/// Whether these words may be published for this voice: the words of a family that did not want them shown are not.
Result<void> may_publish(Voice const& voice, std::vector<Addition> const& additions, std::string_view words);

/// Whether a voice still waits to be passed on or closed, and why not.
Result<void> may_pass_on(Voice const& voice);

/// Whether a family may still add to a voice, and why not.
Result<void> may_add(Voice const& voice);

/// All words by which a voice is found: those that were sent, and those that were added.
std::string all_words(Voice const& voice, std::vector<Addition> const& additions);

/// The kind word with which a voice is closed. Refused on "note" when it is empty or too long.
Result<std::string> read_closing_note(std::string_view typed);

/// Whose words they are: the family's when they are what it said.
asks::WordsBy words_by(Voice const& voice, std::string_view words);

}  // namespace earshot::voices::rules
