// Photos and recordings that somebody sends with what they say. Each is known by its bytes, loses what tells where and
// by whom it was made, and is held until a moderator lets it pass. It belongs to a draft by the draft's key, and then
// to what the draft became, by kind and id.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/http/message.h"
#include "platform/i18n/translator.h"
#include "platform/web/feature.h"
#include "ui/html/html.h"

namespace earshot::attachments {

using AttachmentId = Id<struct Attachment>;

enum class Kind { photo, recording };

/// What it is served as. The words are those of HTTP.
enum class Type { jpeg, mp3, mp4, ogg, webm, wav };

enum class State {
  held,    ///< No moderator has looked at it: nobody else sees it.
  shown,   ///< Those see it who see what it was sent with.
  refused  ///< Nobody sees it.
};

}  // namespace earshot::attachments

namespace earshot {
template <>
inline constexpr auto kWords<attachments::Kind> =
    words<attachments::Kind>({{attachments::Kind::photo, "photo"}, {attachments::Kind::recording, "recording"}});
template <>
inline constexpr auto kWords<attachments::Type> = words<attachments::Type>({{attachments::Type::jpeg, "image/jpeg"},
                                                                            {attachments::Type::mp3, "audio/mpeg"},
                                                                            {attachments::Type::mp4, "audio/mp4"},
                                                                            {attachments::Type::ogg, "audio/ogg"},
                                                                            {attachments::Type::webm, "audio/webm"},
                                                                            {attachments::Type::wav, "audio/wav"}});
template <>
inline constexpr auto kWords<attachments::State> = words<attachments::State>({{attachments::State::held, "held"},
                                                                              {attachments::State::shown, "shown"},
                                                                              {attachments::State::refused,
                                                                               "refused"}});
}  // namespace earshot

namespace earshot::attachments {

/// How many of each may be sent with one voice.
inline constexpr int kMostPhotos = 3;
inline constexpr int kMostRecordings = 1;

/// The largest file, in bytes, as it comes.
inline constexpr std::size_t kLargestFile = std::size_t{10} << 20;

/// The largest form with files, in bytes: all that may be sent at once, and its fields.
inline constexpr std::size_t kLargestForm = (kMostPhotos + kMostRecordings) * kLargestFile + (std::size_t{256} << 10);

/// What was refused can be looked at again for so long; then it is erased.
inline constexpr Days kRefusedIsKept{28};

/// The kind of the job that is stored for each file that was sent, with its id: for the feature that decides on it.
inline constexpr char const* kToDecide = "attachments.to_decide";

/// The fields of a form with files.
inline constexpr char const* kPhotosField = "photos";
inline constexpr char const* kRecordingField = "recording";

/// What files were sent with: "voice" and its id.
struct Source {
  std::string kind;
  std::int64_t id = 0;
};

struct Attachment {
  AttachmentId id;
  Kind kind = Kind::photo;
  Type type = Type::jpeg;
  State state = State::held;
  std::int64_t size = 0;  ///< In bytes; 0 when its content is erased.
  int width = 0;          ///< Of a photo, in pixels.
  int height = 0;
};

/// A file that may be kept.
struct Ready {
  Kind kind = Kind::photo;
  Type type = Type::jpeg;
  std::string bytes;
  int width = 0;
  int height = 0;
};

/// What came in a form: the files that may be kept, and what is wrong with the others, which are named.
struct Sent {
  std::vector<Ready> ready;
  std::vector<Problem> problems;
};

/// Looks at every file of a form. Takes a while for large photos, so not within a transaction.
Sent read(http::Form const& form);

/// Adds files to a draft. What it has already is not added again; what is one too many is left out and said.
std::vector<Problem> keep(db::Transaction& tx, std::string_view draft, std::vector<Ready> const& files, Time now);

/// The files of a draft, and of what was sent, in the order they were added.
std::vector<Attachment> of_draft(db::Transaction& tx, std::string_view draft);
std::vector<Attachment> of_source(db::Transaction& tx, Source const& source);

/// One of them; not found when it is another's.
Result<Attachment> find_in_draft(db::Transaction& tx, std::string_view draft, AttachmentId id);
Result<Attachment> find_of(db::Transaction& tx, Source const& source, AttachmentId id);

/// A file that was sent, for the feature that decides on it; nothing when it is gone.
std::optional<Attachment> find_sent(db::Transaction& tx, AttachmentId id);

/// What a file was sent with; nothing while it is in a draft, and when it is gone.
std::optional<Source> source_of(db::Transaction& tx, AttachmentId id);

/// Takes a file out of a draft. Again is no fault.
void remove(db::Transaction& tx, std::string_view draft, AttachmentId id);

/// Gives the files of a draft to what it became, and has them decided on. Gives how many there are.
std::int64_t send(db::Transaction& tx, std::string_view draft, Source const& source);

/// Lets a file be seen, or not; `held` lets it wait for a decision again.
void decide(db::Transaction& tx, AttachmentId id, State state, Time now);

/// Erases the files of a draft, and of what was sent.
void erase_draft(db::Transaction& tx, std::string_view draft);
void erase(db::Transaction& tx, Source const& source);

/// The page form's two fields, with the limits said in plain words. `sent` is the form as it came back.
Html fields(i18n::Translator const& t, web::FormState const& state);

/// "Photo" or "Recording", with its number where there are several of the kind.
std::vector<std::string> names(i18n::Translator const& t, std::vector<Attachment> const& files);

/// How far a file is, for the family that sent it.
std::string label(i18n::Translator const& t, State state);

/// A photo that can be seen or a recording that can be heard, from `address`; `name` says what it is.
Html shown(Attachment const& file, Url const& address, std::string const& name);

/// The file itself, as an answer: never as a page of this site.
http::Response response(db::Transaction& tx, Attachment const& file, http::Request const& request);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::attachments
