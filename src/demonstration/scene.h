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

  /// In the hours of an office, so many working days (1 or more) after `from`.
  [[nodiscard]] Time at_work(Dice& dice, Time from, int working_days) const {
    using std::chrono::minutes;
    Time const day_itself = std::chrono::sys_days(county.calendar.after(day(from), working_days));
    return day_itself + minutes{9 * 60} + minutes{dice.roll(7 * 60)};
  }
};

/// One story.
struct Scene {
  Dice dice;
  std::int64_t number = 0;
  std::int64_t after_it = 0;  ///< How many stories come after this one; few: it is a late one.
  Matter const& matter;
  StoryService const& service;
  county::Place const& place;
  Time began;
  std::size_t opening = 0;  ///< Of the matter's: that of the voice that the ask is made of.
  Cast cast = {};           ///< Who said that.
  Saying first = {};        ///< What they said.
  std::string kept = {};    ///< What the service says once its promise is kept, with the slots open.
  int voices_told = 0;
  voices::VoiceId founder = {};     ///< The voice that the ask was made of.
  voices::VoiceId voice = {};       ///< The last that was said,
  std::string words_to_show = {};   ///< what of it may be published,
  std::string shown_language = {};  ///< and in which language.
  std::optional<asks::Ask> ask = {};
  Made made = {};
};

}  // namespace earshot::demonstration
