// What may be said and published: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include <vector>

#include "platform/http/message.h"
#include "voices/voices.h"

namespace earshot::voices::rules {

/// What somebody has said so far, question by question. An empty optional has not been asked yet.
struct Draft {
  std::string submission_key;
  std::string words;
  std::string language;
  std::optional<std::string> about;  ///< A service's slug, or kNotSure.
  std::optional<Speaker> speaker;
  std::optional<std::string> wish;
  std::optional<MayShow> may_show;
  bool sent = false;  ///< It is a voice now; what was said is kept there and no longer here.
};

/// The choice of somebody who does not know which service it is about.
inline constexpr std::string_view kNotSure = "not-sure";

/// The questions, in the order they are asked.
enum class Question { words, about, speaker, wish, may_show };

/// Whether a form could have been given this key. Voices that were brought in have keys of another shape, so that no
/// form can ask for the receipt of one.
bool is_submission_key(std::string_view text);

/// The html lang of `words` that were written on a page in `page_language`: empty (not known) when they are in another
/// script than that language, so that no screen reader speaks English with the sounds of Urdu.
std::string language_of(std::string_view words, std::string_view page_language);

/// The path of a question.
std::string_view path_of(Question question);

/// The first question that has no answer yet; nothing when all have.
std::optional<Question> next_question(Draft const& draft);

/// Reads the answer to one question into the draft. `services` are those there are.
Result<Draft> answer(Draft draft, Question question, http::Fields const& fields,
                     std::vector<agencies::Service> const& services);

/// What is said, from a draft that has every answer.
Words finished(Draft const& draft, std::vector<agencies::Service> const& services);

/// Whether these words may be published for this voice: the words of a family that did not want them shown are not.
Result<void> may_publish(Voice const& voice, std::string_view words);

/// Whether a voice still waits to be passed on or closed, and why not.
Result<void> may_pass_on(Voice const& voice);

/// The kind word with which a voice is closed. Refused on "note" when it is empty or too long.
Result<std::string> read_closing_note(std::string_view typed);

/// Whose words they are: the family's when they are what it said.
asks::WordsBy words_by(Voice const& voice, std::string_view words);

}  // namespace earshot::voices::rules
