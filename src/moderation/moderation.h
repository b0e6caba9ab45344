// Moderation: one queue for what a moderator decides on, with reasons from a short public list. Whoever wrote it is
// told and can ask once for another look, which another moderator takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asks/asks.h"
#include "attachments/attachments.h"
#include "people/people.h"
#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/web/feature.h"
#include "voices/voices.h"

namespace earshot::moderation {

using ItemId = Id<struct Item>;

/// What is looked at.
enum class Kind {
  ask,  ///< Published words, which a reader reported.
  file  ///< A photo or a recording, before anybody else sees it.
};

/// Why something is not shown, or is reported. The list is public and short.
enum class Reason { names_somebody, hurts, not_about_services, advertises, private_picture, other_law };

enum class Decision {
  shown,   ///< As it is.
  struck,  ///< With words taken out.
  refused  ///< Not at all.
};

}  // namespace earshot::moderation

namespace earshot {
template <>
inline constexpr auto kWords<moderation::Kind> = words<moderation::Kind>({{moderation::Kind::ask, "ask"},
                                                                          {moderation::Kind::file, "file"}});
template <>
inline constexpr auto kWords<moderation::Reason> =
    words<moderation::Reason>({{moderation::Reason::names_somebody, "names-somebody"},
                               {moderation::Reason::hurts, "hurts"},
                               {moderation::Reason::not_about_services, "not-about-services"},
                               {moderation::Reason::advertises, "advertises"},
                               {moderation::Reason::private_picture, "private-picture"},
                               {moderation::Reason::other_law, "other-law"}});
template <>
inline constexpr auto kWords<moderation::Decision> =
    words<moderation::Decision>({{moderation::Decision::shown, "shown"},
                                 {moderation::Decision::struck, "struck"},
                                 {moderation::Decision::refused, "refused"}});
}  // namespace earshot

namespace earshot::moderation {

/// Deciding what is shown.
inline constexpr web::Permission kModerate{"moderate"};

/// A moderator decides within so many working days.
inline constexpr int kDecideWithin = 2;

/// The longest note, report or plea, in characters.
inline constexpr std::size_t kLongestNote = 2'000;

/// The tag under which the public page of the reasons is remembered.
inline constexpr char const* kModeration = "moderation";

struct Item {
  ItemId id;
  Kind kind = Kind::ask;
  std::int64_t item = 0;  ///< An AskId, or an AttachmentId.
  Time queued_at;
  Date due_on;
  std::optional<ItemId> again_of;  ///< The item that somebody asks to be looked at again,
  std::string plea;                ///< and what they say to it.
  std::optional<Time> decided_at;
  std::optional<people::PersonId> decided_by;
  std::optional<Decision> decision;
  std::optional<Reason> reason;
  std::string note;  ///< What the moderator wrote to whoever wrote it.
};

/// What a reader said about published words.
struct Report {
  Reason reason = Reason::names_somebody;
  std::string words;  ///< May be empty.
};

/// Puts something into the queue; what waits there already is left.
ItemId queue(db::Transaction& tx, Kind kind, std::int64_t item, Time now, Date today);

/// Puts a file into the queue that came with a voice; nothing happens when it waits for nothing, or is gone.
void queue_file(db::Transaction& tx, attachments::AttachmentId id, Time now, Date today);

/// A reader reports the words of a published ask.
void report(db::Transaction& tx, asks::AskId ask, Report const& what, Time now, Date today);

/// The item; not found when what it is about is hidden or was taken back.
Result<Item> find(db::Transaction& tx, ItemId id);

/// The voice whose family wrote or sent what the item is about; nothing when it is hidden or was taken back.
std::optional<voices::VoiceId> voice_of(db::Transaction& tx, Item const& item);

/// What a moderator decides.
struct Verdict {
  Decision decision = Decision::shown;
  std::optional<Reason> reason = {};  ///< Of what is not shown as it was.
  std::string note = {};              ///< To whoever wrote it; may be empty.
  std::string words = {};             ///< What stays, of words that are struck.
};

/// Decides on an item, does it, and tells whoever wrote it. Refused when somebody has decided already, and to the
/// moderator whose decision is to be looked at again.
Result<void> decide(db::Transaction& tx, ItemId id, Verdict const& verdict, people::PersonId by, Time now);

/// What was decided about what this voice's family wrote, the latest of each, and is not shown as it was.
std::vector<Item> not_shown(db::Transaction& tx, voices::VoiceId voice);

/// Asks for another look, once. Refused when that was done before, or nothing was refused.
Result<void> ask_again(db::Transaction& tx, ItemId id, std::string_view plea, Time now, Date today);

/// The time from the queue to the decision that half of all decisions took at most; nothing before the first.
std::optional<Milliseconds> median_time(db::Transaction& tx);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::moderation
