// Which passwords are taken. By length and by what others would try first, never by the kinds of characters in them
// (NIST SP 800-63B, section 3.1.1.2).
#pragma once

#include <string_view>

#include "platform/base/result.h"

namespace earshot::people {

/// What others know of the person who chooses a password.
struct KnownOf {
  std::string_view email;
  std::string_view name;
  std::string_view place;  ///< Whose platform it is, as the pages say it.
};

/// Refused on `field` when the password is too short, too long, one that many people use, or made of what others know.
Result<void> check_new_password(std::string_view password, KnownOf const& known, std::string_view field = "password");

/// Whether it is among the commonest passwords, or only a run of the keyboard, a repetition or a day. What differs by
/// capital letters, by digits at its ends or by digits in place of letters (p4ssw0rd) counts as the same.
bool is_common_password(std::string_view password);

/// Whether little of it is left once names, parts of the e-mail address and of the place are taken out.
bool is_made_of_what_is_known(std::string_view password, KnownOf const& known);

}  // namespace earshot::people
