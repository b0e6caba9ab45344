// What a story of the demonstration county needs while it is told. Private to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "asks/asks.h"
#include "demonstration/county.h"
#include "demonstration/demonstration.h"
#include "demonstration/dice.h"
#include "demonstration/sentences.h"
#include "platform/i18n/translator.h"
#include "voices/voices.h"

namespace earshot::demonstration {

/// What all stories share.
struct Stage {
  County const& county;
  Plan const& plan;
  Sentences const& sentences;
  i18n::Translator const& days;

  [[nodiscard]] Date day(Time time) const { return days.day(time); }
  [[nodiscard]] bool has_come(Time time) const { return time <= plan.now; }
};

/// One story.
struct Scene {
  Dice dice;
  std::int64_t number = 0;
  std::int64_t after_it = 0;  ///< How many stories come after this one; few: it is a late one.
  StoryService const& service;
  Time began;
  Saying first = {};
  int voices_told = 0;
  voices::VoiceId founder = {};    ///< The voice that the ask was made of.
  voices::VoiceId voice = {};      ///< The last that was said,
  std::string words_to_show = {};  ///< and what of it may be published.
  std::optional<asks::Ask> ask = {};
  Made made = {};
};

}  // namespace earshot::demonstration
