// An e-mail as it stands on the wire (RFC 5322, MIME): text and HTML of the same, in any script, in lines that every
// server takes. Whatever a value holds, it cannot become a header of its own.
#pragma once

#include <string>
#include <string_view>

#include "platform/mail/mail.h"

namespace earshot::mail {

/// Who it is from: the address, and the name that may stand before it.
struct From {
  std::string name;
  std::string address;
};

/// Takes "Fenshire families <families@fenshire.example>" or a bare address apart.
From read_from(std::string_view text);

/// Whether this can stand in an envelope and a header as it is: one address of plain ASCII, nothing that ends a line.
bool is_address(std::string_view text);

/// The text of a header: as it is when it is short and plain, otherwise in encoded words (RFC 2047) of at most 75
/// characters, each on a line of its own. Line ends and other control characters become spaces.
std::string header_text(std::string_view text);

/// `text` in quoted-printable (RFC 2045, section 6.7): lines of at most 76 characters, with CRLF.
std::string quoted_printable(std::string_view text);

/// The whole message with its headers.
std::string mime(From const& from, Outgoing const& message);

}  // namespace earshot::mail
