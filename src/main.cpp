// Reads the command line, puts the settings together and runs one command.

#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/features.h"
#include "platform/i18n/translator.h"
#include "platform/log/log.h"

namespace {

using namespace earshot;

/// The flags that every command takes: one for each setting.
struct Flags {
  std::string file;
  std::map<std::string, std::string> values;
};

std::string flag_name(std::string_view setting) {
  std::string name = "--" + std::string(setting);
  std::replace(name.begin() + 2, name.end(), '_', '-');
  return name;
}

void add_flags(CLI::App& cli, Flags& flags) {
  cli.add_option("--config", flags.file, "A TOML file with settings");
  for (auto const& setting : config::settings())
    cli.add_option(flag_name(setting.name), flags.values[std::string(setting.name)], std::string(setting.about))
        ->group("Settings");
}

/// The names of the variables that are meant for this program.
std::vector<std::string> own_variables() {
  std::vector<std::string> names;
  for (auto** variable = environ; *variable != nullptr; ++variable) {
    std::string_view const text = *variable;
    if (text.starts_with("EARSHOT_")) names.emplace_back(text.substr(0, text.find('=')));
  }
  return names;
}

config::Config load(Flags const& flags) {
  config::Sources sources;
  if (!flags.file.empty()) sources.file = flags.file;
  sources.environment = [](std::string const& name) -> std::optional<std::string> {
    auto const* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  };
  sources.environment_names = own_variables();
  for (auto const& [name, value] : flags.values)
    if (!value.empty()) sources.flags.emplace_back(name, value);
  auto config = config::load(sources);
  try {
    i18n::Translator(i18n::language("en"), config.time_zone);
  } catch (std::invalid_argument const& error) {
    throw config::Error(std::string("time_zone: ") + error.what());
  }
  log::set_level(*from_word<log::Level>(config.log_level));
  return config;
}

int run(int argc, char** argv) {
  CLI::App cli{"Earshot: the families of a county are heard, and hear back."};
  cli.footer(
      "Exit codes: 0 done; 1 refused, nothing was changed; 2 the command line, a setting, the address or the database "
      "does not work.");
  cli.require_subcommand(1);
  cli.set_version_flag("--version", "earshot " EARSHOT_VERSION);
  cli.fallthrough();
  Flags flags;
  add_flags(cli, flags);
  std::function<app::ExitCode(config::Config const&)> command;
  auto const add = [&](CLI::App* to, std::string const& name, std::string const& about, auto action) {
    auto* sub = to->add_subcommand(name, about);
    sub->callback([&command, action] { command = action; });
    sub->fallthrough();
    return sub;
  };

  add(&cli, "serve", "Serve pages and run jobs", app::serve);
  add(&cli, "work", "Run jobs only", app::work);
  add(&cli, "migrate", "Bring the database up to this version", app::migrate);
  std::string to;
  add(&cli, "move", "Copy everything from an SQLite database to an empty PostgreSQL database",
      [&](config::Config const& config) { return app::move(config, to); })
      ->add_option("to", to, "The address to copy to: postgresql://…")
      ->required();
  int scale = 1;
  add(&cli, "demo", "Make a demonstration county in an empty database",
      [&](config::Config const& config) { return app::demo(config, scale); })
      ->add_option("--scale", scale, "So many times 3,000 voices; 0 for a few alone, 100 for 300,000")
      ->check(CLI::Range(0, 1000))
      ->capture_default_str();
  add(&cli, "check", "Check the settings and the database", app::check);

  auto* user = cli.add_subcommand("user", "Accounts of people who work with Earshot");
  user->require_subcommand(1);
  user->fallthrough();
  app::NewUser person;
  auto* user_add = add(user, "add", "Add an account; the password is the first line of standard input",
                       [&](config::Config const& config) { return app::user_add(config, person); });
  user_add->add_option("email", person.email, "The e-mail address to sign in with")->required();
  user_add->add_option("--name", person.name, "The person's name")->required();
  user_add
      ->add_option("--role", person.role,
                   "representative, worker, service-lead, agency-lead, county-lead, "
                   "safeguarding-lead, moderator or administrator")
      ->required();
  user_add->add_option("--service", person.services, "A service that they lead, by its short name; may be repeated");
  user_add->add_option("--agency", person.agencies, "An agency that they lead, by its short name; may be repeated");
  std::string email;
  auto const on_account = [&](std::string const& name, std::string const& about, auto action) {
    add(user, name, about, [&, action](config::Config const& config) { return action(config, email); })
        ->add_option("email", email, "Whose account")
        ->required();
  };
  on_account("password", "Set a password; it is the first line of standard input", app::user_password);
  on_account("close", "Close an account",
             [](auto const& config, auto const& whose) { return app::user_active(config, whose, false); });
  on_account("open", "Open an account again",
             [](auto const& config, auto const& whose) { return app::user_active(config, whose, true); });
  add(user, "list", "List the accounts", app::user_list);

  auto* import = cli.add_subcommand("import", "Take in a file");
  import->require_subcommand(1);
  import->fallthrough();
  std::string path;
  for (auto const& feature : app::features())
    for (auto const& each : feature.imports)
      add(import, std::string(each.name), std::string(each.about),
          [&, kind = std::string(each.name)](config::Config const& config) {
            return app::import_file(config, kind, path);
          })
          ->add_option("file", path, "The file; - for standard input")
          ->required();

  auto* record = cli.add_subcommand("record", "The record of who did what");
  record->require_subcommand(1);
  record->fallthrough();
  std::optional<std::string> head;
  add(record, "verify", "Check that no entry was changed, removed, added or moved", [&](config::Config const& config) {
    return app::record_verify(config, head);
  })->add_option("--head", head, "SEQUENCE:HASH that an earlier run printed; the record must still have it");

  try {
    cli.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    if (error.get_exit_code() == 0) return cli.exit(error);
    auto const unknown = cli.remaining(true);
    auto const why =
        unknown.empty() ? std::string(error.what()) : "there is no command or option “" + unknown.front() + "”";
    fmt::print(stderr, "earshot: {}. See earshot --help\n", why);
    return app::kCannotRun;
  }
  return command(load(flags));
}

}  // namespace

int main(int argc, char** argv) {
  // What is written, the database above all, is for the user alone who runs this.
  umask(S_IRWXG | S_IRWXO);
  try {
    return run(argc, argv);
  } catch (std::exception const& error) {
    fmt::print(stderr, "earshot: {}\n", error.what());
    return earshot::app::kCannotRun;
  }
}
