#include "inbox/inbox.h"
#include "inbox/pages.h"

namespace earshot::inbox {

web::Feature feature() {
  return {.name = "inbox",
          .routes = {web::page_route("/voices", voices::kReadVoices, show_inbox),
                     web::form_route("/voices/{}", voices::kReadVoices, show_voice, save_ask)},
          .grants = {{voices::kReadVoices, {people::kWorker, people::kAdministrator}}},
          .navigation = {{i18n::mark("What came in"), "/voices", voices::kReadVoices, 50}}};
}

}  // namespace earshot::inbox
