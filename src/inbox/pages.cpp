// What a worker does with what came in: the list, and making an ask of a voice.

#include "inbox/pages.h"

#include "asks/asks.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "ui/work_list.h"
#include "voices/voices.h"

namespace earshot::inbox {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 140;

std::string address(voices::VoiceId id) { return "/voices/" + std::to_string(id.value); }

std::string service_names(std::vector<agencies::Service> const& services, voices::Voice const& voice,
                          std::string otherwise) {
  std::string names;
  for (auto const& service : services)
    for (auto const id : voice.services)
      if (service.id == id) names += (names.empty() ? "" : ", ") + service.name;
  return names.empty() ? otherwise : names;
}

Html facts(i18n::Translator const& t, voices::Voice const& voice, std::vector<agencies::Service> const& services) {
  govuk::SummaryListOptions list;
  auto const row = [&](std::string const& key, Html const& value) {
    list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
  };
  row(t("Received"), t.date_and_time(voice.received_at));
  if (!voice.heard_on.empty()) row(t("Heard"), t("{1}, through {2}", voice.heard_on, voice.heard_through));
  row(t("About"), service_names(services, voice, t("Not sure")));
  row(t("Who is speaking"), voices::label(t, voice.speaker));
  if (!voice.wish.empty()) row(t("What they would like"), ui::written(voice.wish));
  row(t("May we show the words"), voices::label(t, voice.may_show));
  return govuk::summary_list(list);
}

/// Says so where somebody has to read it before the others.
Html to_read_first(i18n::Translator const& t, voices::Voice const& voice) {
  if (!voice.read_first) return {};
  return govuk::tag({.text = t("Please read this first"), .classes = "govuk-tag--red"});
}

/// What else can be done with a voice: the pages are those of the safeguarding room.
Html danger(i18n::Translator const& t, voices::Voice const& voice) {
  Html result;
  if (voice.read_first) result += ui::paragraph(ui::link(address(voice.id) + "/first", t("Please read this first")));
  return result += ui::button({.text = t("Somebody may be in danger"),
                               .look = ui::Button::Look::warning,
                               .href = address(voice.id) + "/danger"});
}

Html ask_form(web::Context const& context, web::FormState const& state, voices::Voice const& voice,
              std::vector<agencies::Service> const& services) {
  auto const& t = context.t;
  std::vector<ui::Choice> choices{{.value = "", .label = t("Choose a service")}};
  std::string about;
  for (auto const& service : services) {
    choices.push_back({.value = service.slug,
                       .label = t.plural("{2}, answers within 1 working day", "{2}, answers within {1} working days",
                                         service.answer_within_days, service.name)});
    if (voice.services.size() == 1 && service.id == voice.services.front()) about = service.slug;
  }
  auto const shown = voice.may_show == voices::MayShow::without_name;
  return html(
      ui::subheading(t("Make an ask of it")),
      ui::form(
          context, address(voice.id),
          html(ui::select_field(t, {.name = "service",
                                    .label = t("Which service is it for?"),
                                    .items = std::move(choices),
                                    .value = state.value("service", about),
                                    .error = ui::error_for(t, state, "service")}),
               ui::textarea_field(
                   t, {.name = "words",
                       .label = t("What may be published"),
                       .hint = shown ? t("Their words may be shown without their name. Take out whatever could show "
                                         "who they are.")
                                     : t("They asked us not to show their words. Write what they ask for in your own "
                                         "words."),
                       .value = state.value("words", shown ? std::string_view(voice.words) : std::string_view()),
                       .error = ui::error_for(t, state, "words"),
                       .rows = 6,
                       .max_characters = asks::kLongestText}),
               ui::textarea_field(t, {.name = "wish",
                                      .label = t("What they would like, for the service only"),
                                      .hint = t("You can leave this empty. Take out whatever could show who they are."),
                                      .value = state.value("wish", voice.wish),
                                      .error = ui::error_for(t, state, "wish"),
                                      .rows = 3,
                                      .max_characters = asks::kLongestText}),
               ui::button({.text = t("Pass it on")}))));
}

}  // namespace

