#include "asks/asks.h"
#include "platform/base/text.h"
#include "ui/prose.h"

namespace earshot::asks {
namespace {

/// What of a long text stands on a card; the page of the ask has all of it.
constexpr std::size_t kOnCard = 280;

}  // namespace

std::string outcome_heading(i18n::Translator const& t, Answer const& answer) {
  return outcome_heading(t, answer.outcome, answer.will_do_by);
}

std::string outcome_heading(i18n::Translator const& t, Outcome outcome, std::optional<Date> will_do_by) {
  switch (outcome) {
    case Outcome::done:
      return t("We did it");
    case Outcome::will:
      return t("We will, by {1}", t.date(*will_do_by));
    case Outcome::cannot:
      return t("We can't, and here is why");
  }
  return {};
}

Html former_answers(i18n::Translator const& t, Answer const& answer, std::vector<Answer> const& former) {
  if (former.empty()) return {};
  auto const day = t.date(*answer.published_at);
  Html content;
  if (answer.how == How::corrected) content += ui::paragraph(t("Corrected on {1} because: {2}", day, answer.because));
  if (answer.how == How::kept) content += ui::paragraph(t("The promise was kept, as told on {1}.", day));
  if (answer.how == How::answered) content += ui::paragraph(t("Answered again on {1}.", day));
  for (auto const& past : former) {
    auto const title = t("{1}: {2}", t.date(*past.published_at), outcome_heading(t, past));
    content += html(element("h3", Attributes{{"class", "govuk-heading-s"}}, title), ui::written(past.text),
                    past.because.empty() ? Html() : ui::quiet(t("Written because: {1}", past.because)));
  }
  return html(ui::subheading(t("What was answered before")), content);
}

Said said(i18n::Translator const& t, std::string_view words, std::string_view language) {
  if (!words.empty()) return {std::string(words), std::string(language)};
  return {t("The family has taken these words back."), std::string(t.language().code)};
}

ui::ChangeCard card(i18n::Translator const& t, AnsweredAsk const& ask) {
  auto const shown = said(t, ask.ask.words, ask.ask.language);
  ui::ChangeCard card{.words = shortened(shown.words, kOnCard),
                      .words_language = shown.language == t.language().code ? std::string() : shown.language};
  if (ask.ask.words_by == WordsBy::worker && !ask.ask.words.empty()) card.words_note = t("In a worker's words");
  if (!ask.answer) return card;
  card.kind = to_word(ask.answer->outcome);
  card.heading = outcome_heading(t, *ask.answer);
  card.text = element("p", {}, shortened(ask.answer->text, kOnCard));
  card.by = t("{1}, {2}", ask.ask.service_name, t.date(*ask.answer->published_at));
  card.href = "/changes/" + ask.ask.reference;
  return card;
}

}  // namespace earshot::asks
