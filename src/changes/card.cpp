#include "changes/changes.h"
#include "platform/base/text.h"

namespace earshot::changes {
namespace {

/// What of a long text stands on a card; the page of the change has all of it.
constexpr std::size_t kOnCard = 280;

}  // namespace

std::string outcome_heading(i18n::Translator const& t, Change const& change) {
  return asks::outcome_heading(t, {.outcome = change.outcome, .text = {}, .will_do_by = change.promised_by});
}

ui::ChangeCard card(i18n::Translator const& t, Change const& change) {
  ui::ChangeCard card{.words = shortened(change.words, kOnCard),
                      .words_language = change.language == t.language().code ? std::string() : change.language,
                      .kind = std::string(to_word(change.outcome)),
                      .heading = outcome_heading(t, change),
                      .text = element("p", {}, shortened(change.text, kOnCard)),
                      .by = t("{1}, {2}", change.service_name, t.date(change.published_at)),
                      .href = "/changes/" + change.reference};
  if (change.words_by == asks::WordsBy::worker) card.words_note = t("In a worker's words");
  return card;
}

}  // namespace earshot::changes
