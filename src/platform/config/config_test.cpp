#include "platform/config/config.h"

#include <filesystem>
#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace earshot::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Settings : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(m_path); }

  Sources with_file(std::string const& text) {
    std::ofstream(m_path) << text;
    return {.file = m_path};
  }

  /// The line that load() refuses `sources` with, without the path of the file.
  std::string refusal(Sources const& sources) {
    try {
      load(sources);
    } catch (Error const& error) {
      std::string line = error.what();
      if (auto const at = line.find(m_path); at != std::string::npos) line.replace(at, m_path.size(), "FILE");
      return line;
    }
    return "nothing was refused";
  }

  std::string const m_path =
      (std::filesystem::temp_directory_path() / ("earshot_config_test_" + std::to_string(getpid()) + ".toml")).string();
};

Sources with_environment(std::map<std::string, std::string> variables) {
  return {.environment = [variables = std::move(variables)](std::string const& name) -> std::optional<std::string> {
    auto const found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  }};
}

TEST_F(Settings, HaveDefaultsThatServeOneMachine) {
  auto const config = load({});
  EXPECT_EQ(config.database, "sqlite:data/earshot.db");
  EXPECT_EQ(config.listen, "127.0.0.1:8080");
  EXPECT_EQ(config.time_zone, "Europe/London");
}

TEST_F(Settings, AreReadFromAFile) {
  auto const config =
      load(with_file("place = \"Powys families\"\n"
                     "workers = 8\n"
                     "requests_per_second = 2.5\n"
                     "memory_for_pages = 1_000_000\n"
                     "trusted_proxies = [\"10.0.0.0/8\", \"::1\"]\n"));
  EXPECT_EQ(config.place, "Powys families");
  EXPECT_EQ(config.workers, 8);
  EXPECT_DOUBLE_EQ(config.requests_per_second, 2.5);
  EXPECT_EQ(config.memory_for_pages, 1'000'000);
  EXPECT_THAT(config.trusted_proxies, ElementsAre("10.0.0.0/8", "::1"));
}

TEST_F(Settings, AreReadFromTheEnvironment) {
  auto const config = load(with_environment({{"EARSHOT_WORKERS", "3"},
                                             {"EARSHOT_PLACE", "Powys families"},
                                             {"EARSHOT_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2"}}));
  EXPECT_EQ(config.workers, 3);
  EXPECT_EQ(config.place, "Powys families");
  EXPECT_THAT(config.trusted_proxies, ElementsAre("10.0.0.1", "10.0.0.2"));
}

TEST_F(Settings, TheLaterSourceWins) {
  auto sources = with_file("workers = 1\nio_threads = 1\njob_threads = 1\n");
  sources.environment = with_environment({{"EARSHOT_IO_THREADS", "2"}, {"EARSHOT_JOB_THREADS", "2"}}).environment;
  sources.flags = {{"job_threads", "3"}};
  auto const config = load(sources);
  EXPECT_EQ(config.workers, 1);
  EXPECT_EQ(config.io_threads, 2);
  EXPECT_EQ(config.job_threads, 3);
}

TEST_F(Settings, AnUnknownNameIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal(with_file("workers = 1\nlisten_on = \"x\"\n")),
            "FILE:2: there is no setting listen_on; did you mean listen?");
  EXPECT_EQ(refusal({.flags = {{"worker", "1"}}}), "command line: there is no setting worker; did you mean workers?");
}

TEST_F(Settings, AWrongTypeIsRefusedWithItsLine) {
  EXPECT_EQ(refusal(with_file("\nworkers = \"many\"\n")), "FILE:2: workers must be a number");
  EXPECT_EQ(refusal(with_file("place = 7\n")), "FILE:1: place must be a text in quotation marks");
  EXPECT_EQ(refusal(with_file("trusted_proxies = \"::1\"\n")),
            "FILE:1: trusted_proxies must be a list of texts: [\"…\"]");
  EXPECT_EQ(refusal(with_file("workers = 1.5\n")), "FILE:1: workers must be a whole number");
  EXPECT_EQ(refusal(with_environment({{"EARSHOT_WORKERS", "many"}})), "EARSHOT_WORKERS: workers must be a number");
  EXPECT_EQ(refusal({.flags = {{"io_threads", "2x"}}}), "--io-threads: io_threads must be a number");
}

