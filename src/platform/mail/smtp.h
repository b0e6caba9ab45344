// E-mail by SMTP, through libcurl. Texts and letters it cannot send.
#pragma once

#include <string>

#include "platform/fetch/curl.h"
#include "platform/mail/mail.h"
#include "platform/mail/mime.h"

namespace earshot::mail {

struct SmtpOptions {
  std::string address;  ///< smtp://HOST:PORT (STARTTLS, always), smtps://HOST:PORT, or plain://127.0.0.1:PORT.
  std::string user = {};
  std::string password = {};
  std::string authority = {};  ///< A PEM file to trust instead of the system's certificates.
  From from;
  Milliseconds time_limit{60'000};  ///< For one message, from the name to the server's last word.
};

class Smtp : public Sender {
 public:
  explicit Smtp(SmtpOptions options);

  /// What a server takes counts as delivered: nobody tells us more, unless it comes back.
  Outcome send(Outgoing const& message) override;

  /// A mail server cannot be asked. A second try has the same Message-ID, by which mailboxes know it again.
  std::optional<Outcome> find(Outgoing const& message) override;

 private:
  SmtpOptions m_options;
  fetch::Handle m_handle;  // keeps its connection from one message to the next
};

}  // namespace earshot::mail
