#include "demonstration/publishing.h"

#include "demonstration/reading.h"

namespace earshot::demonstration {

void publish(db::Transaction& tx, StoryService const& service, asks::Ask const& ask, Time at, Date day) {
  if (asks::wants_second_look(tx, ask)) {
    must(asks::ask_for_look(tx, ask.id, service.lead, at));
    must(asks::look_over(tx, ask.id, at, asks::Look::approved, "", service.second, at));
  }
  must(asks::publish(tx, ask.id, at, service.lead, at, day));
}

}  // namespace earshot::demonstration
