#include <sstream>

#include "attachments/attachments.h"
#include "platform/db/database.h"
#include "platform/search/search.h"
#include "platform/web/sessions.h"
#include "voices/import.h"
#include "voices/pages.h"
#include "voices/store.h"
#include "voices/voices.h"

namespace earshot::voices {
namespace {

/// A draft lives as long as the visit it belongs to.
void remove_old_drafts(jobs::Environment& environment, std::string const&) {
  environment.db.write(
      [&](db::Transaction& tx) { store::remove_old_drafts(tx, environment.clock() - web::kVisitLasts); });
}

/// Puts the words of voices that were there before there was an index into it.
void index_voices(jobs::Environment& environment, std::string const&) {
  constexpr int kAtOnce = 500;
  VoiceId last{0};
  while (true) {
    auto const voices = environment.db.read([&](db::Transaction& tx) { return store::to_index(tx, last, kAtOnce); });
    if (voices.empty()) return;
    environment.db.write([&](db::Transaction& tx) {
      // Read again: what was hidden or withdrawn meanwhile stays out.
      for (auto const& voice : store::to_index(tx, last, kAtOnce))
        if (voice.id.value <= voices.back().id.value)
          search::put(tx, kSearchKind, voice.id.value, rules::all_words(voice, additions(tx, voice.id)));
    });
    last = voices.back().id;
  }
}

/// A service said that an ask is not for them: what was said waits to be passed on again.
void wait_again(jobs::Environment& environment, std::string const& payload) {
  std::string kind;
  VoiceId id;
  std::istringstream(payload) >> kind >> id.value;
  if (kind == kSourceKind) environment.db.write([&](db::Transaction& tx) { store::put_back(tx, id); });
}

}  // namespace

web::Feature feature() {
  return {.name = "voices",
          .migrations = migrations(),
          .routes =
              {// The question stands on the front page too, which is the same for everybody. What is sent from
               // there is only the beginning of a draft that its sender sees next.
               web::form_route("/say", web::kEveryone, show_words, save_words, {.token = web::Token::origin_only}),
               web::form_route("/say/about", web::kEveryone, show_about, save_about),
               web::form_route("/say/speaker", web::kEveryone, show_speaker, save_speaker),
               web::form_route("/say/wish", web::kEveryone, show_wish, save_wish),
               web::form_route("/say/show", web::kEveryone, show_may_show, save_may_show),
               web::form_route("/say/place", web::kEveryone, show_place, save_place),
               web::form_route("/say/told", web::kEveryone, show_told, save_told),
               web::form_route("/say/files", web::kEveryone, show_files, save_files,
                               {.sent_rarely = true, .most_bytes = attachments::kLargestForm}),
               web::form_route("/say/files/{}", web::kEveryone, show_file, remove_file),
               web::page_route("/say/files/{}/content", web::kEveryone, show_file_content),
               web::page_route("/say/leaving", web::kEveryone, show_leaving),
               web::form_route("/say/forget", web::kEveryone, show_forgetting, forget),
               web::form_route("/say/child", web::kEveryone, show_feeling, save_feeling),
               web::form_route("/say/child/about", web::kEveryone, show_pictures, save_pictures),
               web::form_route("/say/child/words", web::kEveryone, show_child_words, save_child_words),
               web::form_route("/say/check", web::kEveryone, show_check, send),
               web::page_route("/say/received/{}", web::kEveryone, show_received),
               web::page_route("/follow/{}", web::kEveryone, show_receipt),
               web::form_route("/follow/{}/add", web::kEveryone, show_adding, save_adding),
               web::form_route("/follow/{}/verdict/{}", web::kEveryone, show_verdict, save_verdict),
               web::form_route("/follow/{}/told", web::kEveryone, show_telling, save_telling),
               web::form_route("/follow/{}/withdraw", web::kEveryone, show_withdrawing, save_withdrawing)},
          .navigation = {{i18n::mark("Say something"), "/say", web::kEveryone, 20}},
          .jobs = {{.kind = "voices.remove_old_drafts", .run = remove_old_drafts, .every = std::chrono::hours{6}},
                   {.kind = "voices.index", .run = index_voices},
                   {.kind = asks::kSourceReturned, .run = wait_again}},
          .imports = {csv_import()}};
}

}  // namespace earshot::voices
