// The matters that the demonstration county is about, from demo/matters_*.json: what families say of each, what its
// services answer to exactly that, and what may come between. Whatever is taken of one matter fits together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "voices/voices.h"

namespace earshot::demonstration {

/// Something that fits all that a matter begins with, or some of its openings alone.
struct Part {
  std::vector<std::size_t> to;  ///< Which openings; none: all.

  [[nodiscard]] bool fits(std::size_t opening) const;
};

struct Sentence : Part {
  std::string text;
};

/// Words that somebody says as they stand: a child, or a family in its own language.
struct Whole : Part {
  std::string words;
  std::string wish;
  std::string language = "en";
  std::optional<voices::Speaker> by;
};

/// What a service promises, and what it says once that is kept.
struct Promise : Part {
  std::string text;
  std::string kept;
};

/// "This is not what I asked", and what the service answers then.
struct Objection : Part {
  std::string words;
  std::string answer;
};

struct Matter {
  std::string name;
  std::vector<std::string> topics;
  std::vector<std::string> services;       ///< Slugs of those that it fits.
  std::string children;                    ///< Which children it is about: a list of demo/said.json; may be empty.
  std::optional<voices::Speaker> by = {};  ///< Who says it, when that is not a grown-up.
  std::vector<Sentence> summaries;         ///< What a worker publishes in place of words that are not to be shown.
  std::vector<std::string> openings;       ///< Each says what it is about;
  std::vector<Sentence> details;           ///< these follow,
  std::vector<Sentence> effects;           ///< and these come last.
  std::vector<Sentence> wishes;
  std::vector<Whole> wholes;
  std::vector<Sentence> done;
  std::vector<Promise> promises;
  std::vector<Sentence> cannot;
  std::vector<Sentence> after_all;  ///< What was done after a "cannot" that mattered to many; may be empty.
  std::vector<Objection> objections;
  std::vector<Sentence> pauses;  ///< Why its clock stands still; may be empty.

  /// The openings that ask for the same as `opening`: what answers the one answers the others.
  [[nodiscard]] std::vector<std::size_t> akin(std::size_t opening) const;
};

/// Those of `parts` that fit an opening.
template <class T>
std::vector<T const*> fitting(std::vector<T> const& parts, std::size_t opening) {
  std::vector<T const*> result;
  for (auto const& part : parts)
    if (part.fits(opening)) result.push_back(&part);
  return result;
}

/// All matters, in the order of their files.
std::vector<Matter> read_matters();

}  // namespace earshot::demonstration
