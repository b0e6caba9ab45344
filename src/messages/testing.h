// What the tests of messages share. Only tests include this.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "messages/outbox.h"
#include "messages/sending.h"
#include "platform/db/testing.h"
#include "platform/secrets/secrets.h"

namespace earshot::messages {

/// A provider that keeps what it is given and answers as a test says. Safe for two senders at once.
class Provider : public mail::Sender {
 public:
  mail::Outcome send(mail::Outgoing const& message) override {
    std::lock_guard const lock(m_mutex);
    if (m_taken_first) m_sent.push_back(message);
    if (m_outcome.kind == mail::Outcome::Kind::delivered || m_outcome.kind == mail::Outcome::Kind::sent) {
      if (!m_taken_first) m_sent.push_back(message);
    }
    return m_outcome;
  }

  std::optional<mail::Outcome> find(mail::Outgoing const& message) override {
    std::lock_guard const lock(m_mutex);
    ++m_asked;
    auto const known = m_found.find(message.key);
    if (known != m_found.end()) return known->second;
    for (auto const& each : m_sent)
      if (m_remembers && each.key == message.key) return mail::Outcome{.kind = mail::Outcome::Kind::sent, .id = "p1"};
    return std::nullopt;
  }

  /// What it answers from now on. With `takes_it_first`, what is refused has been taken all the same.
  void answer(mail::Outcome outcome, bool takes_it_first = false) {
    m_outcome = std::move(outcome);
    m_taken_first = takes_it_first;
  }
  /// Whether it can be asked what it has been given.
  void remember() { m_remembers = true; }
  /// What it says of the message with this key.
  void say(std::string const& key, mail::Outcome outcome) { m_found[key] = std::move(outcome); }

  [[nodiscard]] std::vector<mail::Outgoing> const& sent() const { return m_sent; }
  [[nodiscard]] int asked() const { return m_asked; }

 private:
  std::mutex m_mutex;
  mail::Outcome m_outcome{.kind = mail::Outcome::Kind::delivered};
  bool m_taken_first = false;
  bool m_remembers = false;
  int m_asked = 0;
  std::map<std::string, mail::Outcome> m_found;
  std::vector<mail::Outgoing> m_sent;
};

class MessagesTest : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    auto all = secrets::migrations();
    for (auto const& step : messages::migrations()) all.push_back(step);
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    config.public_address = "https://families.example";
    config.mail = "smtp";
  }

  /// Sunday, 22 November 2026, ten in the morning, until time passes.
  Time now = Time(Milliseconds(1'795'341'600'000));
  void pass(Milliseconds time) { now += time; }

  template <class F>
  auto in(F&& function) {
    return db().write([&](db::Transaction& tx) { return function(tx); });
  }

  ContactId contact(std::string_view address = "asha@example.org", std::string_view language = "en",
                    Channel channel = Channel::email) {
    return in([&](db::Transaction& tx) { return keep_contact(tx, channel, address, language, now); });
  }

  void prefer(ContactId id, Pace pace, bool large_print = false) {
    in([&](db::Transaction& tx) {
      auto preferences = *find_contact(tx, id);
      preferences.pace = pace;
      preferences.large_print = large_print;
      save_preferences(tx, preferences);
    });
  }

  bool tell(ContactId id, std::string const& key, About const& about = {"ask", 7}) {
    return in([&](db::Transaction& tx) {
      return messages::tell(tx, id,
                            {.kind = "asks.answered",
                             .key = key,
                             .about = about,
                             .write =
                                 [&](i18n::Translator const&) {
                                   return Note{.title = "Your ask " + key + " has an answer",
                                               .text = "The bus comes at eight now.",
                                               .path = "/changes/" + key,
                                               .link = "Read the answer"};
                                 }},
                            now);
    });
  }

  static Letter letter(std::string key = "1") {
    return {
        .kind = "people.link",
        .key = std::move(key),
        .address = "tom@example.org",
        .note = {.title = "Your link to sign in", .text = "It works once.", .path = "/enter/secret", .link = "Sign in"},
        .why = "You get this because somebody asked for a link with your address."};
  }

  int run() {
    return send_due({db(), provider, [this] { return now; }, config});
  }
  int ask() {
    return ask_about_sent({db(), provider, [this] { return now; }, config});
  }

  std::vector<Listed> listed(Which which = Which::all) {
    return in([&](db::Transaction& tx) { return list(tx, which, 1, 100); });
  }

  Provider provider;
  config::Config config;
};

}  // namespace earshot::messages
