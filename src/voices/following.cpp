#include "voices/following.h"

#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/prose.h"
#include "ui/timeline.h"

namespace earshot::voices::following {
namespace {

using State = ui::Step::State;

auto leads_nowhere() {
  return refuse(Refusal::Kind::not_found,
                msg("This link does not lead anywhere. Check that you have all of it, to its last letter."));
}

ui::Step received(i18n::Translator const& t, Voice const& voice) {
  return {.state = State::done, .title = t("We have what you said"), .when = t.date(voice.received_at)};
}

std::vector<ui::Step> waiting_steps(i18n::Translator const& t, Standing const& standing) {
  std::vector<ui::Step> steps{received(t, standing.voice)};
  for (auto const& given_back : standing.returns)
    steps.push_back(
        given_back.reason.empty()
            ? ui::Step{.state = State::done,
                       .title = t("Another family that had asked for the same took its words back"),
                       .when = t.date(given_back.returned_at),
                       .details = ui::paragraph(t("Somebody reads yours again. You need not do anything."))}
            : ui::Step{.state = State::done,
                       .title = t("{1} said that this is not for them", given_back.service_name),
                       .when = t.date(given_back.returned_at),
                       .details = ui::paragraph(t("It goes to another service. You need not do anything."))});
  steps.push_back({.state = State::now,
                   .title = t("Somebody reads it"),
                   .details = ui::paragraph(t("A person, not a machine. They find out which service can answer."))});
  steps.push_back({.state = State::next,
                   .title = t("A service gets it, with a date to answer by"),
                   .details = how_long(t, standing)});
  steps.push_back({.state = State::next, .title = t("You read the answer here")});
  return steps;
}

std::vector<ui::Step> closed_steps(i18n::Translator const& t, Voice const& voice) {
  return {received(t, voice),
          {.state = State::done,
           .title = t("Somebody has read it"),
           .when = t.date(*voice.closed_at),
           .details = html(ui::written(voice.closed_note),
                           ui::paragraph(t("So nobody is asked to do anything. If that is wrong, add something, and we "
                                           "look at it again.")))}};
}

/// Whether the answer is what they asked: two links, or what they said of it.
Html verdict_part(i18n::Translator const& t, Standing const& standing, asks::Ask const& ask, std::string_view token) {
  auto const* verdict = standing.verdict(ask.id);
  if (verdict == nullptr)
    return ui::button({.text = t("Tell us whether this helped"),
                       .look = ui::Button::Look::secondary,
                       .href = path_of(token, "verdict/" + ask.reference)});
  if (verdict->helped) return ui::paragraph(t("You told us that this helped. Thank you."));
  return html(ui::paragraph(t("You told us that this is not what you asked.")),
              verdict->words.empty() ? Html() : ui::written(verdict->words));
}

/// What comes after a service has it while there is no answer.
void add_open_steps(i18n::Translator const& t, asks::Ask const& ask, std::vector<ui::Step>& steps) {
  if (ask.returned_at) {
    steps.push_back({.state = State::now,
                     .title = t("They found that it is not for them"),
                     .when = t.date(*ask.returned_at),
                     .details = ui::paragraph(t("Somebody looks for the service that can answer."))});
  } else if (ask.paused_on) {
    steps.push_back({.state = State::now,
                     .title = t("They had to stop for a while"),
                     .when = t.date(*ask.paused_on),
                     .details = html(ui::written(ask.pause_reason),
                                     ui::paragraph(t("The day of the answer moves by as long as they stop.")))});
  } else {
    steps.push_back({.state = State::now, .title = t("They are working on an answer"), .when = {}});
  }
  steps.push_back({.state = State::next,
                   .title = t("You read the answer here"),
                   .when = ask.paused_on ? std::string() : t("by {1}", t.date(ask.due_on))});
}

std::vector<ui::Step> ask_steps(i18n::Translator const& t, Standing const& standing, asks::AnsweredAsk const& item,
                                std::string_view token) {
  auto const& ask = item.ask;
  std::vector<ui::Step> steps{
      received(t, standing.voice),
      {.state = State::done,
       .title = t("{1} has it", ask.service_name),
       .when = t.date(ask.created_at),
       .details = item.published() ? Html() : ui::paragraph(t("They answer by {1}.", t.date(ask.due_on)))}};
  if (!item.published()) {
    add_open_steps(t, ask, steps);
    return steps;
  }
  steps.push_back(
      {.state = State::done,
       .title = asks::outcome_heading(t, *item.answer),
       .when = t.date(*item.answer->published_at),
       .details = html(ui::written(item.answer->text),
                       ui::paragraph(ui::link("/changes/" + ask.reference, t("See it as everybody sees it"))),
                       verdict_part(t, standing, ask, token))});
  if (ask.waits && ask.reopened_at)
    steps.push_back({.state = State::now,
                     .title = t("They look at it once more"),
                     .when = t.date(*ask.reopened_at),
                     .details = ui::paragraph(t("They answer by {1}.", t.date(ask.due_on)))});
  return steps;
}

}  // namespace

Verdict const* Standing::verdict(asks::AskId ask) const {
  for (auto const& each : verdicts)
    if (each.ask == ask) return &each;
  return nullptr;
}

Result<Voice> find_voice(db::Transaction& tx, std::string_view token) {
  auto voice = find_by_token(tx, token);
  if (!voice) return leads_nowhere();
  return std::move(*voice);
}

Result<Standing> find_standing(web::Context const& context, std::string_view token) {
  return context.db.read([&](db::Transaction& tx) -> Result<Standing> {
    Standing standing{.voice = TRY(find_voice(tx, token))};
    auto const& voice = standing.voice;
    for (auto const id : voice.services)
      if (auto service = agencies::find_service(tx, id)) standing.about.push_back(std::move(*service));
    standing.asks = asks::of_source(tx, {kSourceKind, voice.id.value});
    standing.returns = asks::returns_of(tx, {kSourceKind, voice.id.value});
    standing.additions = additions(tx, voice.id);
    standing.verdicts = verdicts(tx, voice.id);
    standing.files = attachments::of_source(tx, {kSourceKind, voice.id.value});
    if (voice.contact) standing.contact = messages::find_contact(tx, *voice.contact);
    return standing;
  });
}

std::string path_of(std::string_view token, std::string_view part) {
  return "/follow/" + std::string(token) + (part.empty() ? "" : "/") + std::string(part);
}

ui::PageOptions options(std::string const& title, std::optional<Url> back, std::vector<Problem> problems) {
  return {.title = title, .back = std::move(back), .problems = std::move(problems), .index = false, .exit = true};
}

Html how_long(i18n::Translator const& t, Standing const& standing) {
  if (standing.about.size() != 1)
    return ui::paragraph(t("You see the day by which they answer as soon as a service has it."));
  auto const& about = standing.about.front();
  return ui::paragraph(t.plural("{2} answers within {1} working day of getting it.",
                                "{2} answers within {1} working days of getting it.", about.answer_within_days,
                                about.name));
}

Html timelines(i18n::Translator const& t, Standing const& standing, std::string_view token) {
  auto const& voice = standing.voice;
  if (voice.withdrawn_at)
    return html(ui::lead(t("You took this back on {1}.", t.date(*voice.withdrawn_at))),
                ui::paragraph(t("Your words are erased. That something was said, and when, is kept and counted.")));
  if (voice.closed_at && standing.asks.empty()) return ui::timeline(t, closed_steps(t, voice));
  if (standing.asks.empty()) return ui::timeline(t, waiting_steps(t, standing));
  if (standing.asks.size() == 1) return ui::timeline(t, ask_steps(t, standing, standing.asks.front(), token));
  Html all = ui::paragraph(t("Several services look at what you said. Each one answers for itself."));
  for (auto const& item : standing.asks)
    all += html(ui::subheading(item.ask.service_name), ui::timeline(t, ask_steps(t, standing, item, token)));
  return all;
}

}  // namespace earshot::voices::following
