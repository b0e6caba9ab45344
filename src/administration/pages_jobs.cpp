// Dead letters: work that failed as often as it may. It is seen here and tried again; what it was given is not shown.

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

constexpr char const* kPath = "/administration/failed-work";
constexpr int kShown = 100;
constexpr int kAtOnce = 500;
constexpr std::size_t kLongestError = 200;
constexpr char const* kAll = "all";

}  // namespace

web::Answer show_failed_jobs(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  std::vector<jobs::Dead> dead;
  jobs::Counts counts;
  context.db.read([&](db::Transaction& tx) {
    dead = jobs::dead(tx, kShown);
    counts = jobs::counts(tx);
  });
  Frame const frame{.title = t("Work that failed"), .problems = state.problems, .wide = true};
  auto const waiting = ui::quiet(t.plural("1 piece of work is waiting its turn.",
                                          "{1} pieces of work are waiting their "
                                          "turn.",
                                          counts.waiting));
  if (dead.empty())
    return framed(context, frame,
                  html(ui::empty_state({.title = t("Nothing has failed"),
                                        .text = t("What does not work at once is tried again by itself, ten times. "
                                                  "What still fails then is shown here.")}),
                       waiting));
  govuk::TableOptions table{.head = {{.text = t("Kind")},
                                     {.text = t("Tries")},
                                     {.text = t("Failed")},
                                     {.text = t("Why")},
                                     {.text = t("Try again")}},
                            .first_cell_is_header = true};
  for (auto const& job : dead) {
    auto const again = ui::form(context, kPath,
                                html(ui::hidden("job", number(job.id)),
                                     ui::button({.text = t("Try again"), .look = ui::Button::Look::secondary})));
    table.rows.push_back({{.text = job.kind},
                          {.text = t.number(job.attempts)},
                          {.text = t.date_and_time(job.failed_at)},
                          {.text = shortened(job.last_error, kLongestError)},
                          {.text = again}});
  }
  auto const all =
      ui::form(context, kPath, html(ui::hidden("job", kAll), ui::button({.text = t("Try all of it again")})));
  return framed(context, frame,
                html(ui::paragraph(t.plural("1 piece of work failed for good. Mend what is wrong, then try it again.",
                                            "{1} pieces of work failed for good. Mend what is wrong, then try them "
                                            "again.",
                                            counts.dead)),
                     all, ui::wide_table(frame.title, table), waiting));
}

web::Answer retry_jobs(web::Context& context, http::Form const& form) {
  auto const which = form.fields.get("job");
  context.db.write([&](db::Transaction& tx) {
    for (auto const& job : jobs::dead(tx, kAtOnce))
      if ((which == kAll || which == number(job.id)) && jobs::retry(tx, job.id))
        note(tx, context, "retry_job", "job " + number(job.id), job.kind);
  });
  return web::go_to(kPath);
}

}  // namespace earshot::administration
