// What several pages of accounts share.
#pragma once

#include <string>
#include <vector>

#include "people/people.h"
#include "platform/web/route.h"
#include "ui/html/html.h"

namespace earshot::people {

/// Where a person goes once they are in, when they asked for no page in particular.
inline constexpr std::string_view kFirstPage = "/work";

/// What signing in carries through: where to go, and what had been typed there.
struct Onward {
  std::string path;
  std::string kept;
};

/// A path of this site, so that a link to sign in cannot send anybody elsewhere.
std::string own_path(std::string_view path);

/// Signs a person in who has shown who they are, by `way`, and says where they go.
std::string go_in(web::Context& context, PersonId person, Onward const& onward, std::string_view way);

/// Asks a person who gave the right password for the rest, and says where they go.
std::string go_half_in(web::Context& context, PersonId person, Onward const& onward, bool has_second_factor);

/// Whether the operator asks everybody for a second step at sign-in.
bool code_required(web::Context const& context);

/// Whether a person's work asks for a second step at sign-in.
bool should_have_second_factor(std::vector<std::string> const& roles);

/// The field for a new password, with what is asked of it in plain words.
Html new_password_field(web::Context& context, web::FormState const& state);

/// How to set up an app: the picture to scan, the secret to type, and the form for its first code; with the password
/// once more of who is signed in already.
Html enrolment(web::Context& context, web::FormState const& state, PersonId person, Url const& action,
               bool ask_password);

/// The recovery codes, shown this once, with the way on.
http::Response recovery_codes_page(web::Context& context, std::vector<std::string> const& codes,
                                   std::string const& onward);

}  // namespace earshot::people
