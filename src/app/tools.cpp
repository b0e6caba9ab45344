// The commands that do one thing and end.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/core.h>

#include "app/commands.h"
#include "app/features.h"
#include "app/house.h"
#include "app/open.h"
#include "app/progress.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/db/backup.h"
#include "platform/db/move.h"
#include "platform/jobs/jobs.h"
#include "platform/record/seal.h"

namespace earshot::app {
namespace {

/// Says in English why something was refused, for the person at the terminal.
ExitCode refused(Refusal const& refusal) {
  i18n::Translator const english(i18n::language("en"));
  for (auto const& problem : refusal.problems) fmt::print(stderr, "{}\n", english(problem.message));
  return kRefused;
}

std::string password_from_input() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

std::string read_whole(std::string const& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) throw config::Error("The file " + path + " cannot be read.");
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Done>
ExitCode report(Result<people::PersonId> const& result, Done const& done) {
  if (!result) return refused(result.error());
  done();
  return kDone;
}

std::optional<record::Head> read_head(std::string const& text) {
  auto const colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  try {
    return record::Head{.sequence = std::stoll(text.substr(0, colon)), .hash = text.substr(colon + 1)};
  } catch (std::exception const&) {
    return std::nullopt;
  }
}

}  // namespace

ExitCode migrate(config::Config const& config) {
  auto const database = open(config, Open::unmigrated);
  auto const due = db::pending(*database, migrations());
  db::migrate(*database, migrations());
  for (auto const& step : due) fmt::print("{} {:04} {}\n", step.feature, step.number, step.name);
  fmt::print("{} taken\n", due.size());
  return kDone;
}

ExitCode back_up(config::Config const& config, std::string const& path) {
  db::back_up(config.database, path);
  fmt::print("Everything is in {}, and was checked.\n", path);
  return kDone;
}

ExitCode restore(config::Config const& config, std::string const& path) {
  db::restore(path, config.database);
  db::migrate(*open(config, Open::unmigrated), migrations());
  return record_verify(config, std::nullopt);
}

ExitCode move(config::Config const& config, std::string const& to) {
  // Opened for what it checks: that it is there, and of this version.
  open(config, Open::existing);
  auto target = config;
  target.database = to;
  auto const database = open(target, Open::or_make);
  auto const is_empty = database->read([](db::Transaction& tx) {
    return agencies::agencies(tx).empty() && agencies::all_services(tx).empty() && people::list(tx).empty();
  });
  if (!is_empty) {
    fmt::print(stderr, "There are agencies, services or accounts there already. Move to an empty database.\n");
    return kRefused;
  }
  Progress progress;
  auto const rows = db::move(config.database, to, [&](std::int64_t done, std::int64_t total) {
    progress.show("Moving", static_cast<std::size_t>(done), static_cast<std::size_t>(total));
  });
  progress.end();
  fmt::print("Moved {} rows. Serve from there with --database.\n", rows);
  return kDone;
}

ExitCode user_add(config::Config const& config, NewUser const& user) {
  auto const database = open(config, Open::existing);
  people::NewPerson person{
      .email = user.email, .name = user.name, .password = password_from_input(), .role = {user.role}};
  person.place = config.place;
  for (auto const& slug : user.services) {
    auto const service = database->read([&](db::Transaction& tx) { return agencies::find_service(tx, slug); });
    if (!service) {
      fmt::print(stderr, "There is no service “{}”.\n", slug);
      return kRefused;
    }
    person.services.push_back(service->id);
  }
  for (auto const& slug : user.agencies) {
    auto const agency = database->read([&](db::Transaction& tx) { return agencies::find_agency(tx, slug); });
    if (!agency) {
      fmt::print(stderr, "There is no agency “{}”.\n", slug);
      return kRefused;
    }
    person.agencies.push_back(agency->id);
  }
  return report(people::add(*database, person, system_now()), [&] { fmt::print("Added {}\n", user.email); });
}

ExitCode user_password(config::Config const& config, std::string const& email) {
  auto const database = open(config, Open::existing);
  return report(people::set_password(*database, email, password_from_input(), system_now(), config.place),
                [&] { fmt::print("{} has a new password\n", email); });
}

ExitCode user_active(config::Config const& config, std::string const& email, bool active) {
  auto const database = open(config, Open::existing);
  return report(people::set_active(*database, email, active, system_now()),
                [&] { fmt::print("{} is {}\n", email, active ? "open" : "closed"); });
}

ExitCode user_list(config::Config const& config) {
  auto const database = open(config, Open::existing);
  for (auto const& person : database->read([](db::Transaction& tx) { return people::list(tx); }))
    fmt::print("{}\t{}\t{}\n", person.email, person.name, person.active ? "open" : "closed");
  return kDone;
}

ExitCode import_file(config::Config const& config, std::string const& kind, std::string const& path) {
  auto const text = read_whole(path);
  auto const database = open(config, Open::existing);
  database->add_hooks(hooks());
  for (auto const& feature : features()) {
    for (auto const& import : feature.imports) {
      if (import.name != kind) continue;
      Progress progress;
      auto const result = import.run(*database, text, system_now(),
                                     [&](auto done, auto total) { progress.show("Importing", done, total); });
      progress.end();
      if (!result) {
        auto const code = refused(result.error());
        fmt::print(stderr, "Nothing was stored.\n");
        return code;
      }
      for (auto const& remark : result->remarks) fmt::print("{}\n", remark);
      fmt::print("{} new, {} already here, 0 refused\n", result->stored, result->already_here);
      return kDone;
    }
  }
  throw config::Error("There is no import “" + kind + "”.");
}

ExitCode record_verify(config::Config const& config, std::optional<std::string> const& head) {
  std::optional<record::Head> known;
  if (head && !(known = read_head(*head)))
    throw config::Error("A head is written SEQUENCE:HASH, as this command prints it.");
  auto const database = open(config, Open::existing);
  // First as it is: sealing would build on what was tampered with.
  auto found = record::verify(*database, known);
  if (!found.fault && found.unsealed > 0) {
    while (database->write([](db::Transaction& tx) { return record::seal(tx); }) > 0) {
    }
    found = record::verify(*database, known);
  }
  if (found.fault) {
    fmt::print(stderr, "The record is not whole: entry {} is {}.\n", found.fault->sequence, to_word(found.fault->kind));
    return kRefused;
  }
  fmt::print("The record is whole: {} entries, head {}:{}\n", found.sealed, found.head.sequence, found.head.hash);
  return kDone;
}

ExitCode check(config::Config const& config) {
  fmt::print("{}", config::describe(config));
  auto const database = open(config, Open::existing);
  auto const jobs = database->read([](db::Transaction& tx) { return jobs::counts(tx); });
  fmt::print("\nThe database answers and is up to date.\n");
  fmt::print("Jobs: {} waiting, {} running, {} given up.\n", jobs.waiting, jobs.running, jobs.dead);
  auto const mail = database->read([](db::Transaction& tx) { return messages::counts(tx); });
  fmt::print("Messages: {} waiting, {} with a provider, {} delivered, {} failed.\n", mail.waiting, mail.sent,
             mail.delivered, mail.failed);
  for (auto const& remark : messages::remarks(config)) fmt::print("{}\n", remark);
  return kDone;
}

}  // namespace earshot::app
