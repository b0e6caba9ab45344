// Passwords: Argon2id with 19 MiB and two passes, as OWASP's Password Storage Cheat Sheet asks. A small machine would
// be brought down by many at once, so only a few are hashed at a time and the others wait.
#pragma once

#include <string>
#include <string_view>

namespace earshot::crypto {

/// How many passwords may be hashed at once in this process; 2 until it is set, at least 1.
void set_passwords_at_once(int number);

/// What is stored of a password ("$argon2id$v=19$m=19456,t=2,p=1$…"). Takes tens of milliseconds.
std::string hash_password(std::string_view password);

/// Whether `password` is the one that `stored` was made from. With an empty `stored` (nobody has that e-mail address)
/// it takes as long and is false, so that the time tells nothing about who has an account.
bool verify_password(std::string_view stored, std::string_view password);

/// Whether `stored` was made with other costs than are used now, and is to be made again at the next sign-in.
bool needs_rehash(std::string_view stored);

}  // namespace earshot::crypto
