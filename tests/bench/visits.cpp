#include "visits.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>

#include "people/people.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "platform/web/sessions.h"

namespace earshot::bench {
namespace {

constexpr char const* kWorker = "worker@fenshire.example";
constexpr int kMostQuestions = 12;

/// What is answered to the question at each path.
http::Fields answer_to(std::string const& path) {
  static std::map<std::string, http::Fields> const answers{{"/say/about", {{"about", "not-sure"}}},
                                                           {"/say/speaker", {{"speaker", "child"}}},
                                                           {"/say/wish", {{"wish", ""}}},
                                                           {"/say/show", {{"may_show", "no"}}},
                                                           {"/say/place", {{"place", "rather-not-say"}}},
                                                           {"/say/told", {{"told_by", "receipt"}}}};
  auto const found = answers.find(path);
  if (found == answers.end()) throw std::runtime_error("no answer is known to " + path);
  return found->second;
}

/// The value of the hidden field; looked for in the text, because reading the whole page as a browser does would take
/// the time of the server beside.
std::string hidden(std::string const& page, std::string const& name) {
  auto const field = "name=\"" + name + "\" value=\"";
  auto const begin = page.find(field);
  if (begin == std::string::npos) throw std::runtime_error("there is no field " + name);
  auto const from = begin + field.size();
  return page.substr(from, page.find('"', from) - from);
}

}  // namespace

std::string signed_in(std::string const& database) {
  auto const opened = db::Database::open(database);
  auto const everybody = opened->read([](db::Transaction& tx) { return people::list(tx); });
  auto const worker =
      std::find_if(everybody.begin(), everybody.end(), [](auto const& person) { return person.email == kWorker; });
  if (worker == everybody.end()) throw std::runtime_error(std::string("there is no account ") + kWorker);
  auto const token =
      opened->write([&](db::Transaction& tx) { return web::open_session(tx, worker->id.value, system_now()).token; });
  return std::string(web::kSignInCookie) + "=" + token;
}

void Visit::write(std::string const& words) {
  get("/");
  auto next = post("/say", {{"words", words}});
  if (next.starts_with("/say/leaving")) {
    get(next);
    next = "/say/about";
  }
  for (int i = 0; i < kMostQuestions; ++i) {
    auto const page = get(next).body;
    m_csrf = hidden(page, "csrf");
    if (next == "/say/check") {
      m_key = hidden(page, "key");
      return;
    }
    next = post(next, answer_to(next));
  }
  throw std::runtime_error("the questions do not end");
}

void Visit::send() { m_receipt = post("/say/check", {{"key", m_key}}); }

void Visit::read_receipt() { get(m_receipt); }

http::TestClient::Answer Visit::get(std::string const& path) {
  auto const receipt = path.starts_with("/say/received/");
  return ask("GET " + (receipt ? std::string("/say/received") : path.substr(0, path.find('?'))),
             head("GET", path) + "\r\n", 200);
}

std::string Visit::post(std::string const& path, http::Fields fields) {
  if (!m_csrf.empty()) fields.add("csrf", m_csrf);
  auto const body = http::to_urlencoded(fields);
  auto const answer = ask("POST " + path,
                          head("POST", path) + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                              std::to_string(body.size()) + "\r\n\r\n" + body,
                          303);
  return std::string(answer.headers.get("Location"));
}

http::TestClient::Answer Visit::ask(std::string const& step, std::string const& bytes, int status) {
  auto const begin = std::chrono::steady_clock::now();
  if (!m_line) m_line = std::make_unique<http::TestClient>(m_port);
  auto answer = m_line->ask(bytes);
  std::chrono::duration<double, std::milli> const passed = std::chrono::steady_clock::now() - begin;
  if (answer.status != status) throw std::runtime_error(step + " was answered with " + std::to_string(answer.status));
  if (m_listener) m_listener(step, passed.count());
  keep_cookies(answer.headers);
  return answer;
}

std::string Visit::head(std::string const& method, std::string const& path) const {
  auto text = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n";
  std::string cookies;
  for (auto const& [name, value] : m_cookies) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
  return cookies.empty() ? text : text + "Cookie: " + cookies + "\r\n";
}

void Visit::keep_cookies(http::Headers const& headers) {
  for (auto const& [header, value] : headers) {
    if (!http::same_name(header, "Set-Cookie")) continue;
    auto const pair = value.substr(0, value.find(';'));
    auto const name = pair.substr(0, pair.find('='));
    http::Fields kept;
    for (auto const& [each, its_value] : m_cookies)
      if (each != name) kept.add(each, its_value);
    kept.add(name, pair.substr(name.size() + 1));
    m_cookies = kept;
  }
}

}  // namespace earshot::bench
