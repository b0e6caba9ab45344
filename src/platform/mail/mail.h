// Sending a message that is ready: by SMTP, by GOV.UK Notify, or not at all (the outbox of a demonstration). A sender
// tries once and says how it went; when to try again is for who asked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/time.h"
#include "platform/config/config.h"

namespace earshot::mail {

/// How a person is reached.
enum class Channel { email, text, post };

}  // namespace earshot::mail

namespace earshot {
template <>
inline constexpr auto kWords<mail::Channel> = words<mail::Channel>({{mail::Channel::email, "email"},
                                                                    {mail::Channel::text, "text"},
                                                                    {mail::Channel::post, "post"}});
}  // namespace earshot

namespace earshot::mail {

/// A message as it leaves. The forms of its body say the same; which one is used follows from how it goes.
struct Outgoing {
  Channel channel = Channel::email;
  std::string to;           ///< An address, a number as +447…, or the lines of a postal address.
  std::string subject;      ///< One line.
  std::string text;         ///< Plain text, lines as long as they happen to be.
  std::string html;         ///< A whole page; for e-mail by SMTP.
  std::string markdown;     ///< As GOV.UK Notify reads it; for e-mail by Notify.
  std::string language;     ///< "cy"
  std::string key;          ///< Ours, of letters, digits, - and _: the same when the same message is tried again.
  std::string unsubscribe;  ///< The https address of one-click unsubscribing (RFC 8058); empty when there is none.
  Time made_at;
};

/// How it went.
struct Outcome {
  enum class Kind {
    sent,             ///< Taken by the provider, who will say later whether it arrived.
    delivered,        ///< Arrived, as far as anybody will ever tell us.
    failed_now,       ///< Worth trying again.
    failed_for_good,  ///< Will not work however often it is tried.
    limited,          ///< We send too much; nothing is wrong with the message.
  };
  Kind kind = Kind::failed_now;
  std::string id = {};   ///< The provider's own, when it was taken.
  std::string why = {};  ///< For administrators, in English; no address and no words of the message.
};

class Sender {
 public:
  Sender() = default;
  virtual ~Sender() = default;
  Sender(Sender const&) = delete;
  Sender& operator=(Sender const&) = delete;

  /// Tries once; within a minute or so. For one thread at a time.
  virtual Outcome send(Outgoing const& message) = 0;

  /// What became of an earlier try with this key, when the provider can tell: asked before a second one, as the first
  /// may have been taken without our learning of it. Nothing when it cannot tell, or has never seen it.
  virtual std::optional<Outcome> find(Outgoing const& message) = 0;
};

/// The sender that the operator has chosen.
std::unique_ptr<Sender> sender(config::Config const& config, Clock clock);

/// What keeps the chosen sender from working, as a line for operators each; empty when nothing does.
std::vector<std::string> faults(config::Config const& config);

/// What a provider's word for the state of a message means ("permanent-failure"); nothing for a word that is not known
/// or says that it is still under way.
std::optional<Outcome> outcome_of(std::string const& notify_status);

}  // namespace earshot::mail
