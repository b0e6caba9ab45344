// What changed because families spoke: the published answers as everybody reads them, as a list, a page each and a
// feed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asks/asks.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"
#include "platform/web/feature.h"
#include "ui/change_card.h"

namespace earshot::changes {

/// What was said, and what became of it, as it may be read by everybody.
struct Change {
  std::int64_t item = 0;  ///< The ask.
  std::string reference;
  std::string service_name;
  std::string service_slug;
  std::string words;  ///< What families said.
  asks::WordsBy words_by = asks::WordsBy::family;
  std::string language;  ///< Of the words: "ur".
  Time asked_at;         ///< When it was said.
  asks::Outcome outcome = asks::Outcome::done;
  std::string text;  ///< What was done, what will be done, or why it cannot be.
  std::optional<Date> promised_by;
  Time published_at;
};

/// Which changes to list.
struct Filter {
  std::string service = {};  ///< A slug; empty for all.
  std::optional<asks::Outcome> outcome = {};
  std::string search = {};  ///< What a person typed; empty for all.
};

struct Page {
  std::vector<Change> changes;
  std::int64_t total = 0;  ///< How many the filter finds in all.
};

/// What is published, the newest first. `page` counts from 1.
Page published(db::Transaction& tx, Filter const& filter, int page, int per_page);

/// What is published under this reference.
std::optional<Change> find(db::Transaction& tx, std::string_view reference);

/// The card that shows what was said and what became of it.
ui::ChangeCard card(i18n::Translator const& t, Change const& change);

/// "We will, by 31 March 2027".
std::string outcome_heading(i18n::Translator const& t, Change const& change);

web::Feature feature();

}  // namespace earshot::changes
