// What would have been sent, for a demonstration: there, nothing leaves and everybody reads it.

#include "messages/outbox.h"
#include "messages/pages.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/govuk/inset_text.h"
#include "ui/govuk/summary_list.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/table.h"

namespace earshot::messages {
namespace {

constexpr int kPerPage = 50;

Result<void> must_be_readable(web::Context const& context) {
  if (is_readable(context.site.config)) return {};
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

std::string channel_label(Channel channel, i18n::Translator const& t) {
  switch (channel) {
    case Channel::email:
      return t("E-mail");
    case Channel::text:
      return t("Text message");
    case Channel::post:
      return t("Letter");
  }
  return {};
}

std::string state_label(State state, i18n::Translator const& t) {
  switch (state) {
    case State::waiting:
    case State::sending:
      return t("Waiting");
    case State::sent:
      return t("Sent");
    case State::delivered:
      return t("Delivered");
    case State::failed:
      return t("Failed");
  }
  return {};
}

Html what_it_is(i18n::Translator const& t) {
  return govuk::inset_text(
      {.text = t("This is a demonstration: nothing leaves this machine. Here you read what people would be sent.")});
}

Html list_of(std::vector<Listed> const& messages, i18n::Translator const& t) {
  govuk::TableOptions table{
      .head = {{.text = t("About")}, {.text = t("To")}, {.text = t("How")}, {.text = t("When")}, {.text = t("State")}}};
  for (auto const& message : messages)
    table.rows.push_back({{.text = ui::link("/outbox/" + std::to_string(message.id.value), message.subject)},
                          {.text = ui::lines(message.address)},
                          {.text = channel_label(message.channel, t)},
                          {.text = t.date_and_time(message.created_at)},
                          {.text = state_label(message.state, t)}});
  return ui::wide_table(t("Outbox"), table);
}

}  // namespace

web::Answer show_outbox(web::Context& context) {
  TRY(must_be_readable(context));
  auto const& t = context.t;
  auto const number = ui::page_number(context.request.query);
  auto const [messages, counted] = context.db.read(
      [&](db::Transaction& tx) { return std::pair(list(tx, Which::all, number, kPerPage), counts(tx)); });
  auto const all = counted.waiting + counted.sent + counted.delivered + counted.failed;
  auto content = html(ui::heading(t("Outbox")), what_it_is(t));
  if (messages.empty())
    content += ui::empty_state({.title = t("Nobody has been written to yet"),
                                .text = t("News is gathered for two minutes, so that what happens together comes "
                                          "together. Look again a little later.")});
  else
    content +=
        html(list_of(messages, t), ui::pager(context, number, static_cast<int>((all + kPerPage - 1) / kPerPage)));
  return ui::page(context, {.title = t("Outbox"), .wide = true, .index = false}, content);
}

web::Answer show_message(web::Context& context, MessageId id) {
  TRY(must_be_readable(context));
  auto const& t = context.t;
  // A link to stop messages may be the first of all, and makes its secret.
  auto const found = context.db.write([&](db::Transaction& tx) -> std::optional<std::pair<outbox::Stored, Content>> {
    auto message = outbox::find(tx, id);
    if (!message || is_confidential(tx, id)) return std::nullopt;
    auto content = outbox::content(tx, *message, context.site.place, context.absolute(""));
    return std::pair(std::move(*message), std::move(content));
  });
  if (!found) return refuse(Refusal::Kind::not_found, msg("There is no such message."));
  auto const& [message, content] = *found;
  govuk::SummaryListOptions facts;
  auto const fact = [&](std::string key, Html value) {
    facts.rows.push_back({.key = {.text = std::move(key)}, .value = {.text = std::move(value)}});
  };
  fact(t("To"), ui::lines(message.address));
  fact(t("How"), channel_label(message.channel, t));
  fact(t("Written"), t.date_and_time(message.created_at));
  fact(t("State"), state_label(message.state, t));
  auto body = html(ui::heading(message.note.title), what_it_is(t), govuk::summary_list(facts));
  if (message.channel == Channel::email) body += html(ui::subheading(t("As it looks")), shown(content));
  body += html(ui::subheading(t("As plain text")),
               element("pre", {{"class", "plain-text"}, {"lang", message.language}, {"dir", "auto"}, {"tabindex", "0"}},
                       compose(content).text));
  return ui::page(context, {.title = message.note.title, .back = Url("/outbox"), .index = false}, body);
}

}  // namespace earshot::messages
