// What is most like a text: the items that share the most of the words that tell something. How much a word tells is
// counted here and not left to the engines, so that both find the same in the same order.

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "platform/search/search.h"

namespace earshot::search {
namespace {

/// So many words are looked for; more would only find more that is less like it, and take longer.
constexpr std::size_t kMostWords = 16;
/// So many of them, the rarest, tell what a text is about.
constexpr std::size_t kMostTelling = 8;
/// An item shares so many of them, or is not like the text.
constexpr int kLeastShared = 2;
constexpr std::size_t kShortestWord = 3;
/// From so many letters on, the beginnings of words count too, and a plural is looked for as its singular: "bus stops"
/// is like "bus stop".
constexpr std::size_t kBeginsFrom = 4;
/// A word that stands in more items than this, or in more than one of twenty where that is more, tells nothing; what
/// stands in more than the last is too much to be looked through.
constexpr std::int64_t kFewItems = 500;
constexpr std::int64_t kManyItems = 2'000;

/// Folded words that stand in every text, English, Welsh and Urdu.
constexpr std::array<std::string_view, 121> kTellNothing{
    "about", "after", "all",    "also",  "always", "and",  "any",   "are",    "ask",     "asked",   "because",
    "been",  "being", "but",    "can",   "cannot", "come", "could", "did",    "does",    "doesnt",  "dont",
    "each",  "even",  "ever",   "every", "for",    "from", "get",   "gets",   "getting", "give",    "goes",
    "going", "good",  "got",    "had",   "has",    "have", "help",  "her",    "here",    "him",     "his",
    "how",   "into",  "its",    "ive",   "just",   "know", "let",   "like",   "made",    "make",    "many",
    "may",   "more",  "most",   "much",  "must",   "need", "needs", "never",  "not",     "nothing", "now",
    "off",   "one",   "only",   "other", "our",    "out",  "over",  "people", "please",  "really",  "said",
    "say",   "she",   "should", "some",  "still",  "such", "than",  "that",   "the",     "their",   "them",
    "then",  "there", "they",   "thing", "things", "this", "too",   "very",   "want",    "was",     "were",
    "what",  "when",  "where",  "which", "who",    "why",  "will",  "with",   "would",   "you",     "your",
    "yma",   "mae",   "nid",    "yn",    "oes",    "wedi", "ہے",    "ہیں",    "کے",      "نہیں",    "اور"};

/// Folded words that say who speaks, or of whom; almost everybody here has a child.
constexpr std::array<std::string_view, 17> kSayWho{"child",    "children",  "kid",  "kids",  "son", "sons",
                                                   "daughter", "daughters", "boy",  "girl",  "mum", "mother",
                                                   "dad",      "father",    "year", "years", "old"};

template <std::size_t size>
bool has(std::array<std::string_view, size> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool tells_nothing(std::string const& word) {
  return word.size() < kShortestWord || has(kTellNothing, word) || has(kSayWho, word);
}

/// Without the s of a plural.
std::string singular(std::string word) {
  if (word.size() > kBeginsFrom && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// The words of a text that may tell what it is about: each once, the longest first, for long words are rare ones.
std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words;
  for (auto& each : words_of(text)) {
    if (tells_nothing(each)) continue;
    auto word = singular(std::move(each));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  std::stable_sort(words.begin(), words.end(),
                   [](std::string const& one, std::string const& other) { return one.size() > other.size(); });
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

/// The condition for `engine` that the word is there.
std::string condition(db::Engine engine, std::string const& word) {
  auto const begins = word.size() >= kBeginsFrom;
  if (engine == db::Engine::sqlite) return "\"" + word + (begins ? "\" *" : "\"");
  return "'" + word + (begins ? "':*" : "'");
}

/// A word, and the items that have it.
struct Found {
  std::vector<std::int64_t> items;
  double weight = 0;
};

/// About how many items there are: their numbers run on.
std::int64_t count(db::Transaction& tx, std::string const& table) {
  auto const key = tx.engine() == db::Engine::sqlite ? "rowid" : "item";
  auto const sql = "SELECT " + std::string(key) + " FROM " + table + " ORDER BY " + key + " DESC LIMIT 1";
  return tx.first<std::int64_t>(db::Sql{sql}).value_or(0);
}

/// The rarest words of the text that are not in too many items, the rarest first; those that nothing has are there too,
/// for they tell what the text is about.
std::vector<Found> look_up(db::Transaction& tx, std::string_view kind, std::string_view text) {
  auto const all = count(tx, "search_" + std::string(kind));
  auto const most = std::clamp(all / 20, kFewItems, kManyItems);
  auto const sql = "SELECT item FROM @found(" + std::string(kind) + ", $1) LIMIT $2";
  std::vector<Found> found;
  for (auto const& word : telling_words(text)) {
    auto items = tx.all<std::int64_t>(db::Sql{sql}, condition(tx.engine(), word), most + 1);
    auto const having = static_cast<std::int64_t>(items.size());
    if (having > most) continue;
    // The inverse document frequency (Sparck Jones 1972), never zero.
    auto const weight =
        std::log(1.0 + static_cast<double>(all) / static_cast<double>(std::max<std::int64_t>(having, 1)));
    found.push_back({std::move(items), weight});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](Found const& one, Found const& other) { return one.weight > other.weight; });
  if (found.size() > kMostTelling) found.resize(kMostTelling);
  return found;
}

}  // namespace

std::vector<Likely> likely(db::Transaction& tx, std::string_view kind, std::string_view text, std::size_t most) {
  struct Shared {
    int words = 0;
    double weight = 0;
  };
  std::unordered_map<std::int64_t, Shared> shared;
  double whole = 0;
  for (auto const& [items, weight] : look_up(tx, kind, text)) {
    whole += weight;
    for (auto const item : items) {
      ++shared[item].words;
      shared[item].weight += weight;
    }
  }
  std::vector<Likely> likely;
  for (auto const& [item, of_it] : shared)
    if (of_it.words >= kLeastShared)
      likely.push_back({item, static_cast<int>(std::lround(100 * of_it.weight / whole))});
  std::sort(likely.begin(), likely.end(), [](Likely const& one, Likely const& other) {
    return one.share != other.share ? one.share > other.share : one.item > other.item;
  });
  if (likely.size() > most) likely.resize(most);
  return likely;
}

}  // namespace earshot::search
