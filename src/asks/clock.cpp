#include "asks/clock.h"

#include <algorithm>

#include "platform/base/text.h"
#include "ui/govuk/tag.h"

namespace earshot::asks {

AskClock clock(Ask const& ask, county::Calendar const& calendar, Date today, int soon) {
  AskClock clock{.due_on = ask.due_on, .paused_on = ask.paused_on, .reason = ask.pause_reason};
  if (!ask.waits || ask.returned_at) {
    clock.state = AskClock::State::stopped;
    return clock;
  }
  clock.late_by = calendar.between(ask.due_on, ask.paused_on.value_or(today));
  if (ask.paused_on) {
    clock.state = AskClock::State::paused;
  } else if (ask.due_on < today) {
    // Over a weekend no working day has passed yet, and the date has.
    clock.state = AskClock::State::late;
    clock.late_by = std::max(clock.late_by, 1);
  } else if (calendar.between(today, ask.due_on) <= soon) {
    clock.state = AskClock::State::soon;
  }
  return clock;
}

Html clock_tag(i18n::Translator const& t, AskClock const& clock) {
  auto const date = t.date(clock.due_on);
  switch (clock.state) {
    case AskClock::State::on_time:
    case AskClock::State::stopped:
      return date;
    case AskClock::State::soon:
      return html(govuk::tag({.text = t("Soon"), .classes = "govuk-tag--yellow"}), " ", date);
    case AskClock::State::late:
      return html(govuk::tag({.text = t("Late"), .classes = "govuk-tag--red"}), " ",
                  t.plural("by 1 working day: {2}", "by {1} working days: {2}", clock.late_by, date));
    case AskClock::State::paused:
      return html(govuk::tag({.text = t("Paused"), .classes = "govuk-tag--blue"}), " ",
                  t("since {1}: {2}", t.date(*clock.paused_on), clock.reason));
  }
  return {};
}

std::vector<std::string> notes(i18n::Translator const& t, Ask const& ask) {
  std::vector<std::string> notes;
  if (ask.waits && ask.paused_on)
    notes.push_back(
        t("The clock has stood still since {1}. The reason: {2}", t.date(*ask.paused_on), ask.pause_reason));
  if (ask.waits && ask.reopened_at)
    notes.push_back(t("The family said that this is not what they asked. {1} answers again by {2}.", ask.service_name,
                      t.date(ask.due_on)));
  if (ask.waits && ask.obliged_at)
    notes.push_back(t("So many people say that this matters to them that {1} must answer, by {2}.", ask.service_name,
                      t.date(ask.due_on)));
  return notes;
}

namespace rules {

std::vector<Step> steps_due(county::Calendar const& calendar, Date due_on, Date today,
                            county::Settings const& settings) {
  std::vector<Step> steps;
  if (today <= due_on) {
    if (calendar.between(today, due_on) <= settings.remind_before) steps.push_back(Step::reminder);
    return steps;
  }
  auto const late_by = calendar.between(due_on, today);
  if (late_by >= settings.escalate_to_agency_after) steps.push_back(Step::agency);
  if (late_by >= settings.escalate_to_county_after) steps.push_back(Step::county);
  return steps;
}

int counted_pause(county::Calendar const& calendar, Date paused_on, Date today, int before) {
  return std::clamp(calendar.between(paused_on, today), 0, std::max(0, kMostPausedDays - before));
}

Date due_after_pause(county::Calendar const& calendar, Date due_on, int working_days) {
  return working_days > 0 ? calendar.after(due_on, working_days) : due_on;
}

Result<void> may_pause(Ask const& ask, int paused_before) {
  if (!ask.waits || ask.returned_at)
    return refuse(Refusal::Kind::conflict, msg("No answer is owed here, so there is no clock to stop."));
  if (ask.paused_on) return refuse(Refusal::Kind::already_done, msg("The clock of this ask stands still already."));
  if (paused_before >= kMostPausedDays)
    return refuse(Refusal::Kind::conflict,
                  msg("The clock of this ask has stood still for 20 working days. It cannot be stopped again."));
  return {};
}

Result<std::string> read_reason(http::Fields const& fields) {
  auto reason = tidy(fields.get(kReasonField));
  if (reason.empty())
    return refuse(kReasonField, msg("Write why the clock has to stop. The family reads this, in plain words."));
  if (characters(reason) > kLongestReason)
    return refuse(kReasonField, msg("This is longer than 300 characters. Shorten it."));
  return reason;
}

}  // namespace rules
}  // namespace earshot::asks
