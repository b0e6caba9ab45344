// A message in full, from what is to be said: the same words as plain text, as HTML and as GOV.UK Notify reads them.
// Each says who is writing and why, and how to make it stop.
#pragma once

#include <string>
#include <vector>

#include "messages/messages.h"
#include "platform/mail/mail.h"
#include "ui/html/html.h"

namespace earshot::messages {

/// One thing that is told, after the words that the county puts before things of its kind.
struct Told {
  std::string opening = {};  ///< May be empty.
  Note note;
};

/// All that a message says.
struct Content {
  Channel channel = Channel::email;
  std::string language = "en";
  bool large_print = false;
  std::string subject;
  std::vector<Told> told;
  std::string why;             ///< A sentence, in their language.
  std::string place;           ///< Who is writing: "Fenshire families".
  std::string site;            ///< "https://families.example", before every path.
  std::string stop_path = {};  ///< Of the page that makes it stop; empty when it cannot be stopped.
};

/// The subject for so many things: the title of the only one, or how many there are.
std::string subject_of(std::vector<Note> const& notes, i18n::Translator const& t);

/// Why somebody gets what they follow, and how often.
std::string why_told(Pace pace, i18n::Translator const& t);

struct Composed {
  std::string text;
  std::string html;
  std::string markdown;
};

/// The message as it goes out.
Composed compose(Content const& content);

/// What a reader sees of an e-mail's HTML part, for a page of ours: without a frame, and with links to this site.
Html shown(Content const& content);

}  // namespace earshot::messages
