#include "moderation/rules.h"

#include <algorithm>

#include "platform/base/text.h"

namespace earshot::moderation::rules {
namespace {

Result<std::string> read_text(http::Fields const& fields, std::string_view name, std::size_t longest, Message if_long) {
  auto text = tidy(fields.get(name));
  if (characters(text) > longest) return refuse(name, std::move(if_long));
  return text;
}

Result<std::string> read_note(http::Fields const& fields, std::string_view name) {
  return read_text(fields, name, kLongestNote, msg("This is longer than 2,000 characters. Shorten it."));
}

Result<Reason> read_reason(http::Fields const& fields) {
  auto const reason = from_word<Reason>(fields.get(kReasonField));
  if (!reason) return refuse(kReasonField, msg("Choose a reason."));
  return *reason;
}

Result<std::string> read_words(http::Fields const& fields) {
  auto words = TRY(
      read_text(fields, kWordsField, asks::kLongestText, msg("This is longer than 10,000 characters. Shorten it.")));
  if (words.empty()) return refuse(kWordsField, msg("Write what stays. To take down all of it, choose that instead."));
  return words;
}

}  // namespace

std::vector<Reason> const& reasons() {
  static std::vector<Reason> const all{Reason::names_somebody, Reason::hurts,           Reason::not_about_services,
                                       Reason::advertises,     Reason::private_picture, Reason::other_law};
  return all;
}

Result<Verdict> read_verdict(http::Fields const& fields, Kind kind) {
  auto const decision = from_word<Decision>(fields.get(kDecisionField));
  if (!decision || (kind == Kind::file && *decision == Decision::struck))
    return refuse(kDecisionField, msg("Choose what you decide."));
  Problems problems;
  Verdict verdict{.decision = *decision};
  if (*decision != Decision::shown) verdict.reason = problems.take(read_reason(fields));
  if (*decision == Decision::struck) verdict.words = problems.take(read_words(fields));
  verdict.note = problems.take(read_note(fields, kNoteField));
  return problems.or_value(std::move(verdict));
}

Result<Report> read_report(http::Fields const& fields) {
  Problems problems;
  Report report;
  report.reason = problems.take(read_reason(fields));
  report.words = problems.take(read_note(fields, kWordsField));
  return problems.or_value(std::move(report));
}

Result<std::string> read_plea(http::Fields const& fields) {
  auto plea = TRY(read_note(fields, kPleaField));
  if (plea.empty()) return refuse(kPleaField, msg("Write why it should be shown."));
  return plea;
}

Result<void> may_decide(Item const& item, std::optional<Item> const& first, people::PersonId by) {
  if (item.decided_at) return refuse(Refusal::Kind::already_done, msg("Somebody else has decided on this already."));
  if (first && first->decided_by == by)
    return refuse(Refusal::Kind::conflict,
                  msg("You decided on this the first time. Another moderator looks at it again."));
  return {};
}

Result<void> may_ask_again(Item const& item, bool again) {
  if (again || item.again_of)
    return refuse(Refusal::Kind::already_done, msg("You have asked for another look already."));
  if (!item.decision || *item.decision == Decision::shown)
    return refuse(Refusal::Kind::conflict, msg("Nothing was taken out of this."));
  return {};
}

HowLong how_long(Milliseconds time) {
  constexpr auto kCoarse = std::chrono::hours{48};
  if (time < kCoarse) return {.number = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::hours>(time).count())};
  return {.days = true, .number = std::chrono::ceil<Days>(time).count()};
}

}  // namespace earshot::moderation::rules
