#include "asks/rules.h"

#include <charconv>

#include "platform/base/text.h"
#include "ui/fields.h"

namespace earshot::asks::rules {
namespace {

Result<std::string> read_text(http::Fields const& fields, std::string_view name, Message if_missing) {
  auto text = tidy(fields.get(name));
  if (text.empty()) return refuse(name, std::move(if_missing));
  if (characters(text) > kLongestText) return refuse(name, msg("This is longer than 10,000 characters. Shorten it."));
  return text;
}

Result<Date> read_day_to_come(http::Fields const& fields, Date today) {
  auto const day = ui::to_date(ui::date_parts(fields, kByField));
  if (!day) return refuse(kByField, msg("Write the day by which you will do it, such as 31 3 2027."));
  if (*day < today) return refuse(kByField, msg("The day by which you will do it must be today or later."));
  return *day;
}

}  // namespace

Result<AnswerDraft> read_answer(http::Fields const& fields, Date today) {
  auto const outcome = from_word<Outcome>(fields.get(kOutcomeField));
  if (!outcome) return refuse(kOutcomeField, msg("Choose what became of it."));

  Problems problems;
  AnswerDraft draft{.outcome = *outcome, .text = {}, .will_do_by = {}};
  switch (*outcome) {
    case Outcome::done:
      draft.text = problems.take(read_text(fields, kDoneField, msg("Write what you did.")));
      break;
    case Outcome::will:
      draft.text = problems.take(read_text(fields, kWillField, msg("Write what you will do.")));
      draft.will_do_by = problems.take(read_day_to_come(fields, today));
      break;
    case Outcome::cannot:
      draft.text = problems.take(read_text(
          fields, kCannotField,
          msg("Write why it cannot be done. A family that hears no deserves to know the reason, in plain words.")));
      break;
  }
  return problems.or_value(std::move(draft));
}

Result<std::string> read_words(http::Fields const& fields) {
  return read_text(fields, kWordsField, msg("Write what may be published."));
}

Date due_on(county::Calendar const& calendar, Date today, int days) { return calendar.after(today, days); }

Result<void> has_seen(AnsweredAsk const& ask, std::optional<Time> seen) {
  auto const stands = ask.answer ? std::optional(ask.answer->written_at) : std::nullopt;
  if (stands == seen) return {};
  return refuse(Refusal::Kind::conflict,
                msg("Somebody else has changed this answer since you opened the page. Read theirs before you go on."));
}

std::optional<Time> read_seen(http::Fields const& fields) {
  auto const text = fields.get(kSeenField);
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return Time(Milliseconds(number));
}

Result<void> may_answer(web::Viewer const& viewer, Ask const& ask) {
  TRY(may_see(viewer, ask));
  if (viewer.has(people::kAdministrator)) return {};
  auto const leads = viewer.has(people::kServiceLead) || viewer.has(people::kAgencyLead);
  if (leads && viewer.answers_for(ask.service.value)) return {};
  return refuse(Refusal::Kind::forbidden, msg("Only the people who lead this service can answer for it."));
}

bool sees_all(web::Viewer const& viewer) {
  return viewer.has(people::kAdministrator) || viewer.has(people::kWorker) || viewer.has(people::kCountyLead);
}

Result<void> may_see(web::Viewer const& viewer, Ask const& ask) {
  if (sees_all(viewer) || viewer.answers_for(ask.service.value)) return {};
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

}  // namespace earshot::asks::rules
