// People who work with Earshot: their accounts, their roles, the services they answer for, and signing in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/database.h"
#include "platform/web/context.h"
#include "platform/web/feature.h"

namespace earshot::people {

using PersonId = Id<struct Person>;

/// Reads what came in and makes asks of it.
inline constexpr web::Role kWorker{"worker"};
/// Speaks for other families: reports what they say, and follows it (systems.md V2).
inline constexpr web::Role kRepresentative{"representative"};
/// Answers the asks of the services they lead.
inline constexpr web::Role kServiceLead{"service-lead"};
/// Answers for every service of the agencies they lead, and looks over answers before they are published.
inline constexpr web::Role kAgencyLead{"agency-lead"};
/// Leads on involvement for the whole county: sees every ask, hears of what is late, reports.
inline constexpr web::Role kCountyLead{"county-lead"};
/// The only role that sees what may be about harm (systems.md V5). Administrators do not.
inline constexpr web::Role kSafeguardingLead{"safeguarding-lead"};
/// Decides what of others' words and pictures is shown (systems.md U5).
inline constexpr web::Role kModerator{"moderator"};
/// Keeps the house: agencies, services, people, rules. May do all of the work, for every service, but safeguarding.
inline constexpr web::Role kAdministrator{"administrator"};

/// Somebody of a family, who signs in by a link in an e-mail and sees what is theirs.
inline constexpr web::Role kFamily{"family"};

/// Every role that an account for work can have.
std::vector<web::Role> const& roles();

/// The shortest password that is taken (NIST SP 800-63B asks for 8; 15 is what we advise).
inline constexpr std::size_t kShortestPassword = 8;
/// A longer one is refused rather than cut.
inline constexpr std::size_t kLongestPassword = 200;

struct NewPerson {
  std::string email;
  std::string name;
  std::string password;
  web::Role role;
  std::vector<agencies::ServiceId> services = {};  ///< That a service lead answers for.
  std::vector<agencies::AgencyId> agencies = {};   ///< That an agency lead answers for.
};

struct PersonListed {
  PersonId id;
  std::string email;
  std::string name;
  bool active = true;
};

/// Adds an account. Refused when the e-mail address is taken or cannot be one, the password is too short, or the role
/// does not exist. Hashes the password first (tens of milliseconds), so it takes the database, not a transaction.
Result<PersonId> add(db::Database& db, NewPerson const& person, Time now);

/// Gives an account a new password and signs it out everywhere. Refused when there is no such account or the password
/// is too short.
Result<PersonId> set_password(db::Database& db, std::string_view email, std::string_view password, Time now);

/// Opens or closes an account. Who is signed in with a closed account is out at once.
Result<PersonId> set_active(db::Database& db, std::string_view email, bool active, Time now);

/// The account of a family with this e-mail address, made when there is none. A family has no password: who reads its
/// e-mail is in. Nothing when the address is that of an account for work.
std::optional<PersonId> keep_family(db::Transaction& tx, std::string_view email, Time now);

/// The person with this e-mail address and password. One and the same refusal, in the same time, whatever is wrong.
Result<PersonId> check_password(db::Database& db, std::string_view email, std::string_view password);

/// All accounts for work, by e-mail address.
std::vector<PersonListed> list(db::Transaction& tx);

/// The people with this role whose accounts are open, by e-mail address.
std::vector<PersonListed> holding(db::Transaction& tx, web::Role role);

/// The viewer that a request of this person has; nothing when the account is closed.
std::optional<web::Viewer> find_viewer(db::Transaction& tx, std::int64_t person);

/// The page that asks a person to sign in before going on to `path`, with what they had typed there.
http::Response sign_in_page(web::Context& context, std::string const& path, http::Fields const& kept);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::people