web::Answer show_inbox(web::Context& context) {
  auto const& t = context.t;
  auto const number = ui::page_number(context.request.query);
  std::vector<voices::Voice> waiting;
  std::vector<agencies::Service> services;
  std::int64_t count = 0;
  context.db.read([&](db::Transaction& tx) {
    auto page = voices::waiting(tx, {}, number, kOnPage);
    waiting = std::move(page.voices);
    count = page.total;
    services = agencies::services(tx);
  });
  auto const title = t("What came in");
  Html content = ui::heading(title);
  if (waiting.empty()) {
    content +=
        ui::empty_state({.title = t("Nothing is waiting"), .text = t("Everything that came in has been passed on.")});
    return ui::page(context, {.title = title, .wide = true, .index = false}, content);
  }
  content += ui::lead(t.plural("1 waits to be read", "{1} wait to be read", count));
  std::vector<ui::WorkItem> items;
  for (auto const& voice : waiting)
    items.push_back(
        {.href = address(voice.id),
         .words = shortened(voice.words, kInList),
         .language = voice.language,
         .facts = {service_names(services, voice, t("Not sure")), t.date(voice.received_at), to_read_first(t, voice)}});
  content += ui::quiet(t("The oldest stands first"));
  content += ui::work_list(title, items);
  content += ui::pager(context, number, static_cast<int>((count + kOnPage - 1) / kOnPage));
  return ui::page(context, {.title = title, .wide = true, .index = false}, content);
}

web::Answer show_voice(web::Context& context, web::FormState const& state, voices::VoiceId id) {
  auto const& t = context.t;
  std::vector<agencies::Service> services;
  std::vector<asks::AnsweredAsk> made;
  auto const voice = TRY(context.db.read([&](db::Transaction& tx) {
    services = agencies::services(tx);
    made = asks::of_source(tx, {voices::kSourceKind, id.value});
    return voices::find(tx, id);
  }));
  Html content = html(ui::heading(t("Voice {1}", voice.reference)), ui::words(voice.words, voice.language),
                      facts(t, voice, services), danger(t, voice));
  if (made.empty()) {
    content += ask_form(context, state, voice, services);
  } else {
    content += ui::subheading(t("It has been passed on"));
    for (auto const& item : made)
      content += ui::paragraph(ui::link("/asks/" + std::to_string(item.ask.id.value),
                                        t("Ask {1} for {2}", item.ask.reference, item.ask.service_name)));
  }
  return ui::page(
      context,
      {.title = t("Voice {1}", voice.reference), .back = Url("/voices"), .problems = state.problems, .index = false},
      content);
}

web::Answer save_ask(web::Context& context, http::Form const& form, voices::VoiceId id) {
  Problems problems;
  voices::Triage triage;
  triage.words = tidy(form.fields.get("words"));
  if (triage.words.empty()) problems.add("words", msg("Write what may be published."));
  if (characters(triage.words) > asks::kLongestText)
    problems.add("words", msg("This is longer than 10,000 characters. Shorten it."));
  triage.wish = tidy(form.fields.get("wish"));
  if (characters(triage.wish) > asks::kLongestText)
    problems.add("wish", msg("This is longer than 10,000 characters. Shorten it."));
  auto const service =
      context.db.read([&](db::Transaction& tx) { return agencies::find_service(tx, form.fields.get("service")); });
  if (service) {
    triage.service = service->id;
  } else {
    problems.add("service", msg("Choose the service that this is for."));
  }
  auto const checked = TRY(problems.or_value(std::move(triage)));
  auto const ask = TRY(context.db.write([&](db::Transaction& tx) {
    return voices::make_ask(tx, id, checked, people::PersonId{context.viewer->id}, context.now, context.today());
  }));
  return web::go_to("/asks/" + std::to_string(ask.id.value));
}

}  // namespace earshot::inbox
