// SQL of clocks: pauses, the steps that were taken, whom to tell of them, and the figures of services.

#include "asks/shown.h"
#include "asks/store.h"

namespace earshot::asks {
namespace {

constexpr db::Sql kPauses{
    "SELECT reason, paused_on, resumed_on, working_days FROM ask_pauses WHERE ask = $1 ORDER BY id"};
constexpr db::Sql kInsertPause{"INSERT INTO ask_pauses (ask, reason, paused_on, paused_by) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql kStopClock{"UPDATE asks SET paused_on = $2, pause_reason = $3 WHERE id = $1"};
constexpr db::Sql kEndPause{
    "UPDATE ask_pauses SET resumed_on = $2, working_days = $3 WHERE ask = $1 AND resumed_on IS NULL"};
constexpr db::Sql kRunClock{"UPDATE asks SET paused_on = NULL, pause_reason = '', due_on = $2 WHERE id = $1"};
constexpr db::Sql kPaused{"SELECT a.id FROM asks a WHERE a.paused_on IS NOT NULL ORDER BY a.id"};
constexpr db::Sql kToWatch{
    "SELECT a.id FROM asks a WHERE a.waits = 1 AND a.due_on <= $1 AND a.paused_on IS NULL AND a.returned_at IS NULL"
    " AND" ASKS_SHOWN
    " AND NOT EXISTS (SELECT 1 FROM ask_steps t WHERE t.ask = a.id AND t.step = 'county' AND t.due_on = a.due_on)"
    " ORDER BY a.due_on, a.id"};
constexpr db::Sql kTakeStep{
    "INSERT INTO ask_steps (ask, step, due_on, taken_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};
constexpr db::Sql kStepsTaken{
    "SELECT step, due_on, taken_at FROM ask_steps WHERE ask = $1 ORDER BY taken_at, due_on, step DESC"};
constexpr db::Sql kLeadsOfService{
    "SELECT p.id, p.email, p.name, p.active, coalesce(p.letters_in, p.language) FROM people p JOIN person_services w "
    "ON w.person = p.id"
    " JOIN person_roles r ON r.person = p.id AND r.role = 'service-lead'"
    " WHERE w.service = $1 AND p.active = 1 ORDER BY p.email"};
constexpr db::Sql kLeadsOfAgency{
    "SELECT p.id, p.email, p.name, p.active, coalesce(p.letters_in, p.language) FROM people p JOIN person_agencies w "
    "ON w.person = p.id"
    " JOIN person_roles r ON r.person = p.id AND r.role = 'agency-lead' JOIN services s ON s.agency = w.agency"
    " WHERE s.id = $1 AND p.active = 1 ORDER BY p.email"};
// $1 today, $2 the service.
#define HELPED                                                                                             \
  "(SELECT count(*) FROM asks a JOIN ask_verdicts v ON v.ask = a.id WHERE a.service = s.id AND" ASKS_SHOWN \
  "), (SELECT count(*) FROM asks a JOIN ask_verdicts v ON v.ask = a.id WHERE a.service = s.id"             \
  " AND v.helped = 1 AND" ASKS_SHOWN ")"
#define COUNTS                                                                                       \
  "SELECT s.id, (SELECT count(*) FROM asks a WHERE a.service = s.id"                                 \
  " AND a.answered_at IS NOT NULL AND" ASKS_SHOWN                                                    \
  "), (SELECT count(*) FROM asks a WHERE a.service = s.id"                                           \
  " AND a.waits = 1 AND a.returned_at IS NULL AND" ASKS_SHOWN                                        \
  "), (SELECT count(*) FROM asks a WHERE a.service = s.id AND a.waits = 1 AND a.returned_at IS NULL" \
  " AND a.due_on < coalesce(a.paused_on, $1) AND" ASKS_SHOWN "), "
#define ANSWERED_IN_DAYS \
  " FROM asks a WHERE a.service = $2 AND a.answered_at IS NOT NULL AND a.answer_days IS NOT NULL AND" ASKS_SHOWN
constexpr db::Sql kServiceFigures{COUNTS
                                  "(SELECT a.answer_days" ANSWERED_IN_DAYS
                                  " ORDER BY a.answer_days LIMIT 1 OFFSET (SELECT (count(*) - 1) / 2" ANSWERED_IN_DAYS
                                  ")), " HELPED " FROM services s WHERE s.id = $2"};
#undef ANSWERED_IN_DAYS
#undef COUNTS
#undef HELPED

}  // namespace

ServiceFigures service_figures(db::Transaction& tx, agencies::ServiceId service, Date today) {
  return tx.first<ServiceFigures>(kServiceFigures, today, service).value_or(ServiceFigures{.service = service});
}

namespace store {

std::vector<Pause> pauses(db::Transaction& tx, AskId id) { return tx.all<Pause>(kPauses, id); }

void begin_pause(db::Transaction& tx, AskId id, std::string_view reason, Date today, std::string_view by) {
  tx.execute(kInsertPause, id, reason, today, by);
  tx.execute(kStopClock, id, today, reason);
}

void end_pause(db::Transaction& tx, AskId id, Date today, int working_days, Date due_on) {
  tx.execute(kEndPause, id, today, working_days);
  tx.execute(kRunClock, id, due_on);
}

std::vector<AskId> paused(db::Transaction& tx) { return tx.all<AskId>(kPaused); }

std::vector<AskId> to_watch(db::Transaction& tx, Date due_by) { return tx.all<AskId>(kToWatch, due_by); }

bool take_step(db::Transaction& tx, AskId id, Step step, Date due_on, Time now) {
  return tx.execute(kTakeStep, id, step, due_on, now) > 0;
}

std::vector<StepTaken> steps_taken(db::Transaction& tx, AskId id) { return tx.all<StepTaken>(kStepsTaken, id); }

std::vector<people::PersonListed> leads_of_service(db::Transaction& tx, agencies::ServiceId service) {
  return tx.all<people::PersonListed>(kLeadsOfService, service);
}

std::vector<people::PersonListed> leads_of_agency(db::Transaction& tx, agencies::ServiceId service) {
  return tx.all<people::PersonListed>(kLeadsOfAgency, service);
}

}  // namespace store
}  // namespace earshot::asks
