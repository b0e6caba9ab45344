// Telling the leads: of a new case by their urgent channel, again of what is late, and of a flag by e-mail. No message
// holds a word of a family.

#include <functional>

#include "messages/messages.h"
#include "platform/i18n/translator.h"
#include "safeguarding/rules.h"
#include "safeguarding/safeguarding.h"
#include "safeguarding/store.h"

namespace earshot::safeguarding {
namespace {

constexpr char const* kCaseKind = "safeguarding.case";
constexpr char const* kFlagKind = "safeguarding.flag";

std::vector<people::PersonListed> leads(db::Transaction& tx) { return people::holding(tx, people::kSafeguardingLead); }

/// The addresses at which a lead is told of what is urgent: all that they gave, or that of their account.
std::vector<std::pair<messages::Channel, std::string>> urgent_addresses(db::Transaction& tx,
                                                                        people::PersonListed const& lead) {
  std::vector<std::pair<messages::Channel, std::string>> result;
  auto const reach = store::reach_of(tx, lead.id.value).value_or(store::Reach{});
  if (!reach.mobile.empty()) result.emplace_back(messages::Channel::text, reach.mobile);
  if (!reach.email.empty()) result.emplace_back(messages::Channel::email, reach.email);
  if (result.empty()) result.emplace_back(messages::Channel::email, lead.email);
  return result;
}

i18n::Translator translator(people::PersonListed const& lead) {
  return i18n::Translator(i18n::language(lead.language));
}

/// A letter about a case; `key` is new each time there is something to tell.
messages::Letter letter_of(i18n::Translator const& t, Case const& found, std::string_view key, std::string title,
                           std::string text) {
  return {.kind = kCaseKind,
          .key = found.reference + " " + std::string(key),
          .language = std::string(t.language().code),
          .note = {.title = std::move(title),
                   .text = std::move(text),
                   .path = "/safeguarding/" + found.reference,
                   .link = t("Read it now")},
          .why = t("You get this because you are a safeguarding lead."),
          .forget = true,
          .confidential = true};
}

/// Sends each lead what `write` gives in their language.
void tell(db::Transaction& tx, Case const& found, std::function<messages::Letter(i18n::Translator const&)> const& write,
          std::vector<people::PersonListed> const& to, Time now) {
  int told = 0;
  for (auto const& lead : to) {
    auto letter = write(translator(lead));
    for (auto const& [channel, address] : urgent_addresses(tx, lead)) {
      letter.channel = channel;
      letter.address = address;
      if (messages::send(tx, letter, now)) ++told;
    }
  }
  if (told > 0) log(tx, found.id, std::nullopt, Did::told, std::to_string(told), now);
}

messages::Letter alert_letter(i18n::Translator const& t, Case const& found, std::string const& alert) {
  if (alert == rules::kNewAlert)
    return letter_of(t, found, alert, t("A voice needs you now"),
                     t("Somebody may be in danger. Reference {1}.", found.reference));
  return letter_of(t, found, alert, t("A voice still needs you"),
                   t("It has waited longer than it may. Reference {1}.", found.reference));
}

/// What a family says after a case was opened is in front of the leads at once, whatever its words.
void family_added(db::Transaction& tx, Case const& found, Time now) {
  log(tx, found.id, std::nullopt, Did::family_added, "", now);
  auto const write = [&](i18n::Translator const& t) {
    return letter_of(t, found, "added " + to_iso(now), t("There is more to read"),
                     t("Something was added to a voice that you look after. Reference {1}.", found.reference));
  };
  tell(tx, found, write, leads(tx), now);
}

messages::Letter flag_letter(i18n::Translator const& t, Flag const& flag) {
  return {
      .kind = kFlagKind,
      .key = std::to_string(flag.id),
      .language = std::string(t.language().code),
      .note = {.title = t("Please read a voice first"),
               .text = t("It has words that can mean danger. A worker is asked to read it first; you can do so too."),
               .path = "/voices/" + std::to_string(flag.voice.value) + "/first",
               .link = t("Read it")},
      .why = t("You get this because you are a safeguarding lead."),
      .forget = true,
      .confidential = true};
}

void tell_of_flag(db::Transaction& tx, Flag const& flag, Time now) {
  for (auto const& lead : leads(tx)) {
    auto const reach = store::reach_of(tx, lead.id.value);
    auto letter = flag_letter(translator(lead), flag);
    letter.address = reach && !reach->email.empty() ? reach->email : lead.email;
    messages::send(tx, letter, now);
  }
}

/// The phrases of the county's list. A list takes longer to read than a voice, and seldom changes.
std::vector<rules::Phrase> const& phrases(db::Transaction& tx) {
  thread_local std::optional<std::string> own;
  thread_local std::vector<rules::Phrase> phrases;
  auto const settings = county::settings(tx);
  if (own != settings.danger_words) {
    phrases = rules::phrases_of(rules::danger_words(settings));
    own = settings.danger_words;
  }
  return phrases;
}

void look_for_danger(db::Transaction& tx, voices::Voice const& voice, Time now) {
  auto said = voice.words + "\n" + voice.wish;
  auto said_at = voice.received_at;
  for (auto const& addition : voices::additions(tx, voice.id)) {
    said += "\n" + addition.words;
    said_at = addition.received_at;
  }
  auto const found = rules::unread(rules::find_danger(said, phrases(tx)), store::read_since(tx, voice.id, said_at));
  if (found.empty()) return;
  voices::read_first(tx, voice.id);
  if (store::raise_flag(tx, voice.id, found, now)) tell_of_flag(tx, *flag_of(tx, voice.id), now);
}

}  // namespace

bool has_leads(db::Transaction& tx) { return !leads(tx).empty(); }

void tell_leads(db::Transaction& tx, Time now) {
  auto const open = store::in_state(tx, State::open);
  if (open.empty()) return;
  auto const to = leads(tx);
  auto const again = std::chrono::hours(county::settings(tx).safeguarding_tell_again);
  for (auto const& found : open)
    if (auto const alert = rules::alert(found, again, now))
      tell(
          tx, found, [&](i18n::Translator const& t) { return alert_letter(t, found, *alert); }, to, now);
}

void look_over(db::Transaction& tx, voices::VoiceId id, Time now) {
  voices::mark_looked_over(tx, id);
  if (auto const voice = voices::find(tx, id))
    look_for_danger(tx, *voice, now);
  else if (auto const found = store::find_by_voice(tx, id))
    family_added(tx, *found, now);
}

int look_over_rest(db::Transaction& tx, int most, Time now) {
  auto const rest = voices::to_look_over(tx, most);
  for (auto const id : rest) look_over(tx, id, now);
  return static_cast<int>(rest.size());
}

Result<void> clear_flag(db::Transaction& tx, voices::VoiceId voice, std::string_view reason, people::PersonId by,
                        Time now) {
  if (!store::clear_flag(tx, voice, reason, by, now))
    return refuse(Refusal::Kind::already_done, msg("Somebody else has read this already."));
  voices::in_turn(tx, voice);
  return {};
}

}  // namespace earshot::safeguarding
