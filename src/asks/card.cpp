#include "asks/asks.h"
#include "platform/base/text.h"

namespace earshot::asks {
namespace {

/// What of a long text stands on a card; the page of the ask has all of it.
constexpr std::size_t kOnCard = 280;

}  // namespace

std::string outcome_heading(i18n::Translator const& t, Answer const& answer) {
  switch (answer.outcome) {
    case Outcome::done:
      return t("We did it");
    case Outcome::will:
      return t("We will, by {1}", t.date(*answer.will_do_by));
    case Outcome::cannot:
      return t("We can't, and here is why");
  }
  return {};
}

ui::ChangeCard card(i18n::Translator const& t, AnsweredAsk const& ask) {
  ui::ChangeCard card{.words = shortened(ask.ask.words, kOnCard),
                      .words_language = ask.ask.language == t.language().code ? std::string() : ask.ask.language};
  if (ask.ask.words_by == WordsBy::worker) card.words_note = t("In a worker's words");
  if (!ask.answer) return card;
  card.kind = to_word(ask.answer->outcome);
  card.heading = outcome_heading(t, *ask.answer);
  card.text = element("p", {}, shortened(ask.answer->text, kOnCard));
  if (ask.answer->published_at) {
    card.by = t("{1}, {2}", ask.ask.service_name, t.date(*ask.answer->published_at));
    card.href = "/changes/" + ask.ask.reference;
  } else {
    card.by = ask.ask.service_name;
  }
  return card;
}

}  // namespace earshot::asks
