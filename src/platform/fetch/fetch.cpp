#include "platform/fetch/fetch.h"

#include "platform/fetch/curl.h"

namespace earshot::fetch {
namespace {

/// What libcurl fills while the answer comes in.
struct Incoming {
  std::size_t size_limit;
  bool too_large = false;
  Reply reply = {};
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* to) {
  auto& incoming = *static_cast<Incoming*>(to);
  incoming.too_large = incoming.reply.body.size() + count > incoming.size_limit;
  if (incoming.too_large) return 0;
  incoming.reply.body.append(bytes, count);
  return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* to) {
  auto& headers = static_cast<Incoming*>(to)->reply.headers;
  std::string_view line(bytes, count);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  // A status line begins the next answer: "100 Continue" may stand before the one that counts.
  if (line.starts_with("HTTP/")) headers = {};
  auto const colon = line.find(':');
  if (colon != std::string_view::npos)
    headers.add(http::trimmed(line.substr(0, colon)), http::trimmed(line.substr(colon + 1)));
  return count;
}

Failure::Kind kind_of(CURLcode code) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::Kind::too_slow;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return Failure::Kind::not_trusted;
    default:
      return Failure::Kind::unreachable;
  }
}

/// Nothing that was not ours may end up as a header of its own.
bool fits_in_a_line(std::string_view text) { return text.find_first_of(std::string_view("\r\n\0", 3)) == text.npos; }

}  // namespace

tl::expected<Reply, Failure> ask(Call const& call) {
  auto const refused = [](char const* why) { return tl::make_unexpected(Failure{Failure::Kind::refused, why}); };
  auto const to = whereto(call.url);
  if (to.host.empty()) return refused("the address cannot be read");
  if (to.scheme != "https" && !(to.scheme == "http" && to.is_this_machine()))
    return refused("the address does not begin with https://");

  auto const handle = new_handle();
  auto* const curl = handle.get();
  Lines headers;
  // Without this, libcurl waits a second for "100 Continue" before a longer body.
  headers.add("Expect:");
  for (auto const& [name, value] : call.headers) {
    if (!fits_in_a_line(name) || !fits_in_a_line(value)) return refused("a header has a line break in it");
    headers.add(name + ": " + value);
  }
  Incoming incoming{.size_limit = call.size_limit};
  curl_easy_setopt(curl, CURLOPT_URL, call.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(call.time_limit.count()));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Earshot");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &incoming);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &incoming);
  if (to.is_this_machine()) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  if (!call.trusted.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, call.trusted.c_str());
  if (call.method == http::Method::head) curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  if (call.method == http::Method::post) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
  }

  auto const code = curl_easy_perform(curl);
  if (incoming.too_large) return tl::make_unexpected(Failure{Failure::Kind::too_large, "the answer is too large"});
  if (code != CURLE_OK) return tl::make_unexpected(Failure{kind_of(code), curl_easy_strerror(code)});
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  incoming.reply.status = static_cast<int>(status);
  return std::move(incoming.reply);
}

std::string encoded(std::string_view value) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kAsItIs = "-._~";
  std::string text;
  for (auto const character : value) {
    auto const byte = static_cast<unsigned char>(character);
    auto const plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       kAsItIs.find(character) != std::string_view::npos;
    if (plain)
      text += character;
    else
      (text += '%') += {kHex[byte >> 4U], kHex[byte & 15U]};
  }
  return text;
}

}  // namespace earshot::fetch
