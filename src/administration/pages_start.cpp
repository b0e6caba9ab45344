// Where administration begins: all there is to keep, and how it stands.

#include <algorithm>

#include "administration/pages.h"
#include "administration/shared.h"
#include "messages/messages.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ui/govuk/task_list.h"
#include "ui/prose.h"

namespace earshot::administration {
namespace {

/// How it stands with everything that is kept here.
struct Standing {
  std::int64_t agencies = 0;
  std::int64_t services = 0;
  std::int64_t topics = 0;
  std::int64_t places = 0;
  std::optional<Date> last_bank_holiday;
  std::int64_t failed_jobs = 0;
  std::int64_t failed_messages = 0;
  std::int64_t people = 0;
};

Standing standing_now(db::Transaction& tx) {
  Standing result;
  auto const all = agencies::agencies(tx);
  result.agencies = std::count_if(all.begin(), all.end(), [](auto const& each) { return !each.closed_at; });
  result.services = static_cast<std::int64_t>(agencies::services(tx).size());
  result.topics = static_cast<std::int64_t>(county::topics(tx).size());
  result.places = static_cast<std::int64_t>(county::places(tx).size());
  if (auto const days = county::bank_holidays(tx); !days.empty()) result.last_bank_holiday = days.back().day;
  result.failed_jobs = jobs::counts(tx).dead;
  result.failed_messages = messages::counts(tx).failed;
  auto const accounts = people::accounts(tx);
  result.people = std::count_if(accounts.begin(), accounts.end(), [](auto const& each) { return each.active; });
  return result;
}

govuk::TaskStatus to_do(std::string const& text) {
  return {.tag = govuk::TagOptions{.text = text, .classes = "govuk-tag--yellow"}};
}

/// How many there are, or that there is something to do.
govuk::TaskStatus so_many(i18n::Translator const& t, std::int64_t count) {
  if (count == 0) return to_do(t("None yet"));
  return {.text = t.number(count)};
}

govuk::TaskStatus bank_holidays(web::Context const& context, std::optional<Date> last) {
  auto const& t = context.t;
  // The next year's must be known before its first answers are due.
  if (!last || last->year() <= context.today().year()) return to_do(t("Running out"));
  return {.text = t("Known until {1}", t.date(*last))};
}

govuk::TaskStatus failed(i18n::Translator const& t, std::int64_t count) {
  if (count == 0) return {.text = t("None")};
  return {.tag = govuk::TagOptions{.text = t.number(count), .classes = "govuk-tag--red"}};
}

}  // namespace

web::Answer show_start(web::Context& context) {
  auto const& t = context.t;
  auto const now = context.db.read([](db::Transaction& tx) { return standing_now(tx); });
  auto const task = [](std::string const& title, std::string const& hint, Url const& href,
                       govuk::TaskStatus status = {}) {
    return govuk::Task{.title = {.text = title}, .hint = hint, .status = std::move(status), .href = href};
  };
  auto const part = [&](std::string const& title, std::string const& id, std::vector<govuk::Task> tasks) {
    return html(ui::subheading(title), govuk::task_list({.items = std::move(tasks), .id_prefix = id}));
  };
  return framed(
      context, {.title = t("Administration"), .back = ""},
      html(
          part(t("What families choose from"), "choose",
               {task(t("Agencies"), t("Who runs services, and who looks answers over"), "/administration/agencies",
                     so_many(t, now.agencies)),
                task(t("Services"), t("What they are for, and within how many days they answer"),
                     "/administration/services", so_many(t, now.services)),
                task(t("Topics"), t("What something can be about"), "/administration/lists/topics",
                     so_many(t, now.topics)),
                task(t("Places"), t("Districts and towns"), "/administration/lists/places", so_many(t, now.places))}),
          part(t("How it works here"), "works",
               {task(t("Rules"), t("Reminders, what is late, support, words that may mean danger"),
                     "/administration/rules"),
                task(t("Bank holidays"), t("Days on which no clock runs"), "/administration/bank-holidays",
                     bank_holidays(context, now.last_bank_holiday)),
                task(t("Words on our pages"), t("Opening words, who you are, other ways to tell you"),
                     "/administration/words"),
                task(t("Words in messages"), t("What stands at the top of what is sent"), "/administration/messages")}),
          part(t("Looking after it"), "look",
               {task(t("People"), t("Invite somebody; what they may do, and for whom"), "/administration/people",
                     so_many(t, now.people)),
                task(t("The record"), t("Who did what, and when"), "/administration/record"),
                task(t("Work that failed"), t("Tried ten times; try it again from here"), "/administration/failed-work",
                     failed(t, now.failed_jobs)),
                task(t("Messages that failed"), t("They did not reach anybody"), "/administration/failed-messages",
                     failed(t, now.failed_messages))})));
}

}  // namespace earshot::administration
