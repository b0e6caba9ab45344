// A browser without a screen: it asks the house as the server would, keeps cookies, fills in the forms that it sees and
// goes where it is sent. Only the tests include this.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/page_testing.h"
#include "platform/http/body.h"
#include "platform/http/forms.h"
#include "platform/http/server.h"
#include "platform/http/wire.h"
#include "platform/web/application.h"

namespace earshot::app {

class Browser {
 public:
  static constexpr char const* kHost = "families.example";

  /// `address` is where it asks from; the rate limit counts by it.
  explicit Browser(web::Application& house, std::string address = "198.51.100.7")
      : m_house(&house), m_address(std::move(address)) {}

  /// Asks for `target` once and does not follow. `headers` stand in place of what a browser would send.
  Browser& get(std::string_view target, http::Headers const& headers = {}) {
    return exchange("GET", target, headers, {});
  }

  /// Asks for `target` and goes on to wherever it leads, as when an address is typed.
  Browser& open(std::string_view target) { return get(target).follow(); }

  /// Sends `fields` to `target` once, as a form on a page of the site would, and does not follow.
  Browser& post(std::string_view target, http::Fields const& fields, http::Headers const& headers = {}) {
    return exchange("POST", target, headers, http::to_urlencoded(fields));
  }

  /// One exchange of any kind.
  Browser& exchange(std::string_view method, std::string_view target, http::Headers const& headers,
                    std::string_view body) {
    m_path = target.substr(0, target.find('?'));
    m_target = target;
    ask(raw(method, target, headers, body));
    m_page = SeenPage(std::string(m_response.bytes()));
    return *this;
  }

  /// Follows redirects until there is a page.
  Browser& follow() {
    for (int hops = 0; m_response.status == 303; ++hops) {
      if (hops == 10) {
        ADD_FAILURE() << "sent round in a circle at " << m_target;
        break;
      }
      get(std::string(m_response.headers.get("Location")));
    }
    return *this;
  }

  /// Fills `typed` into the form of the page, leaves what else stands in it, sends it and follows. A field or a choice
  /// that the form does not have is a failure: a person could not have chosen it.
  Browser& submit(http::Fields const& typed = {}) { return send_form(typed).follow(); }

  /// The same without following.
  Browser& send_form(http::Fields const& typed = {}) {
    auto const* found = form();
    if (!found) {
      ADD_FAILURE() << "no form at " << m_target << "\n" << text();
      return *this;
    }
    auto const fields = filled(*found, typed);
    auto const action = found->action.empty() ? m_path : found->action;
    return found->posts ? post(action, fields) : get(action + "?" + http::to_urlencoded(fields));
  }

  /// Fills `typed` and `files` into the form of the page that sends files, and sends it as a browser does; does not
  /// follow.
  Browser& send_files(std::vector<http::Upload> const& files, http::Fields const& typed = {}) {
    auto const* found = form();
    if (!found) {
      ADD_FAILURE() << "no form at " << m_target << "\n" << text();
      return *this;
    }
    http::Fields fields;
    for (auto const& [name, value] : filled(*found, typed)) {
      auto const is_file =
          std::any_of(files.begin(), files.end(), [&](auto const& each) { return each.field == name; });
      if (!is_file) fields.add(name, value);
    }
    for (auto const& file : files) EXPECT_TRUE(found->names.contains(file.field)) << "no field " << file.field;
    return exchange("POST", found->action.empty() ? m_path : found->action,
                    {{"Content-Type", std::string("multipart/form-data; boundary=") + kBoundary}},
                    multipart(fields, files));
  }

  /// A body with files, as a browser writes it.
  static std::string multipart(http::Fields const& fields, std::vector<http::Upload> const& files) {
    std::string body;
    auto const begin = [&](std::string const& name) {
      body += std::string("--") + kBoundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    };
    for (auto const& [name, value] : fields) {
      begin(name);
      body += "\r\n\r\n" + value + "\r\n";
    }
    for (auto const& file : files) {
      begin(file.field);
      body += "; filename=\"" + file.file_name + "\"\r\nContent-Type: " + file.content_type + "\r\n\r\n" + file.bytes +
              "\r\n";
    }
    return body + "--" + kBoundary + "--\r\n";
  }
  static constexpr char const* kBoundary = "----a-boundary-of-this-test";

  /// Follows the link with this text.
  Browser& click(std::string_view text) {
    for (auto const& link : m_page.links())
      if (link.text == text) return open(link.href.starts_with("?") ? m_path + link.href : link.href);
    ADD_FAILURE() << "no link “" << text << "” at " << m_target << "\n" << this->text();
    return *this;
  }

  /// Presses "Sign out" at the top of the page.
  Browser& sign_out() {
    auto const forms = m_page.forms_in_header();
    if (forms.empty()) {
      ADD_FAILURE() << "nobody is signed in at " << m_target;
      return *this;
    }
    return post(forms.front().action, forms.front().fields).follow();
  }

