#include "platform/mail/notify.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "platform/crypto/sign.h"
#include "platform/crypto/token.h"
#include "platform/fetch/fetch.h"

namespace earshot::mail {
namespace {

namespace json = boost::json;
using Kind = Outcome::Kind;

constexpr std::size_t kUuid = 36;
constexpr std::size_t kMostLines = 7;
constexpr std::size_t kLongestWhy = 300;

/// The text of `name` in an object; empty when there is none.
std::string text_of(json::value const& value, std::string_view name) {
  auto const* object = value.if_object();
  auto const* found = object ? object->if_contains(name) : nullptr;
  return found && found->is_string() ? std::string(found->as_string()) : std::string();
}

json::value parsed(std::string const& body) {
  boost::system::error_code error;
  auto value = json::parse(body, error);
  return error ? json::value() : value;
}

/// What Notify says is wrong, "ValidationError: email_address Not a valid email address".
struct Complaint {
  std::string kind;
  std::string text;
};

Complaint complaint_of(std::string const& body) {
  auto const value = parsed(body);
  auto const* object = value.if_object();
  auto const* errors = object ? object->if_contains("errors") : nullptr;
  if (!errors || !errors->is_array() || errors->as_array().empty()) return {};
  auto const& first = errors->as_array().front();
  auto text = text_of(first, "message").substr(0, kLongestWhy);
  return {.kind = text_of(first, "error"), .text = std::move(text)};
}

Outcome outcome_of(fetch::Reply const& reply) {
  if (reply.status == 201) return {.kind = Kind::sent, .id = text_of(parsed(reply.body), "id")};
  auto const complaint = complaint_of(reply.body);
  auto const why = fmt::format("GOV.UK Notify answered {}: {}", reply.status, complaint.text);
  if (reply.status == 400) return {.kind = Kind::failed_for_good, .why = why};
  if (reply.status == 429) return {.kind = Kind::limited, .why = why};
  // 403: a key that an operator mends; 500 and what stands before Notify: it will pass.
  return {.kind = Kind::failed_now, .why = why};
}

/// Notify wants each line of the address under a name of its own, and the postcode last.
void add_address(json::object& personalisation, std::string_view address) {
  std::vector<std::string> lines;
  while (!address.empty()) {
    auto const line = address.substr(0, address.find('\n'));
    address.remove_prefix(std::min(line.size() + 1, address.size()));
    if (!line.empty()) lines.emplace_back(line);
  }
  // Too many lines: those before the last share one.
  while (lines.size() > kMostLines) {
    auto const last = lines.size() - 1;
    lines[last - 2] += ", " + lines[last - 1];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(last) - 1);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) personalisation[fmt::format("address_line_{}", i + 1)] = lines[i];
}

std::string_view path_of(Channel channel) {
  switch (channel) {
    case Channel::email:
      return "email";
    case Channel::text:
      return "sms";
    case Channel::post:
      return "letter";
  }
  return {};
}

json::object question(Outgoing const& message, std::string const& its_template) {
  json::object personalisation{{"subject", message.subject},
                               {"body", message.channel == Channel::email ? message.markdown : message.text}};
  json::object body{{"template_id", its_template}, {"reference", message.key}};
  switch (message.channel) {
    case Channel::email:
      body["email_address"] = message.to;
      if (message.unsubscribe.starts_with("https://")) body["one_click_unsubscribe_url"] = message.unsubscribe;
      break;
    case Channel::text:
      body["phone_number"] = message.to;
      break;
    case Channel::post:
      add_address(personalisation, message.to);
      break;
  }
  body["personalisation"] = std::move(personalisation);
  return body;
}

}  // namespace

Notify::Notify(NotifyOptions options, Clock clock) : m_options(std::move(options)), m_clock(std::move(clock)) {}

Outcome Notify::send(Outgoing const& message) {
  auto const& its_template = template_of(message.channel);
  if (its_template.empty())
    return {.kind = Kind::failed_for_good,
            .why = fmt::format("No template of GOV.UK Notify is set for {}.", to_word(message.channel))};
  auto const reply =
      fetch::ask({.method = http::Method::post,
                  .url = fmt::format("{}/v2/notifications/{}", m_options.address, path_of(message.channel)),
                  .headers = {{"Authorization", "Bearer " + notify_token(m_options.key, m_clock())},
                              {"Content-Type", "application/json"}},
                  .body = json::serialize(question(message, its_template)),
                  .time_limit = m_options.time_limit});
  if (!reply)
    return {.kind = Kind::failed_now, .why = fmt::format("GOV.UK Notify could not be reached: {}.", reply.error().why)};
  return outcome_of(*reply);
}

std::optional<Outcome> Notify::find(Outgoing const& message) {
  auto const reply = fetch::ask(
      {.url = fmt::format("{}/v2/notifications?reference={}", m_options.address, fetch::encoded(message.key)),
       .headers = {{"Authorization", "Bearer " + notify_token(m_options.key, m_clock())}},
       .time_limit = m_options.time_limit});
  // Whoever cannot be asked cannot be given it again either, so as not to send it twice.
  if (!reply || reply->status != 200)
    return Outcome{.kind = Kind::failed_now, .why = "GOV.UK Notify could not be asked what became of it."};
  auto const answer = parsed(reply->body);
  auto const* object = answer.if_object();
  auto const* found = object ? object->if_contains("notifications") : nullptr;
  if (!found || !found->is_array() || found->as_array().empty()) return std::nullopt;
  auto const& last = found->as_array().front();
  auto outcome = mail::outcome_of(text_of(last, "status")).value_or(Outcome{.kind = Kind::sent});
  outcome.id = text_of(last, "id");
  return outcome;
}

std::string const& Notify::template_of(Channel channel) const {
  switch (channel) {
    case Channel::email:
      return m_options.email_template;
    case Channel::text:
      return m_options.text_template;
    case Channel::post:
      break;
  }
  return m_options.letter_template;
}

std::string notify_token(std::string_view key, Time now) {
  auto const secret = key.substr(key.size() - std::min(kUuid, key.size()));
  auto const rest = key.substr(0, key.size() - std::min(kUuid + 1, key.size()));
  auto const service = rest.substr(rest.size() - std::min(kUuid, rest.size()));
  auto const issued = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  auto const head = crypto::to_base64url(R"({"typ":"JWT","alg":"HS256"})");
  auto const claims = crypto::to_base64url(json::serialize(json::object{{"iss", service}, {"iat", issued}}));
  auto const text = head + "." + claims;
  return text + "." + crypto::to_base64url(crypto::hmac_sha256(secret, text));
}

std::optional<Outcome> outcome_of(std::string const& notify_status) {
  // "received" is a letter's word for printed and posted.
  if (notify_status == "delivered" || notify_status == "received") return Outcome{.kind = Kind::delivered};
  if (notify_status == "permanent-failure" || notify_status == "cancelled" || notify_status == "validation-failed" ||
      notify_status == "virus-scan-failed")
    return Outcome{.kind = Kind::failed_for_good, .why = "GOV.UK Notify says: " + notify_status + "."};
  if (notify_status == "temporary-failure" || notify_status == "technical-failure")
    return Outcome{.kind = Kind::failed_now, .why = "GOV.UK Notify says: " + notify_status + "."};
  return std::nullopt;
}

}  // namespace earshot::mail
