// Messages: what the county says at the top of those of a kind, and those that failed for good.

#include <algorithm>
#include <array>

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "messages/messages.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/seen.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

constexpr char const* kWordsPath = "/administration/messages";
constexpr char const* kFailedPath = "/administration/failed-messages";
constexpr int kOnPage = 50;
constexpr int kAtOnce = 500;
constexpr std::size_t kLongestError = 200;
constexpr char const* kAll = "all";

struct Kind {
  std::string_view name;
  char const* about;
};

/// What the kinds of messages that we know tell of. One that is sent and not named here is shown by its name.
constexpr std::array kKinds{
    Kind{"asks.answered", i18n::mark("A service has answered")},
    Kind{"asks.corrected", i18n::mark("An answer was corrected")},
    Kind{"asks.kept", i18n::mark("A service did what it promised")},
    Kind{"asks.paused", i18n::mark("An answer takes longer")},
    Kind{"asks.reopened", i18n::mark("A service looks at it again")},
    Kind{"asks.returned", i18n::mark("Words go to another service")},
    Kind{"voices.closed", i18n::mark("Somebody has read what was said, and nothing is asked")},
    Kind{"moderation.decided", i18n::mark("A moderator decided what is shown")},
    Kind{"people.family_link", i18n::mark("A family’s link to sign in")},
    Kind{"people.invitation", i18n::mark("An invitation to work here")},
    Kind{"people.reset", i18n::mark("A link to choose a new password")},
};

std::string address(std::string_view kind, std::string_view language) {
  return std::string(kWordsPath) + "/" + std::string(kind) + "/" + std::string(language);
}

std::string title(i18n::Translator const& t, std::string const& kind) {
  for (auto const& each : kKinds)
    if (each.name == kind) return t(each.about);
  return kind;
}

/// Those that we know, and what else was sent.
std::vector<std::string> all_kinds(db::Transaction& tx) {
  std::vector<std::string> result;
  for (auto const& each : kKinds) result.emplace_back(each.name);
  for (auto& each : messages::kinds(tx))
    if (std::find(result.begin(), result.end(), each) == result.end()) result.push_back(std::move(each));
  return result;
}

/// Refused for a kind or a language that there is not.
Result<i18n::Language> check(web::Context const& context, std::string const& kind, std::string const& code) {
  auto const kinds = context.db.read([](db::Transaction& tx) { return all_kinds(tx); });
  if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
    for (auto const& each : i18n::languages())
      if (each.code == code) return each;
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

std::string channel_name(i18n::Translator const& t, messages::Channel channel) {
  switch (channel) {
    case messages::Channel::email:
      return t("E-mail");
    case messages::Channel::text:
      return t("Text message");
    case messages::Channel::post:
      return t("Post");
  }
  return {};
}

}  // namespace

web::Answer show_message_words(web::Context& context) {
  auto const& t = context.t;
  govuk::TableOptions table{.head = {{.text = t("Message")}}, .first_cell_is_header = true};
  for (auto const& language : i18n::languages()) table.head.push_back({.text = std::string(language.name)});
  context.db.read([&](db::Transaction& tx) {
    for (auto const& kind : all_kinds(tx)) {
      govuk::TableRow row{{.text = title(t, kind)}};
      for (auto const& language : i18n::languages()) {
        auto const words = messages::find_words(tx, kind, language.code);
        auto const hidden = element("span", {{"class", "govuk-visually-hidden"}},
                                    html(": ", title(t, kind), ", ", std::string(language.name)));
        row.push_back({.text = ui::link(address(kind, language.code),
                                        html(words.empty() ? t("None: add") : t("Yours: change"), hidden))});
      }
      table.rows.push_back(std::move(row));
    }
  });
  return framed(context, {.title = t("Words in messages"), .wide = true},
                html(ui::paragraph(t("Each message says by itself what is new, who is writing and why. Words of yours "
                                     "stand before that. Keep them to a sentence or two.")),
                     ui::wide_table(t("Words in messages"), table)));
}

