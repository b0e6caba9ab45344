// What a handler is given: the request, the database, the time, the translator, and who is looking. Nothing ambient.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/config/config.h"
#include "platform/http/message.h"
#include "platform/i18n/translator.h"
#include "platform/web/viewer.h"

namespace earshot::db {
class Database;
}

namespace earshot::web {

/// A line of the navigation. `label` is marked for translation with i18n::mark.
struct NavigationEntry {
  char const* label;
  std::string_view path;
  Permission permission = kEveryone;
  int order = 0;  ///< Smaller comes first.
};

/// What is the same for every request of this installation.
struct Site {
  std::string place;  ///< Whose platform it is: "Fenshire families".
  std::string
      public_address;  ///< "https://families.example" without a slash at the end; empty to use the request's Host.
  std::string source_address;     ///< Where the source of this copy can be had; empty when nobody has said so.
  std::string emergency_line;     ///< Whom to call when somebody is in danger, as shown: "999".
  std::string child_line = {};    ///< Whom a child can call to talk to somebody: "Childline, 0800 1111".
  std::string exit_address = {};  ///< Where "Exit this page" leads.
  std::vector<NavigationEntry> navigation;  ///< In order.
  std::vector<Grant> grants;                ///< Which role has which permission.
  config::Config config = {};               ///< All that the operator has set.
};

/// The visit that a request belongs to, when it has one.
struct Session {
  std::int64_t id = 0;
  std::string csrf_secret;
  std::string kept_path = {};  ///< Of a form that was kept while its person was signed out; empty when there is none.
};

struct Context {
  http::Request const& request;
  db::Database& db;
  Site const& site;
  Time now;
  i18n::Translator t;
  bool large_text = false;
  std::optional<Viewer> viewer = {};
  std::optional<Session> session = {};
  std::vector<std::string> cookies = {};  ///< Set-Cookie lines to be sent with whatever the handler answers.

  /// Whether the viewer has this permission.
  [[nodiscard]] bool may(Permission permission) const;
  /// The value of the hidden csrf field of this visit's forms: masked anew each time, so that compression tells nothing
  /// about it. Empty without a session.
  [[nodiscard]] std::string csrf_token() const;
  /// "https://families.example/follow/…": `path` with this site's address before it, for links that leave the site.
  [[nodiscard]] std::string absolute(std::string_view path) const;
  /// Today where the county is.
  [[nodiscard]] Date today() const { return t.day(now); }
};

/// What a form shows: what was typed (empty on a first visit) and what is to be put right.
struct FormState {
  http::Fields values = {};
  std::vector<Problem> problems = {};
  bool sent = false;  ///< Whether somebody has sent it already, so that `values` count and stored ones do not.

  /// What was typed into `name`, or `otherwise` when the form has not been sent.
  [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise = {}) const {
    return std::string(sent ? values.get(name) : otherwise);
  }
  /// What is wrong with `name`.
  [[nodiscard]] std::optional<Message> error(std::string_view name) const {
    for (auto const& problem : problems)
      if (problem.field == name) return problem.message;
    return std::nullopt;
  }
};

}  // namespace earshot::web
