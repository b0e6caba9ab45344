// What happens in the demonstration county: a family says something, others say the same, a service answers, and keeps
// what it promised or does not. Private to this room.
#pragma once

#include <cstdint>

#include "demonstration/scene.h"
#include "demonstration/turns.h"
#include "platform/db/transaction.h"

namespace earshot::demonstration {

/// How many voices one story has, and so how many voices come to an ask.
inline constexpr int kVoicesInStory = 5;

class Storyteller {
 public:
  Storyteller(County const& county, Plan const& plan);

  /// Tells the story of this number out of `total`, the oldest first. It may be told again: the same number is the same
  /// story.
  Made tell(db::Transaction& tx, std::int64_t number, std::int64_t total) const;

  /// What is told once, when all stories are.
  Made end(db::Transaction& tx) const;

 private:
  void say(db::Transaction& tx, Scene& scene, Saying const& saying, Time at, bool sure) const;
  voices::VoiceId store(db::Transaction& tx, Scene& scene, Saying const& saying, voices::Words const& words,
                        Time at) const;
  void found(db::Transaction& tx, Scene& scene) const;
  void join(db::Transaction& tx, Scene& scene) const;
  void settle(db::Transaction& tx, Scene& scene) const;
  void answer(db::Transaction& tx, Scene& scene) const;
  asks::AnswerDraft draft(Scene& scene, Date today) const;

  [[nodiscard]] Date day(Time time) const { return m_days.day(time); }
  [[nodiscard]] Stage stage() const { return {m_county, m_plan, m_sentences, m_days}; }

  County const& m_county;
  Plan const& m_plan;
  Sentences m_sentences;
  i18n::Translator m_days;
};

}  // namespace earshot::demonstration
