// GOV.UK Notify as its published interface describes it, for tests: it checks the token, the template and the fields as
// the true one does, keeps what it took, and fails as it is asked to. Only tests include this.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <boost/json.hpp>

#include "platform/crypto/sign.h"
#include "platform/crypto/token.h"
#include "platform/http/server.h"

namespace earshot::mail {

class NotifyStandIn {
 public:
  static constexpr char const* kService = "26785a09-ab16-4eb0-8407-a37497a57506";
  static constexpr char const* kSecret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
  static constexpr char const* kTemplate = "f33517ff-2a88-4f6e-b855-c550268ce08a";

  NotifyStandIn()
      : m_server({.listen = "127.0.0.1:0", .workers = 2, .io_threads = 1},
                 [this](http::Request const& request) { return answer(request); }) {
    m_server.start();
  }

  [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(m_server.port()); }
  [[nodiscard]] static std::string key() { return std::string("test_key-") + kService + "-" + kSecret; }

  /// From now on it answers this; 0: as it should. With `takes_it_first`, the message is kept all the same.
  void fail(int status, std::string error = "Error", std::string text = "It failed", bool takes_it_first = false) {
    std::lock_guard const lock(m_mutex);
    m_status = status;
    m_error = std::move(error);
    m_text = std::move(text);
    m_takes_it_first = takes_it_first;
  }
  /// Answers only after this time.
  void stall(Milliseconds time) { m_pause = time; }

  /// What it took, as it came.
  [[nodiscard]] std::vector<boost::json::object> taken() {
    std::lock_guard const lock(m_mutex);
    return m_taken;
  }
  /// The state of a message it took, which is "created" at first.
  void set_status(std::string const& id, std::string const& status) {
    std::lock_guard const lock(m_mutex);
    m_statuses[id] = status;
  }

 private:
  using Object = boost::json::object;

  static http::Response json(int status, Object const& body) {
    http::Response response{.status = status, .body = boost::json::serialize(body)};
    response.headers.set("Content-Type", "application/json");
    return response;
  }

  static http::Response error(int status, std::string_view kind, std::string_view text) {
    return json(status,
                {{"status_code", status}, {"errors", boost::json::array{{{"error", kind}, {"message", text}}}}});
  }

  static bool is_signed(http::Request const& request) {
    std::string_view token = request.headers.get("Authorization");
    if (!token.starts_with("Bearer ")) return false;
    token.remove_prefix(7);
    auto const dot = token.rfind('.');
    return dot != token.npos &&
           token.substr(dot + 1) == crypto::to_base64url(crypto::hmac_sha256(kSecret, token.substr(0, dot)));
  }

  http::Response answer(http::Request const& request) {
    std::this_thread::sleep_for(m_pause.load());
    std::lock_guard const lock(m_mutex);
    if (!is_signed(request)) return error(403, "AuthError", "Invalid token: API key not found");
    if (request.method == http::Method::get) return list(request);
    if (m_status != 0 && !m_takes_it_first) return error(m_status, m_error, m_text);
    boost::system::error_code broken;
    auto const value = boost::json::parse(request.body, broken);
    if (broken || !value.is_object()) return error(400, "ValidationError", "Invalid JSON");
    auto const& body = value.as_object();
    auto const kind = request.path.substr(request.path.rfind('/') + 1);
    if (auto const wrong = what_is_wrong(kind, body); !wrong.empty()) return error(400, "ValidationError", wrong);
    auto kept = body;
    kept["id"] = "00000000-0000-0000-0000-00000000000" + std::to_string(m_taken.size());
    kept["kind"] = kind;
    m_taken.push_back(kept);
    if (m_status != 0) return error(m_status, m_error, m_text);
    return json(201, {{"id", kept.at("id")}, {"reference", body.at("reference")}, {"scheduled_for", nullptr}});
  }

  static std::string what_is_wrong(std::string const& kind, Object const& body) {
    if (!body.contains("template_id")) return "template_id is a required property";
    if (body.at("template_id") != kTemplate) return "Template not found";
    auto const& fields = body.at("personalisation").as_object();
    if (!fields.contains("body")) return "Missing personalisation: body";
    if (kind == "email" && !body.contains("email_address")) return "email_address is a required property";
    if (kind == "sms" && !body.contains("phone_number")) return "phone_number is a required property";
    if (kind == "letter" && !fields.contains("address_line_3")) return "Address must be at least 3 lines";
    if (kind == "letter" && fields.contains("address_line_8")) return "Address must be no more than 7 lines";
    if (kind == "sms" && fields.at("body").as_string().size() > 918)
      return "Content has a character count greater than 918";
    return {};
  }

  http::Response list(http::Request const& request) {
    boost::json::array found;
    for (auto each = m_taken.rbegin(); each != m_taken.rend(); ++each) {
      if (each->at("reference").as_string() != request.query.get("reference")) continue;
      auto const id = std::string(each->at("id").as_string());
      auto const known = m_statuses.find(id);
      found.push_back(Object{{"id", id}, {"status", known == m_statuses.end() ? "created" : known->second}});
    }
    return json(200, {{"notifications", found}, {"links", Object{}}});
  }

  std::mutex m_mutex;
  int m_status = 0;
  std::string m_error;
  std::string m_text;
  bool m_takes_it_first = false;
  std::atomic<Milliseconds> m_pause{Milliseconds(0)};
  std::vector<Object> m_taken;
  std::map<std::string, std::string> m_statuses;
  http::Server m_server;
};

}  // namespace earshot::mail
