#include <fstream>

#include "platform/mail/mail.h"
#include "platform/mail/notify.h"
#include "platform/mail/smtp.h"

namespace earshot::mail {
namespace {

/// Sends nothing: the messages stay where they are, to be read in the browser.
class Outbox : public Sender {
 public:
  Outcome send(Outgoing const&) override { return {.kind = Outcome::Kind::delivered}; }
  std::optional<Outcome> find(Outgoing const&) override { return std::nullopt; }
};

/// E-mail by one, what that cannot send by the other.
class Split : public Sender {
 public:
  Split(std::unique_ptr<Sender> email, std::unique_ptr<Sender> rest)
      : m_email(std::move(email)), m_rest(std::move(rest)) {}
  Outcome send(Outgoing const& message) override { return which(message).send(message); }
  std::optional<Outcome> find(Outgoing const& message) override { return which(message).find(message); }

 private:
  Sender& which(Outgoing const& message) { return message.channel == Channel::email ? *m_email : *m_rest; }

  std::unique_ptr<Sender> m_email;
  std::unique_ptr<Sender> m_rest;
};

std::string smtp_password(config::Config const& config) {
  if (config.smtp_password_file.empty()) return config.smtp_password;
  std::ifstream file(config.smtp_password_file);
  std::string line;
  if (!std::getline(file, line))
    throw config::Error("smtp_password_file: " + config.smtp_password_file + " cannot be read");
  return line;
}

std::unique_ptr<Sender> smtp(config::Config const& config) {
  return std::make_unique<Smtp>(SmtpOptions{.address = config.smtp_address,
                                            .user = config.smtp_user,
                                            .password = smtp_password(config),
                                            .authority = config.smtp_ca,
                                            .from = read_from(config.mail_from)});
}

std::unique_ptr<Sender> notify(config::Config const& config, Clock clock) {
  return std::make_unique<Notify>(NotifyOptions{.address = config.notify_address,
                                                .key = config.notify_api_key,
                                                .email_template = config.notify_email_template,
                                                .text_template = config.notify_text_template,
                                                .letter_template = config.notify_letter_template},
                                  std::move(clock));
}

}  // namespace

std::unique_ptr<Sender> sender(config::Config const& config, Clock clock) {
  if (config.mail == "outbox") return std::make_unique<Outbox>();
  if (config.mail == "notify") return notify(config, std::move(clock));
  if (config.notify_api_key.empty()) return smtp(config);
  return std::make_unique<Split>(smtp(config), notify(config, std::move(clock)));
}

std::vector<std::string> faults(config::Config const& config) {
  std::vector<std::string> result;
  auto const needs = [&](std::string const& value, char const* name) {
    if (value.empty()) result.push_back("mail = \"" + config.mail + "\" needs " + name + ".");
  };
  if (config.mail == "smtp") {
    needs(config.smtp_address, "smtp_address");
    needs(config.mail_from, "mail_from");
  }
  if (config.mail == "notify") needs(config.notify_api_key, "notify_api_key");
  auto const by_notify = config.mail == "notify" || (config.mail == "smtp" && !config.notify_api_key.empty());
  if (config.mail == "notify") needs(config.notify_email_template, "notify_email_template, or no e-mail is sent");
  if (by_notify) {
    needs(config.notify_text_template, "notify_text_template, or no text message is sent");
    needs(config.notify_letter_template, "notify_letter_template, or no letter is sent");
  } else if (config.mail == "smtp") {
    result.emplace_back("Text messages and letters are not sent: they need GOV.UK Notify (notify_api_key).");
  }
  if (config.mail != "outbox") needs(config.public_address, "public_address, for the links in messages");
  return result;
}

}  // namespace earshot::mail
