// What the pages behind a private link share. For those pages alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachments/attachments.h"
#include "platform/web/context.h"
#include "ui/page.h"
#include "voices/voices.h"

namespace earshot::voices::following {

/// All that stands behind a private link.
struct Standing {
  Voice voice;
  std::vector<agencies::Service> about;
  std::vector<asks::AnsweredAsk> asks;
  std::vector<asks::Return> returns;  ///< By services that found it was not for them.
  std::vector<Addition> additions;
  std::vector<Verdict> verdicts;
  std::vector<attachments::Attachment> files;
  std::optional<messages::Contact> contact;

  /// What the family thinks of the answer to this ask.
  [[nodiscard]] Verdict const* verdict(asks::AskId ask) const;
};

/// What this token leads to. An unknown token and a wrong one look alike: nobody without the link learns that a receipt
/// exists.
Result<Standing> find_standing(web::Context const& context, std::string_view token);

/// The same inside a transaction, for who changes it.
Result<Voice> find_voice(db::Transaction& tx, std::string_view token);

/// "/follow/TOKEN", and "/follow/TOKEN/add" with a part.
std::string path_of(std::string_view token, std::string_view part = {});

/// The frame of these pages: never in search engines, with the way out.
ui::PageOptions options(std::string const& title, std::optional<Url> back = {}, std::vector<Problem> problems = {});

/// How long it can take from when a service has it: known when the family said which one service it is about.
Html how_long(i18n::Translator const& t, Standing const& standing);

/// Where things stand, step by step.
Html timelines(i18n::Translator const& t, Standing const& standing, std::string_view token);

}  // namespace earshot::voices::following
