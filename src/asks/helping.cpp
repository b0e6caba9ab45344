// Whether answers helped: what families say of them, counted.

#include "asks/asks.h"

namespace earshot::asks {
namespace {

constexpr db::Sql kCount{
    "INSERT INTO ask_verdicts (ask, source_kind, source_id, helped, given_at) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (ask, source_kind, source_id) DO UPDATE SET helped = excluded.helped, given_at = excluded.given_at"};
constexpr db::Sql kHelped{"SELECT count(*), coalesce(sum(helped), 0) FROM ask_verdicts WHERE ask = $1"};

}  // namespace

void count_verdict(db::Transaction& tx, AskId id, Source const& source, bool helps, Time now) {
  tx.execute(kCount, id, source.kind, source.id, helps, now);
  tx.changed(kPublishedAnswers);
}

Helped helped(db::Transaction& tx, AskId id) { return tx.one<Helped>(kHelped, id); }

std::string helped_in_words(i18n::Translator const& t, Helped const& helped) {
  return t("{1} of {2} who told us said this helped.", t.number(helped.helped), t.number(helped.told));
}

}  // namespace earshot::asks
