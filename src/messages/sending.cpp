#include "messages/sending.h"

#include "messages/compose.h"
#include "messages/outbox.h"
#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "platform/log/log.h"

namespace earshot::messages {
namespace {

using Kind = mail::Outcome::Kind;

constexpr Milliseconds kLongestRun = std::chrono::minutes{2};
constexpr Milliseconds kSendEvery = std::chrono::seconds{10};
constexpr Milliseconds kAskEvery = std::chrono::minutes{10};
constexpr Milliseconds kForgetEvery = std::chrono::hours{24};

/// Where links lead. Without an address of its own it is a demonstration on this machine.
std::string site_of(config::Config const& config) {
  return config.public_address.empty() ? "http://" + config.listen : config.public_address;
}

mail::Outgoing outgoing(Post const& post, outbox::Stored const& message) {
  auto const content = post.db.write(
      [&](db::Transaction& tx) { return outbox::content(tx, message, post.config.place, site_of(post.config)); });
  auto composed = compose(content);
  return {.channel = message.channel,
          .to = message.address,
          .subject = content.subject,
          .text = std::move(composed.text),
          .html = std::move(composed.html),
          .markdown = std::move(composed.markdown),
          .language = message.language,
          .key = message.reference,
          .unsubscribe = content.stop_path.empty() ? std::string() : content.site + content.stop_path,
          .made_at = post.clock()};
}

/// Tries a message. After an earlier try whose end we may have missed, the provider is asked first: nobody is sent the
/// same thing twice.
mail::Outcome try_once(Post const& post, outbox::Stored const& message) {
  auto const parcel = outgoing(post, message);
  if (message.tries > 1) {
    auto const found = post.sender.find(parcel);
    auto const known_to_have_failed = found && found->kind == Kind::failed_now && !found->id.empty();
    if (found && !known_to_have_failed) return *found;
  }
  return post.sender.send(parcel);
}

void note_failure(outbox::Stored const& message, mail::Outcome const& outcome) {
  if (outcome.kind == Kind::sent || outcome.kind == Kind::delivered) return;
  log::warning("A message was not sent", {{"message", message.id},
                                          {"kind", message.kind},
                                          {"tries", message.tries},
                                          {"for_good", outcome.kind == Kind::failed_for_good ? "yes" : "no"},
                                          {"why", outcome.why}});
}

void gather_all(Post const& post) {
  i18n::Translator const clock(i18n::language("en"), post.config.time_zone);
  while (post.db.write([&](db::Transaction& tx) { return outbox::gather(tx, post.clock(), clock); }) > 0) {
  }
}

}  // namespace

int send_due(Post const& post) {
  gather_all(post);
  auto const words = is_readable(post.config) ? outbox::Words::keep : outbox::Words::forget;
  auto const until = post.clock() + kLongestRun;
  int tried = 0;
  while (post.clock() < until) {
    auto const claim = crypto::random_token();
    auto const message = outbox::claim(post.db, claim, post.clock(), post.config.messages_per_minute);
    if (!message) break;
    ++tried;
    auto const outcome = try_once(post, *message);
    post.db.write([&](db::Transaction& tx) { outbox::settle(tx, message->id, claim, outcome, post.clock(), words); });
    note_failure(*message, outcome);
    if (outcome.kind == Kind::limited) break;
  }
  return tried;
}

int ask_about_sent(Post const& post) {
  auto const messages = post.db.read([&](db::Transaction& tx) { return outbox::unsettled(tx, post.clock()); });
  for (auto const& message : messages) {
    auto const found = post.sender.find({.channel = message.channel, .key = message.reference, .made_at = {}});
    // Without an id, it is the asking that failed.
    auto const settled = found && found->kind != Kind::sent && !found->id.empty();
    post.db.write([&](db::Transaction& tx) {
      if (settled)
        outbox::report(tx, message.reference, *found, post.clock());
      else
        outbox::ask_later(tx, message, post.clock());
    });
  }
  return static_cast<int>(messages.size());
}

std::vector<jobs::Job> sending_jobs() {
  auto const run = [](int (*what)(Post const&)) {
    return [what](jobs::Environment& environment, std::string const&) {
      auto const sender = mail::sender(environment.config, environment.clock);
      what({environment.db, *sender, environment.clock, environment.config});
    };
  };
  auto const forget = [](jobs::Environment& environment, std::string const&) {
    environment.db.write([&](db::Transaction& tx) { outbox::forget_old_words(tx, environment.clock()); });
  };
  return {{.kind = "messages.send", .run = run(send_due), .every = kSendEvery},
          {.kind = "messages.ask", .run = run(ask_about_sent), .every = kAskEvery},
          {.kind = "messages.forget", .run = forget, .every = kForgetEvery}};
}

}  // namespace earshot::messages
