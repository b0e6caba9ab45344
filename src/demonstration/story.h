// What happens in the demonstration county: a family says something, others say the same, a service answers, and keeps
// what it promised or does not. Private to this room.
#pragma once

#include <cstdint>

#include "asks/asks.h"
#include "demonstration/county.h"
#include "demonstration/demonstration.h"
#include "demonstration/sentences.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"

namespace earshot::demonstration {

/// How many voices one story has, and so how many voices come to an ask.
inline constexpr int kVoicesInStory = 5;

class Storyteller {
 public:
  Storyteller(County const& county, Plan const& plan);

  /// Tells the story of this number out of `total`, the oldest first. It may be told again: the same number is the same
  /// story.
  Made tell(db::Transaction& tx, std::int64_t number, std::int64_t total) const;

 private:
  struct Scene;

  void say(db::Transaction& tx, Scene& scene, Saying const& saying, Time at, bool sure) const;
  void found(db::Transaction& tx, Scene& scene) const;
  void join(db::Transaction& tx, Scene& scene) const;
  void settle(db::Transaction& tx, Scene& scene) const;
  void answer(db::Transaction& tx, Scene& scene) const;
  void keep_promise(db::Transaction& tx, Scene& scene, asks::AnswerDraft const& draft) const;

  [[nodiscard]] Date day(Time time) const { return m_days.day(time); }

  County const& m_county;
  Plan const& m_plan;
  Sentences m_sentences;
  i18n::Translator m_days;
};

}  // namespace earshot::demonstration
