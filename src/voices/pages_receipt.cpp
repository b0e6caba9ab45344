// What a family keeps: the confirmation with its private link, and the page behind that link.

#include "formats/qr.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/govuk/panel.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/timeline.h"
#include "ui/words.h"
#include "voices/pages.h"

namespace earshot::voices {
namespace {

struct Standing {
  Voice voice;
  std::optional<agencies::Service> about;
  std::vector<asks::AnsweredAsk> asks;
  std::vector<asks::Return> returns;
};

/// An unknown token and a wrong one look alike: nobody without the link learns that a receipt exists.
Result<Standing> find_standing(web::Context const& context, std::string_view token) {
  return context.db.read([&](db::Transaction& tx) -> Result<Standing> {
    auto voice = find_by_token(tx, token);
    if (!voice)
      return refuse(Refusal::Kind::not_found,
                    msg("This link does not lead anywhere. Check that you have all of it, to its last letter."));
    auto about = voice->services.size() == 1 ? agencies::find_service(tx, voice->services.front()) : std::nullopt;
    auto asks = asks::of_source(tx, {kSourceKind, voice->id.value});
    auto returns = asks::returns_of(tx, {kSourceKind, voice->id.value});
    return Standing{std::move(*voice), std::move(about), std::move(asks), std::move(returns)};
  });
}

std::string follow_path(std::string_view token) { return "/follow/" + std::string(token); }

/// How long it can take from when a service has it: known when the family said which service it is about.
Html how_long(i18n::Translator const& t, std::optional<agencies::Service> const& about) {
  if (!about) return ui::paragraph(t("You see the day by which they answer as soon as a service has it."));
  return ui::paragraph(t.plural("{2} answers within {1} working day of getting it.",
                                "{2} answers within {1} working days of getting it.", about->answer_within_days,
                                about->name));
}

/// What is unusual: the clock stands still, and why; it went back to be passed on anew.
Html notes_on(i18n::Translator const& t, asks::Ask const& ask) {
  Html notes;
  for (auto const& note : asks::notes(t, ask)) notes += ui::paragraph(note);
  return notes;
}

void add_steps(i18n::Translator const& t, asks::AnsweredAsk const& item, std::vector<ui::Step>& steps) {
  using State = ui::Step::State;
  auto const& ask = item.ask;
  steps.push_back(
      {.state = State::done,
       .title = t("{1} has it", ask.service_name),
       .when = t.date(ask.created_at),
       .details = html(item.published() ? Html() : ui::paragraph(t("They answer by {1}.", t.date(ask.due_on))),
                       notes_on(t, ask))});
  if (!item.published()) {
    steps.push_back({.state = State::now, .title = t("They are working on an answer"), .when = {}});
    steps.push_back(
        {.state = State::next, .title = t("You read the answer here"), .when = t("by {1}", t.date(ask.due_on))});
    return;
  }
  steps.push_back(
      {.state = State::done,
       .title = asks::outcome_heading(t, *item.answer),
       .when = t.date(*item.answer->published_at),
       .details = html(ui::written(item.answer->text),
                       ui::paragraph(ui::link("/changes/" + ask.reference, t("See it as everybody sees it"))))});
}

std::vector<ui::Step> steps_of(i18n::Translator const& t, Standing const& standing) {
  using State = ui::Step::State;
  std::vector<ui::Step> steps{
      {.state = State::done, .title = t("We have what you said"), .when = t.date(standing.voice.received_at)}};
  for (auto const& given_back : standing.returns)
    steps.push_back({.state = State::done,
                     .title = t("{1} said that this is not for them", given_back.service_name),
                     .when = t.date(given_back.returned_at),
                     .details = ui::paragraph(t("It goes to another service. You need not do anything."))});
  if (standing.asks.empty()) {
    steps.push_back({.state = State::now,
                     .title = t("Somebody reads it"),
                     .details = ui::paragraph(t("A person, not a machine. They find out which service can answer."))});
    steps.push_back({.state = State::next,
                     .title = t("A service gets it, with a date to answer by"),
                     .details = how_long(t, standing.about)});
    steps.push_back({.state = State::next, .title = t("You read the answer here")});
  }
  for (auto const& ask : standing.asks) add_steps(t, ask, steps);
  return steps;
}

}  // namespace

web::Answer show_received(web::Context& context, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(find_standing(context, token));
  auto const address = context.absolute(follow_path(token));
  auto const content = html(
      govuk::panel(
          {.title_text = t("Thank you. We have it."),
           .text = html(t("Your reference"), void_element("br", {}), element("strong", {}, standing.voice.reference))}),
      ui::subheading(t("Keep this private link")),
      ui::paragraph(t("It is the only way to see what becomes of what you said. Nobody else has it. Save it, or take a "
                      "picture of the square.")),
      element("p", Attributes{{"class", "break"}}, ui::link(follow_path(token), address)),
      element("div", Attributes{{"class", "qr-frame"}},
              Html::trusted(formats::qr_svg(address, t("A QR code of your private link")))),
      ui::subheading(t("What happens next")),
      ui::paragraph(
          t("Somebody reads it and passes it to the service that can answer. You see each step, and the answer, "
            "behind your link. If the answer is no, it says why.")),
      how_long(t, standing.about), ui::button({.text = t("See where it stands"), .href = follow_path(token)}));
  return ui::page(context, {.title = t("Thank you. We have it."), .index = false}, content);
}

web::Answer show_receipt(web::Context& context, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(find_standing(context, token));
  auto const& voice = standing.voice;
  auto const content =
      html(ui::heading(t("Where it stands")), ui::quiet(t("Reference {1}", voice.reference)),
           ui::timeline(t, steps_of(t, standing)), ui::subheading(t("What you said")),
           ui::words(voice.words, voice.language),
           voice.wish.empty() ? Html() : html(ui::subheading(t("What you would like")), ui::written(voice.wish)),
           ui::quiet(t("Only people with this link can see this page. Whoever has the link can read it, so keep it to "
                       "yourself.")));
  return ui::page(context, {.title = t("Where it stands"), .index = false}, content);
}

}  // namespace earshot::voices
