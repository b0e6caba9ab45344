// GOV.UK Notify: e-mail, text messages and letters, through one template for each channel, whose personalisation is all
// that we have to say. Its interface is described at https://docs.notifications.service.gov.uk/rest-api.html.
#pragma once

#include <string>
#include <string_view>

#include "platform/mail/mail.h"

namespace earshot::mail {

struct NotifyOptions {
  std::string address;  ///< https://api.notifications.service.gov.uk, without a slash at the end.
  std::string key;      ///< "name-UUID of the service-UUID that is secret".
  std::string email_template = {};
  std::string text_template = {};
  std::string letter_template = {};
  Milliseconds time_limit{30'000};  ///< For each question.
};

class Notify : public Sender {
 public:
  Notify(NotifyOptions options, Clock clock);

  Outcome send(Outgoing const& message) override;

  /// Asks for messages with this reference; of several the last, which Notify lists first.
  std::optional<Outcome> find(Outgoing const& message) override;

 private:
  [[nodiscard]] std::string const& template_of(Channel channel) const;

  NotifyOptions m_options;
  Clock m_clock;
};

/// The token that proves that we hold the key: a JSON Web Token (HS256) that Notify takes for 30 seconds.
std::string notify_token(std::string_view key, Time now);

}  // namespace earshot::mail
