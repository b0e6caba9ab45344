// What the pages of those who answer have in common: the words, the facts and the clock of an ask. For these pages
// alone.
#pragma once

#include <string>
#include <string_view>

#include "asks/asks.h"
#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::asks::parts {

/// "/asks/12/answer".
std::string address(AskId id, std::string_view below = {});

/// What clocks are read by: made once for a page.
struct Counting {
  county::Calendar calendar;
  int soon = 0;
  Date today;
};
Counting counting(db::Transaction& tx, Date today);

/// The clock of an ask, in words too.
Html clock(i18n::Translator const& t, Counting const& counting, Ask const& ask);

/// Whether it waits, is written or is published.
Html state(i18n::Translator const& t, AnsweredAsk const& item);

/// Reference, service, day, clock and state.
Html facts(i18n::Translator const& t, Counting const& counting, AnsweredAsk const& item);

/// The words of the family.
Html words(i18n::Translator const& t, Ask const& ask);

/// The words, and what the family would like to happen: the service needs both, the public sees the words alone.
Html asked(i18n::Translator const& t, Ask const& ask);

/// What is written and not published, as a card; nothing when nothing is.
Html written(i18n::Translator const& t, AnsweredAsk const& item);

/// What leads to the form of the answer says: "Write the answer", "Correct the answer".
std::string to_write(i18n::Translator const& t, AnsweredAsk const& item);

/// Tells the form that comes back what its person had before them. What was typed goes on from there, also after a
/// refusal: the refusal has told them.
Html seen(AnsweredAsk const& item);

/// The ask, for the person who is looking.
Result<AnsweredAsk> find(web::Context const& context, AskId id);

/// The ask, for somebody who is about to answer it.
Result<AnsweredAsk> find_to_answer(web::Context const& context, AskId id);

}  // namespace earshot::asks::parts