  [[nodiscard]] int status() const { return m_response.status; }
  [[nodiscard]] std::string header(std::string_view name) const { return std::string(m_response.headers.get(name)); }
  [[nodiscard]] http::Headers const& headers() const { return m_response.headers; }
  /// The bytes as they came.
  [[nodiscard]] std::string body() const { return std::string(m_response.bytes()); }
  /// What a person reads.
  [[nodiscard]] std::string const& text() const { return m_page.text(); }
  [[nodiscard]] SeenPage const& page() const { return m_page; }
  /// Where it is now, without the query.
  [[nodiscard]] std::string const& path() const { return m_path; }
  /// Whether the last answer came from memory, before any handler.
  [[nodiscard]] bool from_memory() const { return m_from_memory; }

  /// What stands in a field of the page's form.
  [[nodiscard]] std::string field(std::string_view name) const {
    auto const* found = form();
    return found ? std::string(found->fields.get(name)) : std::string();
  }

  [[nodiscard]] std::map<std::string, std::string> const& cookies() const { return m_cookies; }
  void set_cookie(std::string const& name, std::string value) { m_cookies[name] = std::move(value); }
  void forget_cookies() { m_cookies.clear(); }

 private:
  /// The form of the page that posts, otherwise the first.
  [[nodiscard]] SeenForm const* form() const {
    for (auto const& each : m_page.forms())
      if (each.posts) return &each;
    return m_page.forms().empty() ? nullptr : &m_page.forms().front();
  }

  static http::Fields filled(SeenForm const& form, http::Fields const& typed) {
    http::Fields fields;
    for (auto const& [name, value] : form.fields)
      if (!typed.has(name)) fields.add(name, value);
    for (auto const& [name, value] : typed) {
      EXPECT_TRUE(form.names.contains(name)) << "the form has no field " << name;
      auto const is_choice = form.choices.lower_bound({name, ""}) != form.choices.end() &&
                             form.choices.lower_bound({name, ""})->first == name;
      EXPECT_TRUE(!is_choice || form.choices.contains({name, value})) << value << " cannot be chosen for " << name;
      fields.add(name, value);
    }
    return fields;
  }

  [[nodiscard]] std::string raw(std::string_view method, std::string_view target, http::Headers const& headers,
                                std::string_view body) const {
    http::Headers all{{"Host", kHost}};
    if (auto const cookies = cookie_header(); !cookies.empty()) all.set("Cookie", cookies);
    if (method == "POST") {
      all.set("Origin", std::string("http://") + kHost);
      all.set("Sec-Fetch-Site", "same-origin");
      all.set("Content-Type", "application/x-www-form-urlencoded");
      all.set("Content-Length", std::to_string(body.size()));
    }
    for (auto const& [name, value] : headers) all.set(name, value);
    std::string bytes = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n";
    for (auto const& [name, value] : all) bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + std::string(body);
  }

  [[nodiscard]] std::string cookie_header() const {
    std::string line;
    for (auto const& [name, value] : m_cookies) line += (line.empty() ? "" : "; ") + name + "=" + value;
    return line;
  }

  /// Reads the bytes as the server does, with its limits, and has them answered.
  void ask(std::string_view bytes) {
    http::Limits const limits;
    http::RequestReader reader(limits.header_bytes);
    auto rest = bytes;
    rest.remove_prefix(reader.read(rest));
    auto& request = reader.request();
    request.address = m_address;
    request.id = "test";
    m_from_memory = false;
    if (reader.state() == http::RequestReader::State::body) {
      http::BodyReader body(request.headers, m_house->most_bytes(request, limits.body_bytes));
      reader.set_sink([&](std::string_view piece) { return body.feed(piece); });
      reader.read(rest);
      if (reader.state() == http::RequestReader::State::whole) body.finish(request);
    }
    if (reader.state() == http::RequestReader::State::broken) {
      keep(m_house->wire_error(reader.fault(), request));
    } else {
      EXPECT_EQ(reader.state(), http::RequestReader::State::whole) << "the request is not whole";
      keep(answer(request));
    }
  }

  http::Response answer(http::Request const& request) {
    if (request.method == http::Method::get || request.method == http::Method::head) {
      if (auto kept = m_house->from_memory(request)) {
        m_from_memory = true;
        return std::move(*kept);
      }
    }
    return m_house->answer(request);
  }

  void keep(http::Response response) {
    m_response = std::move(response);
    for (auto const& [name, value] : m_response.headers) {
      if (!http::same_name(name, "Set-Cookie")) continue;
      auto const equals = value.find('=');
      auto const cookie = value.substr(0, equals);
      m_cookies[cookie] = value.substr(equals + 1, value.find(';') - equals - 1);
      if (value.find("Max-Age=0") != std::string::npos) m_cookies.erase(cookie);
    }
  }

  web::Application* m_house;
  std::string m_address;
  std::map<std::string, std::string> m_cookies;
  http::Response m_response;
  SeenPage m_page{std::string()};
  std::string m_path;
  std::string m_target;
  bool m_from_memory = false;
};

}  // namespace earshot::app
