#include "changes/changes.h"
#include "changes/store.h"
#include "platform/base/text.h"

namespace earshot::changes {
namespace {

/// What of a long text stands on a card; the page of the change has all of it.
constexpr std::size_t kOnCard = 280;

/// How many asked, and where it is about.
std::string meta(i18n::Translator const& t, Change const& change) {
  if (change.askers > 1 && !change.place.empty())
    return t.plural("1 person asked this, about {2}", "{1} people asked this, about {2}", change.askers, change.place);
  if (change.askers > 1) return t.plural("1 person asked this", "{1} people asked this", change.askers);
  return change.place.empty() ? std::string() : t("About {1}", change.place);
}

}  // namespace

std::string shown_kind(Change const& change, Date today) {
  if (became(change, today) == Became::broken) return "broken";
  if (became(change, today) == Became::kept) return "done";
  if (!change.answered) return {};
  return std::string(to_word(change.outcome));
}

std::string outcome_heading(i18n::Translator const& t, Change const& change, Date today) {
  switch (became(change, today)) {
    case Became::told:
      return t("We changed this");
    case Became::kept:
      return t("We promised it, and we did it");
    case Became::broken:
      return t("We promised this by {1} and have not done it yet", t.date(*change.promised_by));
    case Became::waiting:
      return change.paused_on ? t("No answer yet. The clock stands still")
                              : t("No answer yet. It is due by {1}", t.date(*change.due_on));
    case Became::late:
      return t("No answer yet. It was due by {1}", t.date(*change.due_on));
    default:
      return asks::outcome_heading(t, {.outcome = change.outcome, .text = {}, .will_do_by = change.promised_by});
  }
}

ui::ChangeCard card(i18n::Translator const& t, Change const& change, Date today) {
  auto const shown = asks::said(t, change.words, change.language);
  ui::ChangeCard card{
      .words = shortened(shown.words, kOnCard),
      .words_language = shown.language == t.language().code ? std::string() : shown.language,
      .meta = meta(t, change),
      .kind = shown_kind(change, today),
      .heading = outcome_heading(t, change, today),
      .text = change.answered ? element("p", {}, shortened(change.text, kOnCard)) : Html(),
      .by = change.answered ? t("{1}, {2}", change.service_name, t.date(change.published_at)) : change.service_name,
      .href = "/changes/" + change.reference};
  if (change.kind == Kind::told) {
    card.said = t("Nobody asked for this. We tell you anyway");
  } else if (change.words_by == asks::WordsBy::worker && !change.words.empty()) {
    card.words_note = t("In a worker's words");
  }
  return card;
}

}  // namespace earshot::changes
