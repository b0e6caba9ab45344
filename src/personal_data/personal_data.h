// Personal data, pointed out: names, numbers and addresses in what somebody wrote, for a person to strike before it is
// published. It points, and decides nothing: what it misses is as much the reader's to find as what it finds.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace earshot::personal_data {

enum class Kind {
  name,
  telephone,
  email,
  address,   ///< A house number and its street, or a street.
  postcode,  ///< Of the United Kingdom.
  birth_date,
  nhs_number,
  age,
  school,
  number  ///< A long number of any other kind.
};

enum class Certainty {
  likely,  ///< It has the shape of what it is, or words before it say so.
  maybe    ///< It could be: a word with a capital inside a sentence, a date, an age.
};

/// Where it stands in the text: bytes from `begin` up to, not with, `end`. Both are at the ends of characters.
struct Finding {
  Kind kind = Kind::name;
  Certainty certainty = Certainty::maybe;
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(Finding const&) const = default;
};

/// What could point to a person in `text` (UTF-8), in the order it stands there. No two overlap.
std::vector<Finding> find(std::string_view text);

/// `text` with what stands in place of each finding, as `instead` says: "[name]". The findings are those of this text,
/// or some of them, in order.
std::string strike(std::string_view text, std::vector<Finding> const& findings,
                   std::function<std::string(Kind)> const& instead);

/// Whether these digits, and nothing else, are an NHS number: ten digits of which the last checks the others (NHS Data
/// Dictionary, "NHS number", modulus 11).
bool is_nhs_number(std::string_view digits);

}  // namespace earshot::personal_data
