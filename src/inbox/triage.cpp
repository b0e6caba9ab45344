#include "inbox/triage.h"

#include <algorithm>

#include "inbox/recording.h"
#include "inbox/store.h"
#include "platform/base/text.h"

namespace earshot::inbox {
namespace rules {
namespace {

std::string instant(std::optional<Time> const& time) {
  return time ? std::to_string(time->time_since_epoch().count()) : std::string("-");
}

std::string read_text(http::Fields const& fields, std::string_view name, Problems& problems) {
  auto text = tidy(fields.get(name));
  if (characters(text) > asks::kLongestText)
    problems.add(name, msg("This is longer than 10,000 characters. Shorten it."));
  return text;
}

}  // namespace

Result<PassedOn> read_passed_on(http::Fields const& fields, std::vector<agencies::Service> const& services) {
  Problems problems;
  PassedOn passed_on;
  auto const chosen = fields.all("service");
  for (auto const& service : services)
    if (std::find(chosen.begin(), chosen.end(), service.slug) != chosen.end()) passed_on.services.push_back(service.id);
  if (passed_on.services.empty()) problems.add("service", msg("Choose the service that this is for."));
  passed_on.words = read_text(fields, "words", problems);
  if (passed_on.words.empty()) problems.add("words", msg("Write what may be published."));
  passed_on.wish = read_text(fields, "wish", problems);
  for (auto const& language : spoken_languages())
    if (language.code == fields.get("language")) passed_on.language = language.code;
  return problems.or_value(std::move(passed_on));
}

Result<voices::Closing> read_closing(http::Fields const& fields) {
  Problems problems;
  voices::Closing closing{.note = tidy(fields.get("note"))};
  if (auto const as = from_word<voices::ClosedAs>(fields.get("as"))) {
    closing.as = *as;
  } else {
    problems.add("as", msg("Choose why it needs no ask."));
  }
  if (closing.note.empty()) problems.add("note", msg("Write a few kind words. The family reads them."));
  if (characters(closing.note) > voices::kLongestNote)
    problems.add("note", msg("This is longer than 1,000 characters. Shorten it."));
  return problems.or_value(std::move(closing));
}

std::string seen(voices::Voice const& voice, std::size_t asks) {
  return instant(voice.asked_at) + "." + instant(voice.closed_at) + "." + instant(voice.withdrawn_at) + "." +
         std::to_string(asks);
}

Result<void> has_seen(voices::Voice const& voice, std::size_t asks, std::string_view form) {
  using Kind = Refusal::Kind;
  if (voice.withdrawn_at)
    return refuse(Kind::too_late, msg("The family has taken this back. Nothing can be made of it."));
  if (form == seen(voice, asks)) return {};
  if (voice.closed_at)
    return refuse(Kind::already_done, msg("Somebody has closed this meanwhile. What you typed is still here."));
  if (voice.asked_at)
    return refuse(Kind::already_done,
                  msg("Somebody has made an ask of this already. See what they did; what you typed is still here."));
  return refuse(Kind::conflict,
                msg("Something has changed meanwhile. Look at it again; what you typed is still here."));
}

Result<void> is_read(voices::Voice const& voice) {
  if (!voice.read_first) return {};
  return refuse(Refusal::Kind::conflict,
                msg("Words in this can mean danger. First say that somebody may be in danger, or that you see none; "
                    "what you typed is still here."));
}

std::string tick_of(personal_data::Finding const& finding, std::string_view text) {
  return std::to_string(static_cast<int>(finding.kind)) + ":" +
         std::string(text.substr(finding.begin, finding.end - finding.begin));
}

std::vector<personal_data::Finding> ticked(std::string_view text, std::vector<std::string_view> const& ticks) {
  auto findings = personal_data::find(text);
  std::erase_if(findings, [&](personal_data::Finding const& finding) {
    return std::find(ticks.begin(), ticks.end(), tick_of(finding, text)) == ticks.end();
  });
  return findings;
}

}  // namespace rules

namespace {

/// The voice as `form` has seen it, waiting for what is to be done now.
Result<voices::Voice> take_up(db::Transaction& tx, voices::VoiceId id, std::string_view form) {
  auto voice = TRY(voices::find(tx, id));
  TRY(rules::has_seen(voice, asks::of_source(tx, {voices::kSourceKind, id.value}).size(), form));
  TRY(rules::is_read(voice));
  if (voice.asked_at) voices::put_back(tx, id);
  return voice;
}

}  // namespace

Result<std::vector<asks::Ask>> pass_on(db::Transaction& tx, voices::VoiceId id, PassedOn const& passed_on,
                                       std::string_view seen, people::PersonId by, Time now, Date today) {
  TRY(take_up(tx, id, seen));
  std::vector<voices::Triage> triages;
  for (auto const service : passed_on.services)
    triages.push_back({service, passed_on.words, passed_on.wish, passed_on.language});
  auto made = TRY(voices::make_asks(tx, id, triages, by, now, today));
  store::note_deed(tx, id, by, Deed::asked, now);
  return made;
}

Result<void> join(db::Transaction& tx, voices::VoiceId id, asks::AskId ask, std::string_view seen, people::PersonId by,
                  Time now) {
  auto const voice = TRY(take_up(tx, id, seen));
  TRY(voices::pass_on(tx, id, now));
  TRY(asks::join(tx, ask, {voices::kSourceKind, id.value}, voice.contact, "person " + std::to_string(by.value), now,
                 voices::receipt_path(tx, id)));
  store::note_deed(tx, id, by, Deed::joined, now);
  return {};
}

Result<void> close(db::Transaction& tx, voices::VoiceId id, voices::Closing const& closing, std::string_view seen,
                   people::PersonId by, Time now) {
  TRY(take_up(tx, id, seen));
  TRY(voices::close(tx, id, closing, by, now));
  store::note_deed(tx, id, by, Deed::closed, now);
  return {};
}

}  // namespace earshot::inbox
