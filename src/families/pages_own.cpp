// What a family that is signed in sees: everything of theirs, how they are told, and how they leave.

#include "asks/asks.h"
#include "families/families.h"
#include "families/pages.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/told_fields.h"
#include "ui/work_list.h"
#include "voices/voices.h"

namespace earshot::families {
namespace {

using messages::Channel;
using messages::Contact;
using messages::Pace;

constexpr std::size_t kInList = 160;

/// Something that the family said, with the asks that came of it.
struct Said {
  voices::Voice voice;
  std::string path;  ///< Of its private page; empty when it has none.
  std::vector<asks::AnsweredAsk> asks;
};

struct Own {
  std::string email;
  std::optional<Contact> contact;
  std::vector<Said> said;
  std::vector<asks::AnsweredAsk> supported;  ///< What others said and matters to them too.
};

Own load(web::Context& context) {
  return context.db.read([&](db::Transaction& tx) {
    Own own;
    own.email = people::address_of_family(tx, {context.viewer->id}).value_or(std::string());
    own.contact = messages::find_contact(tx, messages::Channel::email, own.email);
    if (!own.contact) return own;
    for (auto& voice : voices::of_contact(tx, own.contact->id)) {
      auto path = voices::receipt_path(tx, voice.id);
      auto its_asks = asks::of_source(tx, {voices::kSourceKind, voice.id.value});
      own.said.push_back({std::move(voice), std::move(path), std::move(its_asks)});
    }
    own.supported = asks::supported_by(tx, own.contact->id);
    return own;
  });
}

/// Where one ask stands: "We will, by 31 March 2027", or by when it is answered.
std::string standing(i18n::Translator const& t, asks::AnsweredAsk const& item) {
  if (item.published()) return t("{1}: {2}", item.ask.service_name, asks::outcome_heading(t, *item.answer));
  if (item.ask.paused_on)
    return t("{1} has it. The clock is stopped: {2}", item.ask.service_name, item.ask.pause_reason);
  return t("{1} answers by {2}.", item.ask.service_name, t.date(item.ask.due_on));
}

std::vector<Html> standings(i18n::Translator const& t, Said const& said) {
  if (said.voice.withdrawn_at) return {t("You took it back.")};
  std::vector<Html> facts;
  for (auto const& ask : said.asks) facts.emplace_back(standing(t, ask));
  if (!facts.empty()) return facts;
  if (said.voice.closed_at) return {t("We have read it, with thanks.")};
  return {t("We are reading it. Then a service is asked to answer.")};
}

Html list(i18n::Translator const& t, std::vector<Said> const& said) {
  if (said.empty())
    return ui::empty_state({.title = t("Nothing is here yet"),
                            .text = t("What you say with this e-mail address stands here, with what became of it."),
                            .action_text = t("Say something"),
                            .action_href = "/say"});
  std::vector<ui::WorkItem> items;
  for (auto const& each : said) {
    std::vector<Html> facts{t("You said it on {1}.", t.date(each.voice.received_at))};
    for (auto& fact : standings(t, each)) facts.push_back(std::move(fact));
    auto const words = each.voice.withdrawn_at ? each.voice.reference : shortened(each.voice.words, kInList);
    items.push_back({.href = each.path.empty() ? Url("/families") : Url(each.path),
                     .words = words,
                     .language = each.voice.language,
                     .facts = std::move(facts)});
  }
  return ui::work_list(t("What you said"), items);
}

/// What others asked and matters to them too, with what became of it.
Html supported_part(i18n::Translator const& t, std::vector<asks::AnsweredAsk> const& supported) {
  if (supported.empty()) return {};
  std::vector<ui::WorkItem> items;
  for (auto const& item : supported) {
    std::vector<Html> facts{standing(t, item)};
    for (auto const& note : asks::notes(t, item.ask)) facts.emplace_back(note);
    auto const said = asks::said(t, item.ask.words, item.ask.language);
    items.push_back({.href = Url("/changes/" + item.ask.reference),
                     .words = shortened(said.words, kInList),
                     .language = said.language,
                     .facts = std::move(facts)});
  }
  return html(ui::subheading(t("What matters to you too")), ui::work_list(t("What matters to you too"), items));
}

std::string pace_text(i18n::Translator const& t, Pace pace) {
  switch (pace) {
    case Pace::at_once:
      return t("As soon as there is something new");
    case Pace::daily:
      return t("At most once a day");
    case Pace::weekly:
      return t("At most once a week");
  }
  return {};
}

Html how_told(i18n::Translator const& t, Own const& own) {
  auto const row = [](std::string const& key, Html const& value) {
    return govuk::SummaryRow{.key = {.text = key}, .value = {.text = value}};
  };
  std::vector<govuk::SummaryRow> rows{row(t("E-mail address"), own.email)};
  auto const stopped = own.contact && own.contact->stopped_at;
  if (own.contact && own.contact->told_by)
    rows.push_back(row(*own.contact->told_by == Channel::text ? t("By text message") : t("By post"),
                       ui::lines(own.contact->told_at)));
  rows.push_back(row(t("When we write"), stopped ? t("Never: you asked us not to write.")
                                                 : pace_text(t, own.contact ? own.contact->pace : Pace::at_once)));
  if (own.contact && !stopped) {
    rows.push_back(row(t("Language"), std::string(i18n::language(own.contact->language).name)));
    rows.push_back(row(t("Print"), own.contact->large_print ? t("Large") : t("Usual")));
  }
  return html(govuk::summary_list({.rows = std::move(rows)}),
              ui::paragraph(ui::link("/families/preferences", t("Change how we tell you"))));
}

/// What the form says, or what is stored when it has not been sent.
Result<Contact> read(http::Fields const& fields, Contact contact) {
  Problems problems;
  if (auto const pace = from_word<Pace>(fields.get("pace")))
    contact.pace = *pace;
  else if (fields.get("pace") != "never")
    problems.add("pace", msg("Choose how often we may write to you."));
  auto const language = fields.get("language");
  auto const& all = i18n::languages();
  if (std::none_of(all.begin(), all.end(), [&](auto const& each) { return each.code == language; }))
    problems.add("language", msg("Choose a language."));
  contact.language = language;
  contact.large_print = fields.get("print") == "large";
  contact.told_by = from_word<Channel>(fields.get("told_by"));
  if (!contact.told_by)
    problems.add("told_by", msg("Choose how we tell you."));
  else if (*contact.told_by == Channel::email)
    contact.told_by.reset();
  contact.told_at = contact.told_by
                        ? problems.take(messages::read_address(*contact.told_by, fields.get(to_word(*contact.told_by)),
                                                               to_word(*contact.told_by)))
                        : std::string();
  return problems.or_value(std::move(contact));
}

Html channel_field(i18n::Translator const& t, web::FormState const& state, Contact const& contact,
                   std::string const& email) {
  auto const standing = [&](Channel channel) {
    return contact.told_by == channel ? std::string_view(contact.told_at) : std::string_view();
  };
  return ui::radios_field(
      t, {.name = "told_by",
          .legend = t("How shall we tell you?"),
          .items = {{.value = "email", .label = t("By e-mail"), .hint = element("span", {{"class", "break"}}, email)},
                    {.value = "text",
                     .label = t("By text message"),
                     .conditional = ui::told_by_text_field(t, state, standing(Channel::text))},
                    {.value = "post",
                     .label = t("By post"),
                     .conditional = ui::told_by_post_field(t, state, standing(Channel::post))}},
          .value = state.value("told_by", to_word(contact.told_by.value_or(Channel::email))),
          .error = ui::error_for(t, state, "told_by")});
}

}  // namespace

web::Answer show_own_page(web::Context& context) {
  auto const& t = context.t;
  auto const own = load(context);
  auto const title = t("What you said, and what became of it");
  return ui::page(context, {.title = title, .wide = true, .index = false},
                  html(ui::heading(title), list(t, own.said),
                       own.said.empty() ? Html() : ui::button({.text = t("Say something else"), .href = "/say"}),
                       supported_part(t, own.supported), ui::subheading(t("How we tell you")), how_told(t, own),
                       ui::paragraph(ui::link("/families/leave", t("Delete my account")))));
}

web::Answer show_preferences(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const own = load(context);
  auto const contact = own.contact.value_or(Contact{.language = std::string(t.language().code)});
  std::vector<ui::Choice> paces;
  for (auto const pace : {Pace::at_once, Pace::daily, Pace::weekly})
    paces.push_back({.value = std::string(to_word(pace)), .label = pace_text(t, pace)});
  paces.push_back({.value = "never",
                   .label = t("Never"),
                   .hint = t("You can still look here, and behind your private links."),
                   .divider_before = t("or")});
  std::vector<ui::Choice> languages;
  for (auto const& each : i18n::languages())
    languages.push_back({.value = std::string(each.code), .label = std::string(each.name)});
  auto const title = t("How we tell you");
  return ui::page(
      context, {.title = title, .back = Url("/families"), .problems = state.problems, .index = false},
      html(
          ui::heading(title),
          ui::paragraph(t("We write to you when there is something new about what you said. The link to sign in always "
                          "comes to {1}.",
                          own.email)),
          ui::form(context, "/families/preferences",
                   html(channel_field(t, state, contact, own.email),
                        ui::radios_field(
                            t, {.name = "pace",
                                .legend = t("How often may we write?"),
                                .items = std::move(paces),
                                .value = state.value("pace", contact.stopped_at ? "never" : to_word(contact.pace)),
                                .error = ui::error_for(t, state, "pace")}),
                        ui::radios_field(t, {.name = "language",
                                             .legend = t("In which language?"),
                                             .items = std::move(languages),
                                             .value = state.value("language", contact.language),
                                             .error = ui::error_for(t, state, "language")}),
                        ui::radios_field(t, {.name = "print",
                                             .legend = t("How large?"),
                                             .items = {{.value = "usual", .label = t("Usual letters")},
                                                       {.value = "large", .label = t("Large letters")}},
                                             .value = state.value("print", contact.large_print ? "large" : "usual")}),
                        ui::button({.text = t("Save")})))));
}

web::Answer save_preferences(web::Context& context, http::Form const& form) {
  auto const own = load(context);
  auto const wanted = TRY(read(form.fields, own.contact.value_or(Contact{})));
  auto const never = form.fields.get("pace") == "never";
  context.db.write([&](db::Transaction& tx) {
    auto contact = wanted;
    contact.id = messages::keep_contact(tx, messages::Channel::email, own.email, wanted.language, context.now);
    messages::save_preferences(tx, contact);
    if (never)
      messages::stop(tx, contact.id, context.now);
    else
      messages::start_again(tx, contact.id);
    record::note(tx, {"person " + std::to_string(context.viewer->id), "families.save_preferences", "", ""},
                 context.now);
  });
  return web::go_to("/families");
}

web::Answer show_leave(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("Delete my account");
  return ui::page(
      context, {.title = title, .back = Url("/families"), .problems = state.problems, .index = false},
      html(ui::heading(title), ui::subheading(t("What goes")),
           ui::paragraph(t("Your account with us. We write to you no more, and you are signed out everywhere.")),
           ui::subheading(t("What is kept")),
           ui::paragraph(
               t("What you said, so that it is still answered. Your address is kept only to know that we must not "
                 "write to it. To take back what you said, open it first and choose that there.")),
           ui::form(context, "/families/leave",
                    ui::button({.text = t("Delete my account"), .look = ui::Button::Look::warning}))));
}

web::Answer leave(web::Context& context, http::Form const&) {
  people::PersonId const person{context.viewer->id};
  context.db.write([&](db::Transaction& tx) {
    auto const email = people::address_of_family(tx, person);
    if (auto contact = email ? messages::find_contact(tx, Channel::email, *email) : std::nullopt) {
      contact->told_by.reset();
      contact->told_at.clear();
      messages::save_preferences(tx, *contact);
      messages::stop(tx, contact->id, context.now);
    }
    people::close_family(tx, person, context.now);
  });
  web::sign_out(context);
  return web::go_to("/");
}

}  // namespace earshot::families
