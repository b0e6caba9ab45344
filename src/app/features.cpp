#include "app/features.h"

#include "about/about.h"
#include "administration/administration.h"
#include "agencies/agencies.h"
#include "app/ground.h"
#include "asks/asks.h"
#include "attachments/attachments.h"
#include "changes/changes.h"
#include "county/county.h"
#include "families/families.h"
#include "home/home.h"
#include "inbox/inbox.h"
#include "keys/keys.h"
#include "messages/messages.h"
#include "moderation/moderation.h"
#include "people/people.h"
#include "safeguarding/safeguarding.h"
#include "voices/voices.h"

namespace earshot::app {

std::vector<web::Feature> features() {
  return {
      ground(),  // the platform's own tables and jobs
      county::feature(),
      messages::feature(),
      agencies::feature(),
      people::feature(),
      keys::feature(),
      asks::feature(),
      changes::feature(),
      attachments::feature(),
      voices::feature(),
      inbox::feature(),
      families::feature(),
      safeguarding::feature(),
      moderation::feature(),
      home::feature(),
      about::feature(),
      administration::feature(),
  };
}

}  // namespace earshot::app
