// The turns that a story may take: what families do after they spoke, what keeps a service from answering, and what
// becomes of an answer. Private to this room.
#pragma once

#include "demonstration/scene.h"
#include "platform/db/transaction.h"

namespace earshot::demonstration {

/// "March": what stands for {month} in a promise by that day.
std::string month_of(Date day);

/// Whether this family leaves an address to be told at. Late stories alone: nobody wants the messages of two years.
std::optional<messages::ContactId> address(db::Transaction& tx, Stage const& stage, Scene& scene,
                                           std::string_view language, Time at);

/// A family adds a sentence or takes back what it said.
void think_again(db::Transaction& tx, Stage const& stage, Scene& scene, Time at);

/// The service says that it is not for them. Late stories alone, so that the voice does not wait for years.
bool give_back(db::Transaction& tx, Stage const& stage, Scene& scene);

/// The service stops the clock and says why; it runs again before `answered_at` if that has come.
void pause(db::Transaction& tx, Stage const& stage, Scene& scene, Time answered_at);

/// Reminds of an ask that waits and tells of its being late, each on the day on which that was due, between `from` and
/// `until`. Of what waits still and of late stories alone: the other letters were read long ago.
void watch(db::Transaction& tx, Stage const& stage, Scene& scene, Time from, Time until);

/// Leaves an answer that was written at `at` unpublished: a draft, one that waits for a second person, or one that
/// is published by itself in some days. Late stories alone. False when it is to be published.
bool hold_back(db::Transaction& tx, Stage const& stage, Scene& scene, asks::Written const& written, Time at);

/// What comes after an answer was published at `at`: a correction, what the family thinks of it, others whom it matters
/// to, another answer where one is owed, a promise that is kept.
void go_on(db::Transaction& tx, Stage const& stage, Scene& scene, asks::AnswerDraft const& draft, Time at);

/// Some published words are reported.
void raise_concerns(db::Transaction& tx, Stage const& stage, Scene& scene);

/// What moderators and safeguarding leads see to: photos, words that can mean danger, and cases (demo/concerns.json).
Made tell_concerns(db::Transaction& tx, Stage const& stage);

/// What the worker wants to find again in the inbox.
void keep_views(db::Transaction& tx, Stage const& stage);

/// What services changed although nobody asked.
void tell_unasked(db::Transaction& tx, Stage const& stage);

}  // namespace earshot::demonstration
