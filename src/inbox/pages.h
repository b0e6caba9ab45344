// The pages of the inbox: the list of what waits, a voice and what becomes of it, and what people keep for themselves.
#pragma once

#include <algorithm>

#include "agencies/agencies.h"
#include "attachments/attachments.h"
#include "inbox/list.h"
#include "inbox/recording.h"
#include "inbox/store.h"
#include "platform/web/route.h"
#include "ui/html/html.h"
#include "voices/voices.h"

namespace earshot::inbox {

web::Answer show_inbox(web::Context& context);
web::Answer show_views(web::Context& context, web::FormState const& state);
web::Answer save_view(web::Context& context, http::Form const& form);

web::Answer show_voice(web::Context& context, web::FormState const& state, voices::VoiceId id);
web::Answer save_ask(web::Context& context, http::Form const& form, voices::VoiceId id);
web::Answer show_file(web::Context& context, voices::VoiceId id, attachments::AttachmentId file);
web::Answer show_closing(web::Context& context, web::FormState const& state, voices::VoiceId id);
web::Answer save_closing(web::Context& context, http::Form const& form, voices::VoiceId id);

/// "/voices/7" and what is below it.
std::string address(voices::VoiceId id, std::string_view below = {});

/// The address with the query behind it; "/voices/7?state=closed".
std::string with_query(std::string address, std::string_view query);

/// The names of these, with commas between them.
template <class Named, class Ids>
std::string names_of(std::vector<Named> const& all, Ids const& ids) {
  std::string names;
  for (auto const& each : all)
    if (std::find(ids.begin(), ids.end(), each.id) != ids.end()) names += (names.empty() ? "" : ", ") + each.name;
  return names;
}

/// The filter of the list that a person came from: what the address of the page says, or the field of its form.
Filter came_from(web::Context const& context, web::FormState const& state);
Filter came_from(http::Fields const& form);

/// The field that takes it along.
inline constexpr char const* kListField = "list";

/// What has just been done with a voice, in the address to which its form leads.
inline constexpr char const* kDoneField = "done";

/// The page of the voice, which tells what was done and leads on.
web::Answer go_on(voices::VoiceId id, Deed done, http::Fields const& form);

/// Who is looking.
people::PersonId viewer(web::Context const& context);

/// The services' names with commas between them; `otherwise` when there are none.
std::string service_names(std::vector<agencies::Service> const& services, std::vector<agencies::ServiceId> const& ids,
                          std::string otherwise);

/// What a voice's page knows of it.
struct Opened {
  voices::Voice voice;
  std::vector<agencies::Service> services;
  std::vector<voices::Addition> additions;  ///< What the family added later.
  std::vector<attachments::Attachment> files;
  std::vector<asks::AnsweredAsk> made;    ///< The asks that came of it.
  std::vector<asks::AnsweredAsk> likely;  ///< Asks that stand and are like it, the likeliest first.
  std::vector<Present> others;            ///< Who else has it open.
  std::vector<DeedDone> deeds;
  std::optional<HowHeard> heard;        ///< When somebody recorded it for somebody else.
  std::string place;                    ///< By name; empty without one.
  std::string topics;                   ///< By name, with commas; empty without any.
  std::vector<CameBack> came_back;      ///< How it came back, when no one has passed it on since,
  std::vector<asks::Return> returns;    ///< and what was said of it each time.
  Filter list;                          ///< The list that the worker came from,
  std::optional<voices::VoiceId> next;  ///< and the next one in it that waits.
};

/// The form by which a voice becomes asks, with the likely matches beside it.
Html ask_form(web::Context const& context, web::FormState const& state, Opened const& opened);

/// Rows that say how it was heard.
Html how_heard_list(i18n::Translator const& t, HowHeard const& heard);

}  // namespace earshot::inbox
