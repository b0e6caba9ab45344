#include "platform/web/page_memory.h"

#include <algorithm>

#include "platform/http/etag.h"
#include "platform/web/compress.h"

namespace earshot::web {
namespace {

// A page shorter than this fits one packet as it is.
constexpr std::size_t kWorthCompressing = 1'000;

/// Puts the body of `answer` into `encoding`. The tag of the bytes as sent tells the encodings apart.
void encode(http::Response& answer, http::Encoding encoding, Effort effort) {
  switch (encoding) {
    case http::Encoding::br:
      answer.body = brotli(answer.body, effort);
      break;
    case http::Encoding::gzip:
      answer.body = gzip(answer.body, effort);
      break;
    case http::Encoding::identity:
      break;
  }
  if (encoding != http::Encoding::identity)
    answer.headers.set("Content-Encoding", encoding == http::Encoding::br ? "br" : "gzip");
}

http::Response not_modified(http::Response const& answer) {
  http::Response short_answer{.status = 304, .headers = answer.headers};
  short_answer.headers.remove("Content-Type");
  short_answer.headers.remove("Content-Encoding");
  return short_answer;
}

bool has_it(http::Request const& request, http::Response const& answer) {
  auto const wanted = request.headers.get("If-None-Match");
  return !wanted.empty() && http::none_match_hits(wanted, answer.headers.get("ETag"));
}

/// Photos and recordings are small in themselves, and a part of one must stay what it is.
bool is_worth_compressing(http::Response const& answer) {
  auto const type = answer.headers.get("Content-Type");
  return answer.body.size() >= kWorthCompressing && !type.starts_with("image/") && !type.starts_with("audio/");
}

/// What an answer takes, about: its headers are as much as the body of a short page.
std::size_t memory_of(http::Response const& answer) {
  constexpr std::size_t kAround = 32;  // of each allocation, and what points to it
  auto bytes = sizeof answer + answer.body.size() + kAround;
  for (auto const& [name, value] : answer.headers)
    bytes += sizeof(http::Headers::Entry) + name.size() + value.size() + 2 * kAround;
  return bytes;
}

}  // namespace

http::Response compressed(http::Response answer, http::Request const& request) {
  auto const keeps_nothing = answer.headers.get("Cache-Control").find("no-store") != std::string_view::npos;
  if (answer.status == 200 && !keeps_nothing) {
    answer.headers.set("ETag", http::etag_of(answer.body));
    if (has_it(request, answer)) return not_modified(answer);
  }
  if (is_worth_compressing(answer)) {
    answer.headers.add("Vary", "Accept-Encoding");
    encode(answer, http::best_encoding(request.headers.get("Accept-Encoding")), Effort::fast);
    if (answer.headers.has("ETag") && answer.headers.has("Content-Encoding"))
      answer.headers.set("ETag", "W/" + std::string(answer.headers.get("ETag")));
  }
  return answer;
}

PageMemory::PageMemory(std::size_t most_bytes, Milliseconds lasts) : m_most_bytes(most_bytes), m_lasts(lasts) {}

std::uint64_t PageMemory::mark() const {
  std::lock_guard const lock(m_mutex);
  return m_changes;
}

std::optional<http::Response> PageMemory::find(std::string const& key, http::Request const& request, Time now) {
  auto const encoding = http::best_encoding(request.headers.get("Accept-Encoding"));
  std::lock_guard const lock(m_mutex);
  auto const found = m_by_key.find(key);
  if (found == m_by_key.end()) return std::nullopt;
  if (found->second->until <= now) {
    drop(found->second);
    return std::nullopt;
  }
  m_pages.splice(m_pages.begin(), m_pages, found->second);
  auto const& answer = found->second->by_encoding.at(encoding);
  return has_it(request, answer) ? not_modified(answer) : answer;
}

void PageMemory::keep(std::string key, http::Response const& answer, std::vector<std::string> tags, std::uint64_t mark,
                      Time now) {
  Kept page{.key = std::move(key), .tags = std::move(tags), .until = now + m_lasts, .bytes = 0, .by_encoding = {}};
  for (auto const encoding : {http::Encoding::br, http::Encoding::gzip, http::Encoding::identity}) {
    auto variant = answer;
    encode(variant, encoding, Effort::thorough);
    variant.headers.set("ETag", http::etag_of(variant.body));
    variant.headers.add("Vary", "Accept-Encoding");
    variant.body.shrink_to_fit();
    page.bytes += memory_of(variant);
    variant.shared_body = std::make_shared<std::string const>(std::move(variant.body));
    variant.body.clear();
    page.by_encoding.emplace(encoding, std::move(variant));
  }

  std::lock_guard const lock(m_mutex);
  auto const changed_since = [&](std::string const& tag) {
    auto const at = m_changed_at.find(tag);
    return at != m_changed_at.end() && at->second > mark;
  };
  if (page.bytes > m_most_bytes || changed_since("*") || std::any_of(page.tags.begin(), page.tags.end(), changed_since))
    return;
  if (auto const old = m_by_key.find(page.key); old != m_by_key.end()) drop(old->second);
  m_bytes += page.bytes;
  m_pages.push_front(std::move(page));
  m_by_key[m_pages.front().key] = m_pages.begin();
  while (m_bytes > m_most_bytes) drop(std::prev(m_pages.end()));
}

void PageMemory::changed(std::vector<std::string> const& tags) {
  std::lock_guard const lock(m_mutex);
  ++m_changes;
  for (auto const& tag : tags) m_changed_at[tag] = m_changes;
  auto const all = std::find(tags.begin(), tags.end(), "*") != tags.end();
  for (auto page = m_pages.begin(); page != m_pages.end();) {
    auto const next = std::next(page);
    if (all || std::find_first_of(page->tags.begin(), page->tags.end(), tags.begin(), tags.end()) != page->tags.end())
      drop(page);
    page = next;
  }
}

std::size_t PageMemory::bytes() const {
  std::lock_guard const lock(m_mutex);
  return m_bytes;
}

void PageMemory::drop(Pages::iterator page) {
  m_bytes -= page->bytes;
  m_by_key.erase(page->key);
  m_pages.erase(page);
}

}  // namespace earshot::web
