// Reports that an e-mail could not be delivered after all, as a mail server hands them over: one message a file.

#include "messages/bounces.h"

#include "messages/outbox.h"
#include "platform/db/database.h"
#include "platform/mail/bounce.h"

namespace earshot::messages {
namespace {

/// A mail server hands over whatever comes to the address, so what is no report is no fault.
Result<web::ImportReport> run(db::Database& db, std::string_view file, Time now,
                              std::function<void(std::size_t, std::size_t)> const& progress) {
  web::ImportReport report;
  auto const bounce = mail::read_bounce(file);
  if (!bounce) {
    report.remarks.emplace_back("This is no report that an e-mail could not be delivered.");
    return report;
  }
  auto const why = bounce->status.empty() ? "It came back." : "It came back: " + bounce->status + ".";
  auto const known = db::is_storable(bounce->key) &&
                     db.write([&](db::Transaction& tx) { return outbox::came_back(tx, bounce->key, why, now); });
  report.stored = known ? 1 : 0;
  if (!known) report.remarks.emplace_back("It is about no message of ours.");
  progress(1, 1);
  return report;
}

}  // namespace

web::Import bounces_import() {
  return {.name = "bounces",
          .about = "A report that an e-mail could not be delivered, as a mail server sends it",
          .run = run};
}

}  // namespace earshot::messages
