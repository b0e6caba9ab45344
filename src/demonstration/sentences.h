// What the families of the demonstration county say: put together from its matters and from demo/said.json by chance,
// so that thousands of voices read like people and no two need be the same.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demonstration/cast.h"
#include "demonstration/dice.h"
#include "demonstration/matters.h"

namespace earshot::demonstration {

/// What one family says.
struct Saying {
  std::string words;
  std::string language = "en";
  std::string wish = {};
  std::string summary = {};  ///< What a worker would publish of it.
  voices::Speaker speaker = voices::Speaker::parent_or_carer;
  bool is_hurried = false;  ///< Typed with one thumb, so without capitals and stops.
};

/// What needs no ask, and the kind word with which a worker closes it.
struct Settled {
  Saying saying;
  voices::Closing closing;
};

/// Why an answer is corrected, and the sentence that it has now.
struct Correction {
  std::string because;
  std::string more;
};

/// What a service changed although nobody asked.
struct Unasked {
  std::string service;  ///< A slug.
  std::string changed;
  std::string reason;
};

class Sentences {
 public:
  Sentences();

  [[nodiscard]] std::vector<Matter> const& matters() const { return m_matters; }

  [[nodiscard]] Casting const& casting() const { return m_casting; }

  /// What somebody says about a matter. It begins with this of its openings, or says the same in its own way.
  [[nodiscard]] Saying about(Dice& dice, Matter const& matter, Cast const& cast, std::size_t opening) const;

  /// Thanks, or a question that a worker answered there and then, to a service in a place.
  [[nodiscard]] Settled settled(Dice& dice, std::string const& service, std::string const& place) const;

  /// Another family with the same, after there was an answer.
  [[nodiscard]] Settled settled(Dice& dice, Matter const& matter, std::string const& place) const;

  /// One of a list of sentences that fit anywhere: "additions", "heard_where" …
  [[nodiscard]] std::string const& any(Dice& dice, std::string_view list) const;

  /// Who a worker heard it from.
  [[nodiscard]] std::string const& heard_from(Dice& dice, voices::Speaker speaker) const;

  [[nodiscard]] std::vector<Correction> const& corrections() const { return m_corrections; }

  [[nodiscard]] std::vector<Unasked> const& unasked() const { return m_unasked; }

 private:
  using List = std::vector<std::string>;

  /// Something that is said to some services (to any, when there are none), with what is answered.
  struct Thanks {
    List services;
    std::string children;
    List openings, details, effects, notes;
  };
  struct Question {
    List services;
    std::string words, note;
  };

  void read_settled();
  [[nodiscard]] std::string in_a_register(Dice& dice, std::string words, bool& is_hurried) const;

  std::vector<Matter> m_matters;
  Casting m_casting;
  std::vector<Thanks> m_thanks;
  std::vector<Question> m_questions;
  std::map<std::string, List, std::less<>> m_lists;
  std::map<std::string, List, std::less<>> m_heard_from;
  std::vector<Correction> m_corrections;
  std::vector<Unasked> m_unasked;
};

/// As it is typed with one thumb at the school gate.
std::string hurried(std::string text);

}  // namespace earshot::demonstration
