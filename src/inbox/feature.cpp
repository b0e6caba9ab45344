#include "inbox/inbox.h"
#include "inbox/pages.h"
#include "inbox/pages_record.h"
#include "inbox/sheets.h"
#include "platform/db/database.h"

namespace earshot::inbox {
namespace {

/// Nobody looks at what was over yesterday, a spreadsheet is kept for an hour, and what was taken back is forgotten.
void remove_old(jobs::Environment& environment, std::string const&) {
  auto const now = environment.clock();
  environment.db.write([&](db::Transaction& tx) {
    store::remove_old_presence(tx, now - std::chrono::hours{24});
    remove_old_sheets(tx, now - kSheetLasts);
    forget_withdrawn(tx);
  });
}

}  // namespace

web::Feature feature() {
  using voices::kReadVoices;
  return {.name = "inbox",
          .migrations = migrations(),
          .routes = {web::page_route("/voices", kReadVoices, show_inbox),
                     web::form_route("/voices/views", kReadVoices, show_views, save_view),
                     web::form_route("/voices/spreadsheet", kBringInVoices, show_upload, save_upload),
                     web::form_route("/voices/spreadsheet/{}", kBringInVoices, show_sheet, save_sheet),
                     web::form_route("/voices/{}", kReadVoices, show_voice, save_ask),
                     web::page_route("/voices/{}/files/{}", kReadVoices, show_file),
                     web::form_route("/voices/{}/close", kReadVoices, show_closing, save_closing),
                     web::form_route("/record", kRecordVoices, show_record, save_record),
                     web::page_route("/recorded", kRecordVoices, show_recorded),
                     web::page_route("/recorded/{}", kRecordVoices, show_recorded_voice)},
          .grants = {{kReadVoices, {people::kWorker, people::kAdministrator}},
                     {kBringInVoices, {people::kWorker, people::kAdministrator}},
                     {kRecordVoices, {people::kWorker, people::kRepresentative, people::kAdministrator}}},
          .navigation = {{i18n::mark("What came in"), "/voices", kReadVoices, 50},
                         {i18n::mark("What I recorded"), "/recorded", kRecordVoices, 52}},
          .jobs = {{.kind = "inbox.remove_old", .run = remove_old, .every = std::chrono::hours{1}}}};
}

}  // namespace earshot::inbox
