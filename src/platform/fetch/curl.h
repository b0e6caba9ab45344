// libcurl, started once for the process, and its handles as values that clean up after themselves. Included by the .cpp
// files that call other machines: of this room, and of platform/mail.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <curl/curl.h>

namespace earshot::fetch {

struct CleanUp {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using Handle = std::unique_ptr<CURL, CleanUp>;
using ParsedUrl = std::unique_ptr<CURLU, CleanUp>;

/// Lines as libcurl takes them.
class Lines {
 public:
  void add(std::string const& line) {
    auto* const longer = curl_slist_append(m_list.get(), line.c_str());
    if (longer == nullptr) throw std::runtime_error("libcurl has no memory");
    static_cast<void>(m_list.release());
    m_list.reset(longer);
  }
  [[nodiscard]] curl_slist* get() const { return m_list.get(); }

 private:
  std::unique_ptr<curl_slist, CleanUp> m_list;
};

/// A handle that never raises signals, which would reach every thread. Starts libcurl on first use.
inline Handle new_handle() {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  Handle handle(started == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw std::runtime_error("libcurl cannot be started");
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  return handle;
}

/// The scheme and the host of an address; both empty when it cannot be read.
struct Whereto {
  std::string scheme;
  std::string host;

  /// Whether the host is this machine itself, where nobody listens in.
  [[nodiscard]] bool is_this_machine() const { return host == "localhost" || host == "[::1]" || host == "127.0.0.1"; }
};

inline Whereto whereto(std::string const& url) {
  ParsedUrl const parsed(curl_url());
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return {};
  auto const part = [&](CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(parsed.get(), which, &text, 0) != CURLUE_OK) return std::string();
    std::string copy(text);
    curl_free(text);
    return copy;
  };
  return {.scheme = part(CURLUPART_SCHEME), .host = part(CURLUPART_HOST)};
}

}  // namespace earshot::fetch
