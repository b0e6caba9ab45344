#include "recorder.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "app/house.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "postgresql.h"
#include "sqlite.h"

namespace earshot::bench {
namespace {

/// Both engines call back without saying for whom.
struct Noted {
  std::mutex mutex;
  bool on = false;
  std::vector<Statement> statements;
};
Noted noted;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

http::Request request(std::string const& target, std::string const& cookie) {
  http::Request request{.target = target, .path = target.substr(0, target.find('?'))};
  auto const query = target.find('?');
  if (query != std::string::npos) request.query = http::parse_urlencoded(target.substr(query + 1)).fields;
  request.headers.set("Host", "127.0.0.1");
  request.headers.set("Accept-Encoding", "br");
  request.headers.set("Cookie", cookie);
  request.address = "127.0.0.1";
  return request;
}

/// So often a second `once` is run, in a second.
double often(std::function<void()> const& once) {
  using Clock = std::chrono::steady_clock;
  auto const begin = Clock::now();
  std::chrono::duration<double> passed{};
  int times = 0;
  for (; passed.count() < 1; passed = Clock::now() - begin, ++times) once();
  return times / passed.count();
}

double replay_sqlite(std::string const& url, std::vector<Statement> const& statements) {
  auto const connection = sqlite::connect(url);
  std::vector<sqlite::Statement> prepared;
  for (auto const& statement : statements) prepared.push_back(sqlite::prepared(connection.get(), statement.sql));
  return often([&] {
    for (auto const& statement : prepared) sqlite::run(statement.get());
  });
}

double replay_postgresql(std::string const& url, std::vector<Statement> const& statements) {
  auto const connection = postgresql::connect(url);
  postgresql::run(connection.get(), "SET jit = off");
  std::vector<std::vector<char const*>> values;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    auto const& [how, sql, types, texts] = statements[i];
    values.emplace_back();
    for (auto const& text : texts) values.back().push_back(text ? text->c_str() : nullptr);
    if (how == Statement::How::prepared)
      postgresql::checked(PQprepare(connection.get(), std::to_string(i).c_str(), sql.c_str(),
                                    static_cast<int>(types.size()), types.data()));
  }
  return often([&] {
    for (std::size_t i = 0; i < statements.size(); ++i) {
      auto const& [how, sql, types, texts] = statements[i];
      auto const count = static_cast<int>(texts.size());
      if (how == Statement::How::plain)
        postgresql::run(connection.get(), sql);
      else if (how == Statement::How::prepared)
        postgresql::checked(
            PQexecPrepared(connection.get(), std::to_string(i).c_str(), count, values[i].data(), nullptr, nullptr, 0));
      else
        postgresql::checked(
            PQexecParams(connection.get(), sql.c_str(), count, types.data(), values[i].data(), nullptr, nullptr, 0));
    }
  });
}

}  // namespace

std::vector<Statement> statements_of(Stage const& stage, std::string const& target, std::string const& cookie) {
  auto const database = db::Database::open(stage.ours);
  metrics::Metrics metrics;
  config::Config config;
  config.requests_per_second = 0;
  auto const house = app::application(*database, system_now, metrics, config);
  auto const asked = request(target, cookie);
  house->answer(asked);
  recorder::begin();
  auto const answer = house->answer(asked);
  auto statements = recorder::finish();
  if (answer.status != 200) throw std::runtime_error(target + " was answered with " + std::to_string(answer.status));
  if (statements.empty()) throw std::runtime_error(target + " asked nothing of the database");
  return statements;
}

double replayed_per_second(Stage const& stage, std::vector<Statement> const& statements) {
  return stage.engine == db::Engine::sqlite ? replay_sqlite(stage.ours, statements)
                                            : replay_postgresql(stage.ours, statements);
}

namespace recorder {

void begin() {
  std::lock_guard const lock(noted.mutex);
  noted.on = true;
  noted.statements.clear();
}

std::vector<Statement> finish() {
  std::lock_guard const lock(noted.mutex);
  noted.on = false;
  return std::exchange(noted.statements, {});
}

void note(Statement statement) {
  std::lock_guard const lock(noted.mutex);
  if (noted.on) noted.statements.push_back(std::move(statement));
}

}  // namespace recorder
}  // namespace earshot::bench