web::Answer show_message_words_form(web::Context& context, web::FormState const& state, std::string const& kind,
                                    std::string const& code) {
  auto const& t = context.t;
  auto const language = TRY(check(context, kind, code));
  auto const stands = context.db.read([&](db::Transaction& tx) { return messages::find_words(tx, kind, code); });
  auto const field = ui::textarea_field(t, {.name = std::string(rules::kTextField),
                                            .label = t("Your words in this language: {1}", std::string(language.name)),
                                            .hint = t("Empty the field to take them away."),
                                            .value = state.value(rules::kTextField, stands),
                                            .error = ui::error_for(t, state, rules::kTextField),
                                            .rows = 4,
                                            .max_characters = rules::kLongestMessageWords});
  return framed(context, {.title = title(t, kind), .back = kWordsPath, .problems = state.problems},
                ui::form(context, address(kind, code),
                         html(ui::seen({{rules::kTextField, stands}}), field, ui::button({.text = t("Save")}))));
}

web::Answer save_message_words(web::Context& context, http::Form const& form, std::string const& kind,
                               std::string const& code) {
  TRY(check(context, kind, code));
  auto const text = TRY(rules::read_message_words(form.fields));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    TRY(ui::nobody_else_changed(form.fields, {{rules::kTextField, messages::find_words(tx, kind, code)}}));
    messages::save_words(tx, kind, code, text);
    note(tx, context, text.empty() ? "remove_message_words" : "change_message_words",
         "message words " + kind + " " + code);
    return {};
  }),
                 kWordsPath);
}

web::Answer show_failed_messages(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const page = ui::page_number(context.request.query);
  std::vector<messages::Listed> list;
  messages::Counts counts;
  context.db.read([&](db::Transaction& tx) {
    list = messages::list(tx, messages::Which::failed, page, kOnPage);
    counts = messages::counts(tx);
  });
  Frame const frame{.title = t("Messages that failed"), .problems = state.problems, .wide = true};
  auto const others = ui::quiet(t("Waiting: {1}. On their way: {2}. Delivered: {3}.", t.number(counts.waiting),
                                  t.number(counts.sent), t.number(counts.delivered)));
  if (list.empty())
    return framed(context, frame,
                  html(ui::empty_state({.title = t("No message has failed"),
                                        .text = t("A message that does not get through at once is tried again by "
                                                  "itself. What still fails then is shown here.")}),
                       others));
  // Neither addresses nor subjects: they would tell who has said what.
  govuk::TableOptions table{.head = {{.text = t("Message")},
                                     {.text = t("By")},
                                     {.text = t("Tries")},
                                     {.text = t("Written")},
                                     {.text = t("Why")},
                                     {.text = t("Try again")}},
                            .first_cell_is_header = true};
  for (auto const& message : list) {
    auto const again = ui::form(context, kFailedPath,
                                html(ui::hidden("message", number(message.id)),
                                     ui::button({.text = t("Try again"), .look = ui::Button::Look::secondary})));
    table.rows.push_back({{.text = title(t, message.kind)},
                          {.text = channel_name(t, message.channel)},
                          {.text = t.number(message.tries)},
                          {.text = t.date_and_time(message.created_at)},
                          {.text = shortened(rules::without_addresses(message.error), kLongestError)},
                          {.text = again}});
  }
  auto const all = ui::form(context, kFailedPath,
                            html(ui::hidden("message", kAll), ui::button({.text = t("Try all of them again")})));
  auto const pages = static_cast<int>((counts.failed + kOnPage - 1) / kOnPage);
  return framed(context, frame,
                html(ui::paragraph(t.plural("1 message failed for good. Mend what is wrong, then try it again.",
                                            "{1} messages failed for good. Mend what is wrong, then try them again.",
                                            counts.failed)),
                     all, ui::wide_table(frame.title, table), ui::pager(context, page, pages), others));
}

web::Answer retry_messages(web::Context& context, http::Form const& form) {
  auto const which = form.fields.get("message");
  auto const tried = context.db.write([&](db::Transaction& tx) {
    int count = 0;
    for (auto const& message : messages::list(tx, messages::Which::failed, 1, kAtOnce)) {
      if (which != kAll && which != number(message.id)) continue;
      if (!messages::try_again(tx, message.id, context.now)) continue;
      note(tx, context, "retry_message", "message " + number(message.id), message.kind);
      ++count;
    }
    return count;
  });
  if (tried == 0)
    return refuse("", msg("This cannot be tried again: its words are not kept, or they asked not to be written to."));
  return web::go_to(kFailedPath);
}

}  // namespace earshot::administration
