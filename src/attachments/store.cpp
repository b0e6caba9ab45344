#include <algorithm>

#include "attachments/attachments.h"
#include "platform/crypto/digest.h"
#include "platform/db/database.h"
#include "platform/http/range.h"
#include "platform/jobs/jobs.h"

namespace earshot::attachments {
namespace {

#define COLUMNS "SELECT id, kind, type, state, size, width, height FROM attachments"
constexpr db::Sql kInsert{
    "INSERT INTO attachments (draft, kind, type, state, digest, size, width, height, added_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id"};
constexpr db::Sql kInsertContent{"INSERT INTO attachment_contents (attachment, content) VALUES ($1, $2)"};
constexpr db::Sql kHasDigest{"SELECT count(*) FROM attachments WHERE draft = $1 AND digest = $2"};
constexpr db::Sql kOfDraft{COLUMNS " WHERE draft = $1 ORDER BY id"};
constexpr db::Sql kOfSource{COLUMNS " WHERE source_kind = $1 AND source_id = $2 ORDER BY id"};
constexpr db::Sql kFindSent{COLUMNS " WHERE id = $1 AND source_kind IS NOT NULL"};
#undef COLUMNS
constexpr db::Sql kSourceOf{"SELECT source_kind, source_id FROM attachments WHERE id = $1 AND source_kind IS NOT NULL"};
constexpr db::Sql kContent{"SELECT content FROM attachment_contents WHERE attachment = $1"};
constexpr db::Sql kSend{"UPDATE attachments SET draft = NULL, source_kind = $2, source_id = $3 WHERE id = $1"};
constexpr db::Sql kDecide{"UPDATE attachments SET state = $2, decided_at = $3 WHERE id = $1"};
constexpr db::Sql kEraseContent{"DELETE FROM attachment_contents WHERE attachment = $1"};
constexpr db::Sql kErase{"DELETE FROM attachments WHERE id = $1"};
constexpr db::Sql kRefusedBefore{
    "SELECT id FROM attachments WHERE state = 'refused' AND decided_at < $1 AND size > 0 ORDER BY id"};
constexpr db::Sql kNoteErased{"UPDATE attachments SET size = 0 WHERE id = $1"};

int most(Kind kind) { return kind == Kind::photo ? kMostPhotos : kMostRecordings; }

Problem one_too_many(Kind kind) {
  if (kind == Kind::photo) return {kPhotosField, msg("You can send 3 photos. Take one out before you add another.")};
  return {kRecordingField, msg("You can send 1 recording. Take it out before you add another.")};
}

void insert(db::Transaction& tx, std::string_view draft, Ready const& file, std::string_view digest, Time now) {
  auto const id = *tx.first<AttachmentId>(kInsert, draft, file.kind, file.type, State::held, digest, file.bytes.size(),
                                          file.width, file.height, now);
  tx.execute(kInsertContent, id, db::Bytes{file.bytes});
}

void erase_one(db::Transaction& tx, AttachmentId id) {
  tx.execute(kEraseContent, id);
  tx.execute(kErase, id);
}

Result<Attachment> one_of(std::vector<Attachment> const& all, AttachmentId id) {
  auto const found = std::find_if(all.begin(), all.end(), [&](Attachment const& each) { return each.id == id; });
  if (found == all.end()) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return *found;
}

/// Nobody can ask about them any more.
void erase_refused(jobs::Environment& environment, std::string const&) {
  environment.db.write([&](db::Transaction& tx) {
    for (auto const id : tx.all<AttachmentId>(kRefusedBefore, environment.clock() - kRefusedIsKept)) {
      tx.execute(kEraseContent, id);
      tx.execute(kNoteErased, id);
    }
  });
}

}  // namespace

std::vector<Problem> keep(db::Transaction& tx, std::string_view draft, std::vector<Ready> const& files, Time now) {
  std::vector<Problem> problems;
  for (auto const& file : files) {
    auto const digest = crypto::Digest().field(file.bytes).hex();
    if (tx.one<std::int64_t>(kHasDigest, draft, digest) > 0) continue;
    auto const all = of_draft(tx, draft);
    auto const there =
        std::count_if(all.begin(), all.end(), [&](Attachment const& each) { return each.kind == file.kind; });
    if (there < most(file.kind))
      insert(tx, draft, file, digest, now);
    else if (auto problem = one_too_many(file.kind);
             std::find(problems.begin(), problems.end(), problem) == problems.end())
      problems.push_back(std::move(problem));
  }
  return problems;
}

std::vector<Attachment> of_draft(db::Transaction& tx, std::string_view draft) {
  return tx.all<Attachment>(kOfDraft, draft);
}

std::vector<Attachment> of_source(db::Transaction& tx, Source const& source) {
  return tx.all<Attachment>(kOfSource, source.kind, source.id);
}

Result<Attachment> find_in_draft(db::Transaction& tx, std::string_view draft, AttachmentId id) {
  return one_of(of_draft(tx, draft), id);
}

Result<Attachment> find_of(db::Transaction& tx, Source const& source, AttachmentId id) {
  return one_of(of_source(tx, source), id);
}

std::optional<Attachment> find_sent(db::Transaction& tx, AttachmentId id) {
  return tx.first<Attachment>(kFindSent, id);
}

std::optional<Source> source_of(db::Transaction& tx, AttachmentId id) { return tx.first<Source>(kSourceOf, id); }

void remove(db::Transaction& tx, std::string_view draft, AttachmentId id) {
  if (find_in_draft(tx, draft, id)) erase_one(tx, id);
}

std::int64_t send(db::Transaction& tx, std::string_view draft, Source const& source) {
  auto const sent = of_draft(tx, draft);
  for (auto const& file : sent) {
    tx.execute(kSend, file.id, source.kind, source.id);
    jobs::enqueue(tx, kToDecide, std::to_string(file.id.value));
  }
  return static_cast<std::int64_t>(sent.size());
}

void decide(db::Transaction& tx, AttachmentId id, State state, Time now) { tx.execute(kDecide, id, state, now); }

void erase_draft(db::Transaction& tx, std::string_view draft) {
  for (auto const& each : of_draft(tx, draft)) erase_one(tx, each.id);
}

void erase(db::Transaction& tx, Source const& source) {
  for (auto const& each : of_source(tx, source)) erase_one(tx, each.id);
}

http::Response response(db::Transaction& tx, Attachment const& file, http::Request const& request) {
  auto content = tx.first<db::Bytes>(kContent, file.id);
  http::Response whole{.body = content ? std::move(content->bytes) : std::string()};
  whole.headers.set("Content-Type", to_word(file.type));
  // Shown by a page of ours, or saved; by itself it is no page, whatever a browser would make of it.
  auto const type = to_word(file.type);
  auto const name = std::string(to_word(file.kind)) + "-" + std::to_string(file.id.value);
  whole.headers.set("Content-Disposition",
                    "attachment; filename=\"" + name + "." + std::string(type.substr(type.find('/') + 1)) + "\"");
  whole.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
  return http::ranged(std::move(whole), request.headers.get("Range"));
}

web::Feature feature() {
  return {.name = "attachments",
          .migrations = migrations(),
          .jobs = {{.kind = "attachments.erase_refused", .run = erase_refused, .every = std::chrono::hours{6}}}};
}

}  // namespace earshot::attachments
