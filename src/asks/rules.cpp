#include "asks/rules.h"

#include <algorithm>
#include <charconv>

#include "platform/base/text.h"
#include "ui/fields.h"

namespace earshot::asks::rules {
namespace {

/// What is left of the work on an ask that another service has given back, in working days.
constexpr int kLeastDays = 5;

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
  draft.because = tidy(fields.get(kBecauseField));
  if (characters(draft.because) > kLongestNote)
    problems.add(kBecauseField, msg("This is longer than 1,000 characters. Shorten it."));
  return problems.or_value(std::move(draft));
}

Result<std::string> read_words(http::Fields const& fields) {
  return read_text(fields, kWordsField, msg("Write what may be published."));
}

Date due_on(county::Calendar const& calendar, Date today, int days, std::optional<Date> promised) {
  auto const usual = calendar.after(today, days);
  if (!promised) return usual;
  return std::min(usual, std::max(*promised, calendar.after(today, kLeastDays)));
}

How how(AnsweredAsk const& item, Outcome next) {
  if (!item.published() || item.ask.waits) return How::answered;
  return item.answer->outcome == Outcome::will && next == Outcome::done ? How::kept : How::corrected;
}

std::optional<Date> kept_on(AnsweredAsk const& item, Outcome next, Date today) {
  if (!item.published() || next != Outcome::done) return std::nullopt;
  return item.answer->outcome == Outcome::will ? today : item.answer->kept_on;
}

Result<void> may_write(AnsweredAsk const& item, AnswerDraft const& draft) {
  if (item.ask.returned_at)
    return refuse(Refusal::Kind::conflict, msg("This ask was given back, so it is not yours to answer any more."));
  if (how(item, draft.outcome) == How::corrected && draft.because.empty())
    return refuse(kBecauseField, msg("Write why you correct it. Everybody can read this beside the old answer."));
  return {};
}

Result<void> may_look(web::Viewer const& viewer, AnsweredAsk const& item) {
  TRY(may_see(viewer, item.ask));
  if (!viewer.has(people::kCountyLead)) TRY(may_answer(viewer, item.ask));
  if (!item.written) return refuse(Refusal::Kind::conflict, msg("Nothing is written that waits for a look."));
  if (item.written->written_by == viewer.id)
    return refuse(Refusal::Kind::forbidden, msg("You have written this, so another person has to look it over."));
  return {};
}

Result<void> may_give_back(AnsweredAsk const& item) {
  if (item.ask.returned_at) return refuse(Refusal::Kind::already_done, msg("This ask was given back already."));
  if (item.published())
    return refuse(Refusal::Kind::conflict, msg("This ask has a published answer, so it cannot be given back."));
  return {};
}

Result<void> may_reopen(AnsweredAsk const& item) {
  if (!item.published() || item.ask.waits)
    return refuse(Refusal::Kind::conflict, msg("An answer is on its way, so there is nothing to open again."));
  if (item.ask.reopened_at)
    return refuse(Refusal::Kind::already_done,
                  msg("You have said once that this is not what you asked, and the service has answered again."));
  return {};
}

Result<std::string> read_note(http::Fields const& fields, std::string_view name, Message if_missing) {
  auto text = tidy(fields.get(name));
  if (text.empty()) return refuse(name, std::move(if_missing));
  if (characters(text) > kLongestNote) return refuse(name, msg("This is longer than 1,000 characters. Shorten it."));
  return text;
}

Time at_hour(i18n::Translator const& t, Date day, int hour) {
  using std::chrono::hours;
  // Midnight where the county is: the first hour of the day, somewhere around midnight UTC.
  Time const utc = std::chrono::sys_days(day);
  auto midnight = utc - hours{14};
  while (t.day(midnight) != day) midnight += hours{1};
  return midnight + hours{hour};
}

Result<void> has_seen(AnsweredAsk const& ask, std::optional<Time> seen) {
  auto const stands = ask.written ? std::optional(ask.written->written_at) : std::nullopt;
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
