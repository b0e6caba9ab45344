// What the pages of saying something share: the draft of a visit, and a page for one question of it. For those pages
// alone.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "attachments/attachments.h"
#include "platform/web/context.h"
#include "platform/web/route.h"
#include "ui/html/html.h"
#include "voices/rules.h"

namespace earshot::voices::saying {

/// What there is to choose from now.
rules::Choices choices(db::Transaction& tx);
rules::Choices choices(web::Context const& context);

/// What this visit has said so far, or has sent a short while ago.
std::optional<rules::Draft> find_draft(web::Context const& context);

/// Stores the answer to one question and goes on: to the next that is open, or back to the check.
web::Answer save(web::Context& context, rules::Question question, http::Form const& form);

/// The way to the receipt of what this visit sent last; empty when it has sent nothing, or is saying something new.
std::string path_of_sent(web::Context const& context, std::optional<rules::Draft> const& draft);

/// The fields of a question, from what was said so far.
using Fields = std::function<Html(rules::Draft const&, rules::Choices const&)>;

/// The page of one question. Without a draft there is nothing to go on from, and the first question is shown; after
/// sending, the way back leads to the receipt.
web::Answer show(web::Context& context, web::FormState const& state, rules::Question question, std::string const& title,
                 Fields const& fields);

/// Who reads what is said, and what they do when somebody may be in danger.
Html danger_note(web::Context const& context);

/// Where "Exit this page" is explained.
inline constexpr std::string_view kLeavingPath = "/say/leaving";

/// Where what was written and not sent can be thrown away.
inline constexpr std::string_view kForgettingPath = "/say/forget";

/// Whether it counts by which page it was told: the one for children says it in their words.
enum class Told { anyhow, as_a_child };

/// Whether this visit has read how "Exit this page" works.
bool knows_exit(web::Context const& context, Told told = Told::anyhow);

/// Where it is explained, on the way to this page of ours.
std::string explained_before(std::string_view target);

/// Where photos and recordings are added.
inline constexpr std::string_view kFilesPath = "/say/files";

/// The photos and recordings of a draft, each with a way to take it out; empty when there are none.
Html file_list(web::Context const& context, rules::Draft const& draft);

/// How to be told: radios told_by with the fields email, text and post under them. `chosen` and `address` are what
/// stands in a form that has not been sent.
Html told_field(i18n::Translator const& t, web::FormState const& state, bool heading, std::string_view chosen,
                std::string_view address);

}  // namespace earshot::voices::saying
