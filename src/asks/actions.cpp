#include "asks/asks.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "platform/crypto/reference.h"
#include "platform/record/record.h"
#include "platform/search/search.h"

namespace earshot::asks {
namespace {

std::string person(std::int64_t id) { return "person " + std::to_string(id); }

/// What an ask is found by: its words, and those of its answer once everybody may read it.
void index(db::Transaction& tx, AnsweredAsk const& ask) {
  search::put(tx, "asks", ask.ask.id.value, ask.published() ? ask.ask.words + "\n" + ask.answer->text : ask.ask.words);
}

}  // namespace

Result<Ask> create(db::Transaction& tx, Draft const& draft, people::PersonId by, Time now, Date today) {
  auto const service = agencies::find_service(tx, draft.service);
  if (!service) return refuse("service", msg("Choose the service that this is for."));
  auto const reference =
      crypto::new_reference("A", [&](std::string const& each) { return store::is_reference(tx, each); });
  auto const due_on =
      rules::due_on(county::calendar(tx), today, service->answer_within_days, store::returned_due(tx, draft.source));
  auto const id = store::insert(tx, draft, reference, due_on, now);
  search::put(tx, "asks", id.value, draft.words);
  tx.changed(kPublishedAnswers);
  record::note(tx, {person(by.value), "asks.create", "ask " + reference, "service " + service->slug}, now);
  return store::find(tx, id)->ask;
}

Result<void> join(db::Transaction& tx, AskId id, Source const& source, std::optional<messages::ContactId> contact,
                  std::string_view actor, Time now, std::string_view path) {
  auto const ask = store::find(tx, id);
  if (!ask || ask->ask.returned_at)
    return refuse(Refusal::Kind::conflict,
                  msg("This ask cannot be joined any more. Choose another, or make a new one."));
  tx.changed(kPublishedAnswers);
  if (store::add_source(tx, id, source, contact, path, now))
    record::note(tx, {std::string(actor), "asks.join", "ask " + ask->ask.reference, source.kind}, now);
  return {};
}

// Hiding leaves no trace in the ordinary record: who may see why keeps a record of their own.
void hide_source(db::Transaction& tx, Source const& source, Time now) {
  for (auto const id : store::with_words_of(tx, source)) {
    store::hide(tx, id, now);
    search::remove(tx, "asks", id.value);
  }
  tx.changed(kPublishedAnswers);
}

void show_source(db::Transaction& tx, Source const& source) {
  for (auto const id : store::with_words_of(tx, source)) {
    store::hide(tx, id, std::nullopt);
    if (auto const ask = store::find(tx, id)) index(tx, *ask);
  }
  tx.changed(kPublishedAnswers);
}

void withdraw_source(db::Transaction& tx, Source const& source, Time now) {
  for (auto const id : store::joined_by(tx, source)) {
    auto const had_its_words = store::remove_source(tx, id, source);
    store::erase_reopening(tx, id, source);
    auto const left = sources_of(tx, id);
    auto const item = store::find(tx, id);
    if (!item) continue;
    if (item->published()) {
      if (had_its_words) index(tx, *item);
      if (left.empty() && !item->ask.obliged_at) store::wait_no_more(tx, id);
    } else if (left.empty()) {
      store::withdraw(tx, id, now);
      search::remove(tx, "asks", id.value);
    } else if (had_its_words) {
      // A worker makes it anew of the words of those who are left.
      store::return_sources(tx, id, {}, now);
      search::remove(tx, "asks", id.value);
    }
  }
  tx.changed(kPublishedAnswers);
}

Result<AnsweredAsk> find(db::Transaction& tx, AskId id, web::Viewer const& viewer) {
  auto ask = store::find(tx, id);
  if (!ask) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  TRY(rules::may_see(viewer, ask->ask));
  return std::move(*ask);
}

}  // namespace earshot::asks
