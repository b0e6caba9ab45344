#include "asks/telling.h"

#include <charconv>
#include <sstream>

#include "asks/shown.h"
#include "asks/store.h"
#include "platform/base/text.h"
#include "platform/db/database.h"

namespace earshot::asks {
namespace {

constexpr char const* kJob = "asks.tell_followers";
/// So many are told in one transaction, so that other writers need not wait for a crowd.
constexpr int kAtOnce = 200;
constexpr std::size_t kInMessage = 600;

struct Task {
  AskId ask;
  Event event = Event::answered;
  int number = 0;
};

std::string to_payload(Task const& task) {
  return std::to_string(task.ask.value) + " " + std::string(to_word(task.event)) + " " + std::to_string(task.number);
}

std::optional<Task> read_payload(std::string const& payload) {
  Task task;
  std::string event;
  std::istringstream in(payload);
  in >> task.ask.value >> event >> task.number;
  auto const known = from_word<Event>(event);
  if (!in || !known) return std::nullopt;
  task.event = *known;
  return task;
}

/// The share of people told is that of the answer that stands, so its messages are counted apart from all others.
messages::About about(AskId ask, Event event, int version) {
  auto const of_version = event == Event::answered || event == Event::corrected || event == Event::kept;
  return {of_version ? "answer " + std::to_string(version) : std::string("ask"), ask.value};
}

messages::Note note(i18n::Translator const& t, AnsweredAsk const& item, Event event, std::string const& path) {
  auto const& ask = item.ask;
  messages::Note note{.path = path.empty() ? "/changes/" + ask.reference : path};
  auto const answer = item.answer ? outcome_heading(t, *item.answer) + "\n\n" + shortened(item.answer->text, kInMessage)
                                  : std::string();
  switch (event) {
    case Event::answered:
      note.title = t("{1} has answered", ask.service_name);
      note.text = answer;
      note.link = t("Read the answer");
      break;
    case Event::corrected:
      note.title = t("{1} has corrected its answer", ask.service_name);
      note.text = answer;
      note.link = t("Read what was changed");
      break;
    case Event::kept:
      note.title = t("{1} did what it promised", ask.service_name);
      note.text = answer;
      note.link = t("Read what was done");
      break;
    case Event::paused:
      note.title = t("The answer from {1} takes longer", ask.service_name);
      note.text = t("The clock stands still for now. The reason: {1}", ask.pause_reason);
      note.link = t("See where it stands");
      break;
    case Event::reopened:
      note.title = t("{1} looks at it again", ask.service_name);
      note.text = t("The family said that the answer is not what they asked. There is a new answer by {1}.",
                    t.date(ask.due_on));
      note.link = t("See where it stands");
      break;
    case Event::returned:
      note.title = t("Your words go to another service");
      note.text =
          t("{1} said that this is not for them. A person looks for the service that can answer. You need not "
            "do anything.",
            ask.service_name);
      note.link = t("See where it stands");
      break;
  }
  return note;
}

/// Whether a reader without a link of their own can see what the message is about.
bool is_public(AnsweredAsk const& item) { return item.published(); }

void run(jobs::Environment& environment, std::string const& payload) {
  auto const task = read_payload(payload);
  if (!task) return;
  auto const now = environment.clock();
  messages::ContactId last{0};
  while (true) {
    auto const done = environment.db.write([&](db::Transaction& tx) -> std::optional<messages::ContactId> {
      auto const item = store::find(tx, task->ask);
      if (!item) return std::nullopt;
      auto const followers = store::followers(tx, task->ask, last, kAtOnce);
      for (auto const& follower : followers) {
        if (follower.path.empty() && !is_public(*item)) continue;
        messages::tell(tx, follower.contact,
                       {.kind = "asks." + std::string(to_word(task->event)),
                        .key = std::to_string(task->ask.value) + " " + std::to_string(task->number),
                        .about = about(task->ask, task->event, task->number),
                        .write = [&](i18n::Translator const& t) { return note(t, *item, task->event, follower.path); }},
                       now);
      }
      if (followers.size() < kAtOnce) return std::nullopt;
      return followers.back().contact;
    });
    if (!done) return;
    last = *done;
  }
}

}  // namespace

void tell_followers(db::Transaction& tx, AskId id, Event event, int number) {
  if (store::followers(tx, id, messages::ContactId{}, 1).empty()) return;
  auto const payload = to_payload({id, event, number});
  jobs::enqueue(tx, kJob, payload, {.unique_key = std::string(kJob) + " " + payload});
}

jobs::Job telling_job() { return {.kind = kJob, .run = run}; }

Told told(db::Transaction& tx, AskId id) {
  auto const crowd = store::crowd(tx, id);
  auto const item = store::find(tx, id);
  auto const version = item && item->answer ? item->answer->version : 1;
  auto const reach = messages::reach(tx, about(id, Event::answered, version));
  return {.people = crowd.people,
          .told = reach.delivered,
          .waiting = reach.waiting,
          .failed = reach.failed,
          .by_link = crowd.without_contact};
}

std::string told_in_words(i18n::Translator const& t, Told const& told) {
  auto reached = t.plural("Told {2} of 1 person.", "Told {2} of {1} people.", told.people, t.number(told.told));
  if (told.waiting > 0)
    reached += " " + t.plural("A message to 1 is on its way.", "Messages to {1} are on their way.", told.waiting);
  if (told.by_link == 0) return reached;
  auto const by_link = t.plural("1 follows by their link.", "{1} follow by their link.", told.by_link);
  // Where nobody left an address, nobody was to be told.
  return told.by_link == told.people ? by_link : reached + " " + by_link;
}

}  // namespace earshot::asks
