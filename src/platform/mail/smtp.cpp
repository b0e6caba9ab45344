#include "platform/mail/smtp.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace earshot::mail {
namespace {

using Kind = Outcome::Kind;

struct Upload {
  std::string_view rest;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
  auto& upload = *static_cast<Upload*>(from);
  auto const bytes = std::min(size * count, upload.rest.size());
  std::memcpy(to, upload.rest.data(), bytes);
  upload.rest.remove_prefix(bytes);
  return bytes;
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) { return size * count; }

/// Codes by which a server says that signing in or TLS is not in order: an operator mends that, and then it works.
bool is_about_us(long code) { return code == 530 || code == 534 || code == 535 || code == 538 || code == 454; }

/// How far it had come tells whom a refusal is about: before the message there is its person (or its sender), and
/// before those only the server itself.
enum class Stage { greeting, person, message };

Outcome outcome_of(CURLcode result, long code, Stage stage) {
  if (result == CURLE_OK) return {.kind = Kind::delivered};
  if (result == CURLE_LOGIN_DENIED || is_about_us(code))
    return {.kind = Kind::failed_now, .why = fmt::format("The mail server did not let us in ({}).", code)};
  if (code >= 500 && stage != Stage::greeting)
    return {.kind = Kind::failed_for_good, .why = fmt::format("The mail server refused it ({}).", code)};
  if (code >= 400)
    return {.kind = Kind::failed_now, .why = fmt::format("The mail server put it off for now ({}).", code)};
  return {.kind = Kind::failed_now,
          .why = fmt::format("The mail server could not be used: {}.", curl_easy_strerror(result))};
}

}  // namespace

Smtp::Smtp(SmtpOptions options) : m_options(std::move(options)), m_handle(fetch::new_handle()) {}

std::optional<Outcome> Smtp::find(Outgoing const&) { return std::nullopt; }

Outcome Smtp::send(Outgoing const& message) {
  if (message.channel != Channel::email)
    return {.kind = Kind::failed_for_good, .why = "Only e-mail can be sent as it is set up."};
  if (!is_address(message.to)) return {.kind = Kind::failed_for_good, .why = "This is no address that mail goes to."};
  if (!is_address(m_options.from.address))
    return {.kind = Kind::failed_now, .why = "mail_from is not set, so e-mail has no sender."};
  constexpr std::string_view kPlain = "plain://";
  auto const plain = m_options.address.starts_with(kPlain);
  auto const url = plain ? "smtp://" + m_options.address.substr(kPlain.size()) : m_options.address;
  auto const text = mime(m_options.from, message);
  Upload upload{text};
  auto const sender = "<" + m_options.from.address + ">";
  fetch::Lines to;
  to.add("<" + message.to + ">");

  auto* const curl = m_handle.get();
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (!m_options.authority.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, m_options.authority.c_str());
  if (!m_options.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, m_options.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, m_options.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(m_options.time_limit.count()));
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   std::max<long>(1, std::chrono::duration_cast<std::chrono::seconds>(m_options.time_limit).count()));
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, drop);

  auto const result = curl_easy_perform(curl);
  long code = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
  // libcurl has a code of its own for a sender or a person that is refused.
  auto const before = result == CURLE_SEND_ERROR ? Stage::person : Stage::greeting;
  return outcome_of(result, code, upload.rest.size() < text.size() ? Stage::message : before);
}

}  // namespace earshot::mail
