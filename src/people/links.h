// Links that are sent by e-mail: random, kept as hashes, used once, over after a while. Opening one changes nothing,
// because scanners of mail open links too; the form behind it does.
#pragma once

#include "people/people.h"

namespace earshot::people {

enum class LinkKind { invitation, reset, family };

}  // namespace earshot::people

namespace earshot {
template <>
inline constexpr auto kWords<people::LinkKind> = words<people::LinkKind>({{people::LinkKind::invitation, "invitation"},
                                                                          {people::LinkKind::reset, "reset"},
                                                                          {people::LinkKind::family, "family"}});
}  // namespace earshot

namespace earshot::people {

/// How long a link can be used.
Milliseconds lasts(LinkKind kind);

struct Link {
  LinkKind kind = LinkKind::reset;
  std::optional<PersonId> person;  ///< None for an address without an account, and for a family.
  std::string email;
};

/// Makes a link; gives its token, or nothing when three of its kind were made for this address within the hour.
std::optional<std::string> make_link(db::Transaction& tx, Link const& link, Time now);

/// The link of this token, while it can be used.
std::optional<Link> find_link(db::Transaction& tx, std::string_view token, LinkKind kind, Time now);

/// Uses the link: it and all others of its kind for this address are over. Nothing when it cannot be used any more.
std::optional<Link> use_link(db::Transaction& tx, std::string_view token, LinkKind kind, Time now);

}  // namespace earshot::people
