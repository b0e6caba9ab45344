// Pages kept in memory, already compressed, for people who are not signed in. A page is tagged with what it shows; when
// a commit changes that, the page is dropped. What no commit tells of (the passing of time) is mended by age.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/base/time.h"
#include "platform/http/accept.h"
#include "platform/http/message.h"

namespace earshot::web {

/// `answer` with its body in the encoding that the client likes best, its ETag and Vary; 304 without a body when the
/// client has it already.
http::Response compressed(http::Response answer, http::Request const& request);

class PageMemory {
 public:
  /// Keeps at most `most_bytes`, the pages asked for last; none for longer than `lasts`.
  PageMemory(std::size_t most_bytes, Milliseconds lasts);

  /// Where tags stand now. Take it before reading what a page shows, and give it to `keep`: a page that was being made
  /// while one of its tags changed is not kept.
  [[nodiscard]] std::uint64_t mark() const;

  /// The page kept under `key` as an answer to `request` (encoding, 304).
  std::optional<http::Response> find(std::string const& key, http::Request const& request, Time now);

  /// Keeps `answer` under `key` and tags; compresses it for every encoding.
  void keep(std::string key, http::Response const& answer, std::vector<std::string> tags, std::uint64_t mark, Time now);

  /// Drops the pages with one of these tags; "*" drops all.
  void changed(std::vector<std::string> const& tags);

  /// Bytes kept now.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Kept {
    std::string key;
    std::vector<std::string> tags;
    Time until;
    std::size_t bytes;
    std::map<http::Encoding, http::Response> by_encoding;
  };
  using Pages = std::list<Kept>;

  void drop(Pages::iterator page);

  std::size_t m_most_bytes;
  Milliseconds m_lasts;
  mutable std::mutex m_mutex;
  Pages m_pages;  // the one asked for last stands first
  std::unordered_map<std::string, Pages::iterator> m_by_key;
  std::size_t m_bytes = 0;
  std::uint64_t m_changes = 0;
  std::map<std::string, std::uint64_t, std::less<>> m_changed_at;
};

}  // namespace earshot::web
