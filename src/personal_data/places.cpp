// Postcodes, streets and schools.

#include <algorithm>
#include <array>
#include <cctype>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

constexpr std::size_t kMostWords = 4;

template <std::size_t N>
bool among(std::array<std::string_view, N> const& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The postcode areas of the United Kingdom and the islands (Royal Mail, Postcode Address File).
constexpr std::array<std::string_view, 124> kAreas{
    "AB", "AL", "B",  "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO",
    "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH", "EN", "EX",
    "FK", "FY", "G",  "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV",
    "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK", "ML", "N",
    "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",
    "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN",
    "TQ", "TR", "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE"};

char upper(char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_part_of_word(char c) { return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

/// Reads a postcode at `at` (BS 7666: AN, ANN, AAN, AANN, ANA or AANA, then NAA, where the last two are none of
/// CIKMOV). Nothing when there is none.
std::optional<Finding> postcode_at(std::string_view text, std::size_t at) {
  auto const end_of = [&](std::size_t from, auto is, std::size_t most) {
    auto end = from;
    while (end < text.size() && end - from < most && is(text[end])) ++end;
    return end;
  };
  auto const area_end = end_of(at, is_letter, 2);
  auto const digits_end = end_of(area_end, is_digit, 3);
  if (area_end == at || digits_end == area_end) return std::nullopt;
  // Written together, the last digit before the letters belongs to the second half: "PE12AB".
  for (auto outward_end : {digits_end + 1, digits_end, digits_end - 1}) {
    auto const district = outward_end > area_end ? outward_end - area_end : 0;
    if (district < 1 || district > 2 || outward_end > text.size()) continue;
    if (outward_end == digits_end + 1 && !is_letter(text[digits_end])) continue;
    auto const inward = end_of(
        outward_end, [](char c) { return c == ' '; }, 2);
    if (inward + 3 > text.size() || !is_digit(text[inward])) continue;
    auto const is_unit = [](char c) {
      return is_letter(c) && std::string_view("CIKMOV").find(upper(c)) == std::string_view::npos;
    };
    if (!is_unit(text[inward + 1]) || !is_unit(text[inward + 2])) continue;
    auto const end = inward + 3;
    if (end < text.size() && is_part_of_word(text[end])) continue;
    std::string area(text.substr(at, area_end - at));
    auto const in_capitals =
        std::all_of(area.begin(), area.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    std::transform(area.begin(), area.end(), area.begin(), upper);
    if (among(kAreas, area)) return Finding{Kind::postcode, Certainty::likely, at, end};
    if (in_capitals) return Finding{Kind::postcode, Certainty::maybe, at, end};
  }
  return std::nullopt;
}

void find_postcodes(Text const& text, std::vector<Finding>& found) {
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (!is_letter(text.text[at]) || (at > 0 && is_part_of_word(text.text[at - 1]))) continue;
    if (auto const postcode = postcode_at(text.text, at)) {
      found.push_back(*postcode);
      at = postcode->end - 1;
    }
  }
}

constexpr std::array<std::string_view, 40> kStreets{
    "road",    "rd",    "street", "lane",    "ln",     "close",     "avenue",   "ave",    "drive", "crescent",
    "gardens", "grove", "place",  "terrace", "row",    "square",    "mews",     "walk",   "rise",  "way",
    "court",   "hill",  "view",   "parade",  "estate", "cottage",   "cottages", "villas", "croft", "gate",
    "park",    "green", "house",  "farm",    "flats",  "buildings", "yard",     "drove",  "fold",  "st"};

/// Streets whose name stands after the word, as in Welsh.
constexpr std::array<std::string_view, 5> kStreetsBefore{"heol", "ffordd", "stryd", "lôn", "maes"};

constexpr std::array<std::string_view, 14> kSchools{"school",    "academy",    "college",      "nursery", "playgroup",
                                                    "preschool", "pre-school", "kindergarten", "infants", "juniors",
                                                    "primary",   "secondary",  "sixth",        "grammar"};

/// Whether the next word follows on this one, also behind an "'s": "St Mary's Primary".
bool joined_by_possessive(Text const& text, std::size_t word) {
  auto const gap = text.gap_after(word);
  return text.joined(word) || gap == "'s " || gap == "\u2019s ";
}

/// The first of the words with a capital that stand before `word` in one row.
std::size_t capitals_before(Text const& text, std::size_t word, std::size_t most) {
  auto first = word;
  while (first > 0 && word - first < most && text.joined(first - 1) && text.words[first - 1].capital) --first;
  return first;
}

bool is_house_number(Text const& text, std::size_t word) {
  return text.words[word].digits && text.words[word].folded.size() <= 4;
}

/// The street that ends, or in Welsh begins, with the word `i`.
void find_street(Text const& text, std::size_t i, std::vector<Finding>& found) {
  auto const& words = text.words;
  if (among(kStreets, words[i].folded)) {
    // With a house number before it, small letters will do: "12 station road".
    for (std::size_t back = 2; back <= kMostWords && back <= i; ++back) {
      auto first = i - back;
      auto const one_row = [&] {
        for (auto each = first; each < i; ++each)
          if (!text.joined(each) && text.gap_after(each) != ", ") return false;
        return true;
      };
      auto const letter_follows = words[first + 1].folded.size() == 1 && words[first + 1].begin == words[first].end;
      if (!is_house_number(text, first) || (!letter_follows && !one_row())) continue;
      if (first >= 1 && words[first - 1].folded == "flat" && text.joined(first - 1)) --first;
      found.push_back({Kind::address, Certainty::likely, words[first].begin, words[i].end});
      return;
    }
    auto const first = capitals_before(text, i, kMostWords);
    if (first < i && words[i].capital && !words[first].begins_sentence)
      found.push_back({Kind::address, Certainty::maybe, words[first].begin, words[i].end});
    return;
  }
  if (!among(kStreetsBefore, words[i].folded) || !words[i].capital || !text.joined(i) || !words[i + 1].capital) return;
  auto const numbered = i > 0 && is_house_number(text, i - 1) && text.joined(i - 1);
  auto last = i + 1;
  while (last < i + kMostWords && text.joined(last) && words[last + 1].capital) ++last;
  found.push_back({Kind::address, numbered ? Certainty::likely : Certainty::maybe, words[numbered ? i - 1 : i].begin,
                   words[last].end});
}

void find_school(Text const& text, std::size_t i, std::vector<Finding>& found) {
  auto const& words = text.words;
  if (words[i].folded == "ysgol" && words[i].capital && text.joined(i) && words[i + 1].capital) {
    auto last = i + 1;
    while (last < i + kMostWords && text.joined(last) && words[last + 1].capital) ++last;
    found.push_back({Kind::school, Certainty::maybe, words[i].begin, words[last].end});
    return;
  }
  if (!among(kSchools, words[i].folded)) return;
  auto const followed = text.joined(i) && among(kSchools, words[i + 1].folded);
  if (followed) return;  // "Primary School" ends with its last word
  auto first = i;
  while (first > 0 && i - first < kMostWords && joined_by_possessive(text, first - 1) &&
         (words[first - 1].capital || among(kSchools, words[first - 1].folded)))
    --first;
  auto const named = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                                 words.begin() + static_cast<std::ptrdiff_t>(i), [](Word const& word) {
                                   return word.capital && !among(kSchools, word.folded) &&
                                          !is_common_capital(word.folded) &&
                                          !(word.begins_sentence && word.folded.size() < 5);
                                 });
  if (named) found.push_back({Kind::school, Certainty::maybe, words[first].begin, words[i].end});
}

}  // namespace

std::vector<Finding> find_places(Text const& text) {
  std::vector<Finding> found;
  find_postcodes(text, found);
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    find_street(text, i, found);
    find_school(text, i, found);
  }
  return found;
}

}  // namespace earshot::personal_data
