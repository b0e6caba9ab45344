// Reading what a mail server sends back when an e-mail could not be delivered after all (RFC 3464).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace earshot::mail {

/// An e-mail of ours that did not arrive.
struct Bounce {
  std::string key;     ///< Outgoing::key of what was sent, from its Message-ID.
  std::string status;  ///< "5.1.1", or empty when the server gives none. It names nobody.
};

/// What a report says; nothing when `message` is another one, tells of a delay or of an arrival, or does not hold the
/// Message-ID of what was sent. Anybody can send such a message: that the key is ours is for who asks to find out.
std::optional<Bounce> read_bounce(std::string_view message);

}  // namespace earshot::mail
