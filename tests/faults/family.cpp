#include "family.h"

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace earshot::faults {

using namespace std::chrono_literals;

std::string Family::say(std::string const& words) {
  post("/say", {{"words", words}});
  if (m_csrf.empty()) m_csrf = std::string(form("/say/about").fields.get("csrf"));
  post("/say/about", {{"csrf", m_csrf}, {"about", "not-sure"}});
  post("/say/speaker", {{"csrf", m_csrf}, {"speaker", "child"}});
  post("/say/wish", {{"csrf", m_csrf}, {"wish", ""}});
  post("/say/show", {{"csrf", m_csrf}, {"may_show", "no"}});
  post("/say/told", {{"csrf", m_csrf}, {"told_by", "receipt"}});
  auto const key = std::string(form("/say/check").fields.get("key"));
  return post("/say/check", {{"csrf", m_csrf}, {"key", key}});
}

http::TestClient::Answer Family::get(std::string const& path) { return ask(head("GET", path) + "\r\n"); }

app::SeenForm Family::form(std::string const& path) {
  auto const page = app::SeenPage(get(path).body);
  if (page.forms().empty()) throw std::runtime_error("there is no form at " + path);
  return page.forms().front();
}

/// Sends a form and gives where it leads.
std::string Family::post(std::string const& path, http::Fields const& fields) {
  auto const body = http::to_urlencoded(fields);
  auto const answer = ask(head("POST", path) + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                          std::to_string(body.size()) + "\r\n\r\n" + body);
  if (answer.status != 303)
    throw std::runtime_error("POST " + path + ": " + std::to_string(answer.status) + "\n" +
                             app::SeenPage(answer.body).text());
  return std::string(answer.headers.get("Location"));
}

std::string Family::head(std::string const& method, std::string const& path) const {
  return method + " " + path + " HTTP/1.1\r\nHost: families.example\r\n" +
         (m_cookie.empty() ? "" : "Cookie: " + m_cookie + "\r\n");
}

http::TestClient::Answer Family::ask(std::string const& bytes) {
  auto const begin = Clock::now();
  while (Clock::now() - begin < 30s) {
    if (!m_line) m_line = std::make_unique<http::TestClient>(m_port);
    auto answer = m_line->ask(bytes);
    auto const try_again = answer.status == 500 || (answer.status >= 502 && answer.status <= 504);
    if (answer.status != 0 && !try_again) {
      auto const cookie = answer.headers.get("Set-Cookie");
      if (!cookie.empty()) m_cookie = cookie.substr(0, cookie.find(';'));
      m_longest_wait = std::max(m_longest_wait, Clock::now() - begin);
      return answer;
    }
    if (try_again)
      ++m_told_to_wait;
    else if (m_line->connected())
      ++m_broken_off;
    m_line.reset();
    std::this_thread::sleep_for(try_again ? 50ms : 2ms);
  }
  throw std::runtime_error("no answer within half a minute");
}

}  // namespace earshot::faults
