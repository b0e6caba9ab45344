#include "attachments/attachments.h"
#include "county/county.h"
#include "messages/messages.h"
#include "moderation/moderation.h"
#include "moderation/rules.h"
#include "moderation/store.h"
#include "platform/record/record.h"

namespace earshot::moderation {
namespace {

Date due_on(db::Transaction& tx, Date today) { return county::calendar(tx).after(today, kDecideWithin); }

/// What an item is called in the record: kind and id.
std::string subject(Kind kind, std::int64_t item) { return std::string(to_word(kind)) + " " + std::to_string(item); }

attachments::AttachmentId file_of(Item const& item) { return {item.item}; }

void carry_out(db::Transaction& tx, Item const& item, Verdict const& verdict, Time now) {
  if (item.kind == Kind::file)
    return attachments::decide(
        tx, file_of(item),
        verdict.decision == Decision::shown ? attachments::State::shown : attachments::State::refused, now);
  asks::AskId const ask{item.item};
  switch (verdict.decision) {
    case Decision::shown:
      return asks::restore_words(tx, ask);
    case Decision::struck: {
      auto const stands = asks::shown_words(tx, ask);
      return asks::strike_words(tx, ask, verdict.words, stands ? stands->language : "");
    }
    case Decision::refused:
      return asks::strike_words(tx, ask, "A moderator took these words down.", "en");
  }
}

/// Lets a file that was refused wait for the second look; too late once it is erased.
Result<void> hold_again(db::Transaction& tx, Item const& item, Time now) {
  if (item.kind != Kind::file) return {};
  auto const file = attachments::find_sent(tx, file_of(item));
  if (!file || file->size == 0)
    return refuse(Refusal::Kind::too_late, msg("That was too long ago: the file is erased. You can send it again."));
  attachments::decide(tx, file_of(item), attachments::State::held, now);
  return {};
}

/// Tells the family, when it gave a way to be told; otherwise its receipt shows it.
void tell(db::Transaction& tx, Item const& item, Verdict const& verdict, Time now) {
  // Who reads that everything is as they wrote it learns nothing; after another look it is news.
  if (verdict.decision == Decision::shown && !item.again_of) return;
  auto const id = voice_of(tx, item);
  if (!id) return;
  auto const voice = voices::find(tx, *id);
  auto const path = voices::receipt_path(tx, *id);
  if (!voice || !voice->contact || path.empty()) return;
  auto const shown = verdict.decision == Decision::shown;
  messages::tell(tx, *voice->contact,
                 {.kind = "moderation.decided",
                  .key = std::to_string(item.id.value),
                  .about = {voices::kSourceKind, id->value},
                  .write =
                      [&](i18n::Translator const& t) {
                        return messages::Note{
                            .title = shown ? t("It is shown now") : t("Something is not shown as you sent it"),
                            .text = shown ? t("Somebody else looked again at what you sent. It is shown now.")
                                          : t("A moderator decided that. You can read why, and ask once for another "
                                              "look."),
                            .path = path + "/shown",
                            .link = t("Read why")};
                      }},
                 now);
}

}  // namespace

ItemId queue(db::Transaction& tx, Kind kind, std::int64_t item, Time now, Date today) {
  if (auto const waiting = store::find_waiting(tx, kind, item)) return *waiting;
  return *store::insert(tx, kind, item, now, due_on(tx, today), std::nullopt, "");
}

void report(db::Transaction& tx, asks::AskId ask, Report const& what, Time now, Date today) {
  store::add_report(tx, queue(tx, Kind::ask, ask.value, now, today), what, now);
  record::note(tx, {"a reader", "moderation.report", subject(Kind::ask, ask.value), std::string(to_word(what.reason))},
               now);
}

void queue_file(db::Transaction& tx, attachments::AttachmentId id, Time now, Date today) {
  auto const file = attachments::find_sent(tx, id);
  // The job may run twice, and its family may have taken the file back.
  if (file && file->state == attachments::State::held) queue(tx, Kind::file, id.value, now, today);
}

std::optional<voices::VoiceId> voice_of(db::Transaction& tx, Item const& item) {
  if (item.kind == Kind::file) {
    auto const source = attachments::source_of(tx, file_of(item));
    return source && source->kind == voices::kSourceKind ? std::optional(voices::VoiceId{source->id}) : std::nullopt;
  }
  auto const words = asks::shown_words(tx, asks::AskId{item.item});
  if (!words || words->source.kind != voices::kSourceKind) return std::nullopt;
  return voices::VoiceId{words->source.id};
}

Result<Item> find(db::Transaction& tx, ItemId id) {
  auto item = store::find(tx, id);
  if (!item) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*item);
}

Result<void> decide(db::Transaction& tx, ItemId id, Verdict const& verdict, people::PersonId by, Time now) {
  auto const item = TRY(find(tx, id));
  auto const first = item.again_of ? store::find(tx, *item.again_of) : std::optional<Item>();
  TRY(rules::may_decide(item, first, by));
  store::decide(tx, id, verdict, by, now);
  carry_out(tx, item, verdict, now);
  record::note(tx,
               {"person " + std::to_string(by.value), "moderation.decide", subject(item.kind, item.item),
                std::string(to_word(verdict.decision)) +
                    (verdict.reason ? ", " + std::string(to_word(*verdict.reason)) : std::string())},
               now);
  tell(tx, item, verdict, now);
  tx.changed(kModeration);
  return {};
}

Result<void> ask_again(db::Transaction& tx, ItemId id, std::string_view plea, Time now, Date today) {
  auto const item = TRY(find(tx, id));
  TRY(rules::may_ask_again(item, store::is_asked_again(tx, id)));
  TRY(hold_again(tx, item, now));
  if (!store::insert(tx, item.kind, item.item, now, due_on(tx, today), id, plea))
    return refuse(Refusal::Kind::already_done, msg("Somebody looks at this again already."));
  record::note(tx, {"a family", "moderation.ask_again", subject(item.kind, item.item), ""}, now);
  return {};
}

}  // namespace earshot::moderation