TEST_F(Settings, AValueThatCannotBeIsRefused) {
  EXPECT_EQ(refusal(with_file("workers = -1\n")), "FILE:1: workers must be 0 or more");
  EXPECT_EQ(refusal(with_file("workers = 99999999999\n")), "FILE:1: workers is too large");
  EXPECT_EQ(refusal({.flags = {{"database", "mysql:x"}}}),
            "--database: database must begin with sqlite: or postgresql:");
  EXPECT_EQ(refusal({.flags = {{"listen", "8080"}}}),
            "--listen: listen must be address:port, such as 127.0.0.1:8080 or [::1]:8080");
  EXPECT_EQ(refusal({.flags = {{"public_address", "families.example"}}}),
            "--public-address: public_address must begin with https:// or http://");
  EXPECT_EQ(refusal({.flags = {{"mail", "pigeon"}}}), "--mail: mail must be outbox, smtp or notify");
  EXPECT_THAT(refusal({.flags = {{"mail_from", "families"}}}), HasSubstr("must be an e-mail address"));
  EXPECT_THAT(refusal({.flags = {{"mail_from", "Families <a@b.example>\r\nBcc: x@y.example"}}}), HasSubstr("must"));
  EXPECT_THAT(refusal({.flags = {{"smtp_address", "plain://mail.example:25"}}}), HasSubstr("only for this machine"));
  EXPECT_THAT(refusal({.flags = {{"smtp_address", "mail.example"}}}), HasSubstr("must begin with smtp://"));
  EXPECT_THAT(refusal({.flags = {{"notify_api_key", "short"}}}), HasSubstr("must be the whole key"));
  EXPECT_EQ(refusal({.flags = {{"log_level", "loud"}}}),
            "--log-level: log_level must be debug, info, warning or error");
}

TEST_F(Settings, AFileThatIsNotTomlIsRefusedWithItsLine) {
  EXPECT_THAT(refusal(with_file("place = \"x\"\nworkers =\n")), HasSubstr("FILE:2: "));
}

TEST_F(Settings, AFileThatIsNotThereIsRefused) {
  EXPECT_EQ(refusal({.file = "/nowhere/earshot.toml"}), "/nowhere/earshot.toml: cannot be read");
}

TEST_F(Settings, AreDescribedWithoutThePassword) {
  Config config;
  config.database = "postgresql://earshot:hush@db.example/earshot";
  auto const text = describe(config);
  EXPECT_THAT(text, HasSubstr("database = \"postgresql://…@db.example/earshot\"\n"));
  EXPECT_THAT(text, HasSubstr("listen = \"127.0.0.1:8080\"\n"));
  EXPECT_THAT(text, Not(HasSubstr("hush")));
  config.database = "postgresql://db.example/earshot?user=earshot&password=hush";
  EXPECT_THAT(describe(config), Not(HasSubstr("hush")));
}

TEST_F(Settings, OfWhatIsSecretOnlyThatItIsThereIsDescribed) {
  Config config;
  EXPECT_THAT(describe(config), HasSubstr("smtp_password = \"\"\n"));
  config.smtp_password = "hush";
  config.notify_api_key = "hush";
  config.notify_callback_token = "hush";
  auto const text = describe(config);
  EXPECT_THAT(text, Not(HasSubstr("hush")));
  EXPECT_THAT(text, HasSubstr("smtp_password = \"…\"\n"));
}

TEST_F(Settings, AMailServerAndASenderAreTaken) {
  for (auto const* address : {"smtp://mail.example:587", "smtps://mail.example", "plain://127.0.0.1:2525",
                              "plain://localhost:25", "plain://[::1]:25", ""})
    EXPECT_NO_THROW(load({.flags = {{"smtp_address", address}}})) << address;
  EXPECT_NO_THROW(load({.flags = {{"mail_from", "Fenshire families <families@fenshire.example>"}}}));
  EXPECT_NO_THROW(load({.flags = {{"mail_from", "families@fenshire.example"}}}));
}

TEST_F(Settings, TheExampleNamesEachAndCanBeRead) {
  auto text = example();
  for (auto const& setting : settings()) {
    EXPECT_THAT(text, HasSubstr("# " + std::string(setting.name) + " = "));
    EXPECT_THAT(text, HasSubstr(environment_name(setting.name)));
    EXPECT_FALSE(setting.about.empty());
  }
  std::string lines;
  for (auto const& setting : settings()) {
    auto const start = text.find("# " + std::string(setting.name) + " = ") + 2;
    lines += text.substr(start, text.find('\n', start) - start) + "\n";
  }
  EXPECT_EQ(describe(load(with_file(lines))), describe(Config{}));
}

TEST(Environment, AVariableOfNoSettingIsRefusedAndThoseOfTestsAreNot) {
  EXPECT_THROW(load({.environment = {}, .environment_names = {"EARSHOT_LISTN"}, .flags = {}}), Error);
  EXPECT_NO_THROW(load({.environment = {}, .environment_names = {"EARSHOT_LISTEN", "EARSHOT_TEST_X"}, .flags = {}}));
}

}  // namespace
}  // namespace earshot::config
