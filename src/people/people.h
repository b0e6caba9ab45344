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

/// What a role is called on the screen, marked for translation.
char const* label(std::string_view role);

/// Everybody who has an account for work, whatever their role: who may see /account.
inline constexpr web::Permission kHaveAccount{"have an account"};

struct NewPerson {
  std::string email;
  std::string name;
  std::string password;
  web::Role role;
  std::vector<agencies::ServiceId> services = {};  ///< That a service lead answers for.
  std::vector<agencies::AgencyId> agencies = {};   ///< That an agency lead answers for.
  std::string place = {};                          ///< Whose platform it is: no password is made of its name.
};

/// What a person may do, and for whom.
struct Standing {
  std::string name;
  std::vector<web::Role> roles;
  std::vector<agencies::ServiceId> services = {};  ///< That a service lead answers for.
  std::vector<agencies::AgencyId> agencies = {};   ///< That an agency lead answers for.
};

/// Somebody who is invited, and in which language.
struct Invitation {
  std::string email;
  Standing standing;
  std::string language = "en";
};

/// An account for work, as administrators see it.
struct Account {
  PersonId id;
  std::string email;
  std::string name;
  bool active = true;
  bool has_password = false;  ///< False while an invitation has not been taken up.
  bool has_second_factor = false;
  std::optional<Time> signed_in_at;
  std::vector<std::string> roles;
  std::vector<agencies::ServiceId> services;  ///< Their own; those of their agencies are not repeated.
  std::vector<agencies::AgencyId> agencies;
};

struct PersonListed {
  PersonId id;
  std::string email;
  std::string name;
  bool active = true;
  std::string language = "en";  ///< Of letters to them.
};

/// Adds an account. Refused when the e-mail address is taken or cannot be one, the password is too short, or the role
/// does not exist. Hashes the password first (tens of milliseconds), so it takes the database, not a transaction.
Result<PersonId> add(db::Database& db, NewPerson const& person, Time now);

/// Gives an account a new password and signs it out everywhere. Refused when there is no such account or the password
/// is not one to be taken (passwords.h). `place` as in NewPerson.
Result<PersonId> set_password(db::Database& db, std::string_view email, std::string_view password, Time now,
                              std::string_view place = {});

/// Opens or closes an account. Who is signed in with a closed account is out at once.
Result<PersonId> set_active(db::Database& db, std::string_view email, bool active, Time now);

/// Invites somebody: makes an account without a password and sends them a link to choose one, valid for 7 days. A
/// family's account with this address becomes one for work. Refused on "email", "name", "roles", "services" or
/// "agencies".
Result<PersonId> invite(db::Transaction& tx, Invitation const& invitation, web::Viewer const& by, Time now);

/// Sends the invitation once more. Refused when it has been taken up, or was sent three times within the hour.
Result<void> invite_again(db::Transaction& tx, PersonId id, web::Viewer const& by, Time now);

/// Gives an account another name, other roles and another scope, from the next page on. Refused as invite() does, and
/// when nobody would be left to administer.
Result<void> change(db::Transaction& tx, PersonId id, Standing const& standing, web::Viewer const& by, Time now);

/// Opens or closes an account. Refused when nobody would be left to administer, and for one's own account.
Result<void> set_active(db::Transaction& tx, PersonId id, bool active, web::Viewer const& by, Time now);

/// Turns off the second step at sign-in for somebody who has lost their phone and their recovery codes. They are told.
Result<void> remove_second_factor(db::Transaction& tx, PersonId id, web::Viewer const& by, Time now);

/// All accounts for work, by name.
std::vector<Account> accounts(db::Transaction& tx);
std::optional<Account> find_account(db::Transaction& tx, PersonId id);

/// The account of a family with this e-mail address, made when there is none. A family has no password: who reads its
/// e-mail is in. Nothing when the address is that of an account for work.
std::optional<PersonId> keep_family(db::Transaction& tx, std::string_view email, Time now);

/// Sends a family a link to sign in, valid for 15 minutes. To an address of an account for work goes a letter that says
/// how they sign in. `email` as messages::read_address gives it.
void send_family_link(db::Transaction& tx, std::string_view email, std::string_view language, Time now);

/// Whether the link of this token can be used.
bool is_family_link(db::Transaction& tx, std::string_view token, Time now);

/// Uses the link of a family; gives its account, made when there is none. Nothing when the link is over.
std::optional<PersonId> enter_by_family_link(db::Transaction& tx, std::string_view token, std::string_view language,
                                             Time now);

/// The e-mail address of a family's account; nothing for any other.
std::optional<std::string> address_of_family(db::Transaction& tx, PersonId id);

/// Closes the account of a family, erases its address, and signs it out everywhere.
void close_family(db::Transaction& tx, PersonId id, Time now);

/// Somebody who gave the right password.
struct Admitted {
  PersonId person;
  bool has_second_factor = false;  ///< They are not in before they have given a code.
};

/// The person with this e-mail address and password. One and the same refusal, in the same time, whatever is wrong and
/// whether the address is known. After some wrong tries an address waits, known or not.
Result<Admitted> check_password(db::Database& db, std::string_view email, std::string_view password, Time now);

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
