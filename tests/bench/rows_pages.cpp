#include <stdexcept>

#include "nginx.h"
#include "rows.h"
#include "wrk.h"

namespace earshot::bench {
namespace {

constexpr double kAim = 0.9;

struct Page {
  std::string name;
  std::string path;
};

struct Encoding {
  std::string name;
  std::string accepted;
  bool whole_and_304;
};

http::TestClient::Answer answer_of(std::uint16_t port, std::string const& path, std::vector<std::string> const& headers,
                                   int status) {
  auto text = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n";
  for (auto const& header : headers) text += header + "\r\n";
  auto answer = http::TestClient(port).ask(text + "\r\n");
  if (answer.status != status)
    throw std::runtime_error(path + " was answered with " + std::to_string(answer.status) + ", not with " +
                             std::to_string(status));
  return answer;
}

void compare(Row& row, faults::Program const& server, Nginx const& nginx, Load const& ours, Load const& reference) {
  measure(
      row, [&] { return load(server.port(), ours, server.process()); },
      [&] { return load(nginx.port(), reference, nginx.process()).rate; });
}

void add_page(Stage const& stage, Table& table, faults::Program const& server, Page const& page,
              Encoding const& encoding) {
  auto row = stage.row(page.name + ", " + encoding.name);
  row.aims = Aim::ratio;
  row.aim = kAim;
  std::vector<std::string> const headers{"Accept-Encoding: " + encoding.accepted};
  table.add(row, [&](Row& measured) {
    Nginx const nginx(answer_of(server.port(), page.path, headers, 200));
    compare(measured, server, nginx, {page.path, headers}, {Nginx::kPath, headers});
  });
  // What is not sent needs no encoding.
  if (!encoding.whole_and_304) return;
  row.name = page.name + ", 304";
  table.add(row, [&](Row& measured) {
    auto const whole = answer_of(server.port(), page.path, headers, 200);
    Nginx const nginx(whole);
    auto const with_tag = [&](std::string_view tag) {
      auto all = headers;
      all.push_back("If-None-Match: " + std::string(tag));
      return all;
    };
    auto const ours = with_tag(whole.headers.get("ETag"));
    auto const reference = with_tag(nginx.etag());
    answer_of(server.port(), page.path, ours, 304);
    answer_of(nginx.port(), Nginx::kPath, reference, 304);
    compare(measured, server, nginx, {page.path, ours}, {Nginx::kPath, reference});
  });
}

}  // namespace

void add_pages(Stage const& stage, Table& table) {
  auto const server = stage.server();
  for (auto const& page : {Page{"front page", "/"}, Page{"changes", "/changes"}})
    for (auto const& encoding : {Encoding{"br", "br", true}, Encoding{"plain", "identity", false}})
      add_page(stage, table, *server, page, encoding);
}

}  // namespace earshot::bench
