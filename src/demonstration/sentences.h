// What the families and services of the demonstration county say: put together from demo/said.json by chance, so that
// thousands of voices read like people and no two need be the same.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demonstration/dice.h"

namespace earshot::demonstration {

/// What one family says.
struct Saying {
  std::string topic;  ///< A topic's slug.
  std::string words;
  std::string language = "en";
  std::string wish = {};
  std::string summary = {};  ///< What a worker would write of it.
  bool by_child = false;
  bool names_a_child = false;  ///< An adult speaks of a child.
};

/// The sentences of demo/said.json.
class Sentences {
 public:
  /// `places` are the names that families mention.
  explicit Sentences(std::vector<std::string> places);

  /// What a family says about one of `topics`.
  [[nodiscard]] Saying family(Dice& dice, std::vector<std::string> const& topics) const;

  /// What a service answers on a topic: `kind` is "done", "will" or "cannot".
  [[nodiscard]] std::string answer(Dice& dice, std::string const& topic, std::string_view kind) const;

  /// One of a list of sentences that fit anywhere: "thanks", "additions", "corrections", "kept" …
  [[nodiscard]] std::string any(Dice& dice, std::string const& list) const;

  /// What a service changed without being asked, by topic.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> const& unasked() const { return m_unasked; }

 private:
  using List = std::vector<std::string>;

  struct Theme {
    List situations, details, effects, wishes, summary;
    std::map<std::string, List, std::less<>> answers;
  };

  [[nodiscard]] std::string filled(Dice& dice, std::string text) const;

  std::map<std::string, Theme, std::less<>> m_themes;
  std::vector<Saying> m_in_other_languages;
  std::vector<Saying> m_by_children;
  std::map<std::string, List, std::less<>> m_lists;
  std::vector<std::pair<std::string, std::string>> m_unasked;
};

}  // namespace earshot::demonstration
