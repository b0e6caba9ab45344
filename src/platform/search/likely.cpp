// What is most like a text: the items that share the most of the words that tell something.

#include <algorithm>
#include <array>

#include "platform/search/search.h"

namespace earshot::search {
namespace {

/// So many words tell what a text is about; more would only find more that is less like it, and take longer.
constexpr std::size_t kMostWords = 12;
constexpr std::size_t kShortestWord = 3;
/// From so many letters on, the beginnings of words count too, so that "bus stops" is like "bus stop".
constexpr std::size_t kBeginsFrom = 4;

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

bool tells_nothing(std::string const& word) {
  return word.size() < kShortestWord || std::find(kTellNothing.begin(), kTellNothing.end(), word) != kTellNothing.end();
}

/// The words of a text that tell most: each once, the longest first, for long words are rare ones.
std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : words_of(text))
    if (!tells_nothing(word) && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
  std::stable_sort(words.begin(), words.end(),
                   [](std::string const& one, std::string const& other) { return one.size() > other.size(); });
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

/// The condition for `engine` that any of the words is there.
std::string any_of(db::Engine engine, std::vector<std::string> const& words) {
  auto const sqlite = engine == db::Engine::sqlite;
  std::string result;
  for (auto const& word : words) {
    if (!result.empty()) result += sqlite ? " OR " : " | ";
    result += sqlite ? "\"" + word + "\"" : "'" + word + "'";
    if (word.size() >= kBeginsFrom) result += sqlite ? " *" : ":*";
  }
  return result;
}

/// What `any_of` finds, the likeliest first: $1 is the condition, $2 how many at most.
std::string ranked(db::Engine engine, std::string const& table) {
  // bm25 (Robertson and Zaragoza 2009) weighs rare words more; it is smaller for what fits better.
  if (engine == db::Engine::sqlite)
    return "SELECT rowid FROM " + table + " WHERE " + table + " MATCH $1 ORDER BY bm25(" + table + "), rowid LIMIT $2";
  // 1: a long text does not win by its length.
  return "SELECT item FROM " + table + " WHERE tokens @@ CAST($1 AS tsquery)" +
         " ORDER BY ts_rank(tokens, CAST($1 AS tsquery), 1) DESC, item LIMIT $2";
}

}  // namespace

std::vector<std::int64_t> likely(db::Transaction& tx, std::string_view kind, std::string_view text, int most) {
  auto const words = telling_words(text);
  if (words.empty()) return {};
  auto const condition = any_of(tx.engine(), words);
  auto const sql = ranked(tx.engine(), "search_" + std::string(kind));
  return tx.all<std::int64_t>(db::Sql{sql}, condition, most);
}

}  // namespace earshot::search
