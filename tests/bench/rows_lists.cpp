#include "rows.h"
#include "sqlite.h"
#include "visits.h"
#include "wrk.h"

namespace earshot::bench {
namespace {

struct List {
  std::string name;
  std::string path;
  double aim;
};

constexpr char const* kSearched = "/voices?state=all&q=bus";
constexpr double kSearchAim = 0.8;

void add(Stage const& stage, Table& table, faults::Program const& server, std::string const& cookie, List const& list,
         std::vector<Statement> const& reference) {
  auto row = stage.row(list.name);
  row.aims = Aim::ratio;
  row.aim = list.aim;
  table.add(row, [&](Row& measured) {
    auto const statements = reference.empty() ? statements_of(stage, list.path, cookie) : reference;
    Load const asked{list.path, {"Accept-Encoding: br", "Cookie: " + cookie}, 1};
    measure(
        measured, [&] { return load(server.port(), asked, server.process()); },
        [&] { return replayed_per_second(stage, statements); });
    measured.remark = std::to_string(statements.size()) + (statements.size() == 1 ? " statement" : " statements");
  });
}

/// The engine's own search, and nothing else.
std::vector<Statement> search_alone(db::Engine engine) {
  if (engine == db::Engine::sqlite)
    return {
        {.sql = "SELECT rowid FROM search_voices WHERE search_voices MATCH '\"bus\" *' ORDER BY rowid DESC LIMIT 50"}};
  return {{.how = Statement::How::prepared,
           .sql = "SELECT item FROM search_voices WHERE tokens @@ '''bus'':*'::tsquery ORDER BY item DESC LIMIT 50"}};
}

}  // namespace

void add_lists(Stage const& stage, Table& table) {
  auto const cookie = signed_in(stage.ours);
  auto const server = stage.server();
  for (auto const& list : {List{"changes of a service, searched", "/changes?service=school-transport&q=bus", 0.6},
                           List{"inbox", "/voices", 0.5}, List{"all voices, searched", kSearched, 0.5}})
    add(stage, table, *server, cookie, list, {});
  add(stage, table, *server, cookie, {"all voices, searched, beside the search alone", kSearched, kSearchAim},
      search_alone(stage.engine));
}

}  // namespace earshot::bench
