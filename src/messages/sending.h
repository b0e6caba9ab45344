// Sending what is due: within limits, one node at a message, again after what fails for now.
#pragma once

#include "messages/messages.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"

namespace earshot::messages {

/// What sending needs.
struct Post {
  db::Database& db;
  mail::Sender& sender;
  Clock clock;
  config::Config const& config;
};

/// Gathers what is due, then sends until nothing is, the limit is reached, or two minutes have passed. How many
/// messages were tried.
int send_due(Post const& post);

/// Asks the provider what became of the messages that it has had for a while. How many were asked for.
int ask_about_sent(Post const& post);

/// Both as jobs, and one that takes old words out of the outbox.
std::vector<jobs::Job> sending_jobs();

}  // namespace earshot::messages
