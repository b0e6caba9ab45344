// SQL of what people keep in the inbox: their views, who has a voice open, and who did what with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/base/enums.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "voices/voices.h"

namespace earshot::inbox {

using ViewId = Id<struct View>;

/// A filter that a person wants again.
struct View {
  ViewId id;
  std::string name;
  std::string query;  ///< As to_query() gives it.
};

/// What somebody did with a voice.
enum class Deed { asked, joined, closed };

}  // namespace earshot::inbox

namespace earshot {
template <>
inline constexpr auto kWords<inbox::Deed> = words<inbox::Deed>({{inbox::Deed::asked, "asked"},
                                                                {inbox::Deed::joined, "joined"},
                                                                {inbox::Deed::closed, "closed"}});
}  // namespace earshot

namespace earshot::inbox {

struct DeedDone {
  std::string name;  ///< Of the person.
  Deed deed = Deed::asked;
  Time done_at;
};

/// Somebody who has a voice open.
struct Present {
  std::string name;
  Time opened_at;
};

namespace store {

/// A person's views, by name.
std::vector<View> views(db::Transaction& tx, people::PersonId person);

/// Keeps a view; one of this name is replaced.
void save_view(db::Transaction& tx, people::PersonId person, std::string_view name, std::string_view query);

/// Deletes a person's own view. Nothing happens when it is not theirs.
void delete_view(db::Transaction& tx, people::PersonId person, ViewId id);

/// So long somebody counts as having a voice open after they opened its page.
inline constexpr Milliseconds kPresenceLasts = std::chrono::minutes{2};

/// Notes that a person has opened the page of a voice, or opened it again.
void note_presence(db::Transaction& tx, voices::VoiceId voice, people::PersonId person, Time now);

/// The others who have it open, who opened it first in front.
std::vector<Present> others_present(db::Transaction& tx, voices::VoiceId voice, people::PersonId person, Time now);

/// Removes what has been over since `before`.
void remove_old_presence(db::Transaction& tx, Time before);

void note_deed(db::Transaction& tx, voices::VoiceId voice, people::PersonId person, Deed deed, Time now);

/// What was done with a voice, the first in front.
std::vector<DeedDone> deeds(db::Transaction& tx, voices::VoiceId voice);

}  // namespace store
}  // namespace earshot::inbox
