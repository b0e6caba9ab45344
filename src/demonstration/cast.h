// Who speaks in a story and of whom, where, and with which numbers: chosen once, so that everything that one person
// says agrees, and an answer speaks of the same place.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demonstration/dice.h"
#include "voices/voices.h"

namespace earshot::demonstration {

/// What stands in the slots: {place}, {child}, {he}, {months} …
class Cast {
 public:
  void set(std::string slot, std::string value);

  /// `text` with each {slot} filled; {Slot} begins with a capital.
  [[nodiscard]] std::string fill(std::string_view text) const;

  /// Who is speaking, when the child they speak of tells: a grandmother is no parent.
  std::optional<voices::Speaker> speaker = {};

 private:
  std::map<std::string, std::string, std::less<>> m_values;
};

/// The lists that slots are filled from, of demo/said.json.
class Casting {
 public:
  Casting();

  /// Somebody in the place of this name; `children` is the list that their child is of, empty for none.
  [[nodiscard]] Cast cast(Dice& dice, std::string const& children, std::string const& place) const;

 private:
  struct Child {
    std::string name;
    bool is_girl = false;
    std::optional<voices::Speaker> speaker = {};
  };
  struct Children {
    std::vector<Child> children;
    std::vector<std::string> ages;
  };

  std::map<std::string, Children, std::less<>> m_children;
  std::map<std::string, std::vector<std::string>, std::less<>> m_slots;
};

}  // namespace earshot::demonstration
