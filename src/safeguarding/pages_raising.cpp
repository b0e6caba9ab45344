// What anybody does who can read a voice: says that somebody may be in danger, or reads first what was flagged.

#include "platform/base/text.h"
#include "platform/db/database.h"
#include "safeguarding/pages.h"
#include "safeguarding/rules.h"
#include "ui/fields.h"
#include "ui/govuk/warning_text.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::safeguarding {
namespace {

std::string path(voices::VoiceId id, std::string_view below = {}) {
  return "/voices/" + std::to_string(id.value) + std::string(below);
}

std::string path(asks::AskId id, std::string_view below = {}) {
  return "/asks/" + std::to_string(id.value) + std::string(below);
}

tl::unexpected<Refusal> no_page() { return refuse(Refusal::Kind::not_found, msg("There is no page at this address.")); }

/// The voice whose words an ask has, for somebody who may see the ask.
std::optional<voices::VoiceId> voice_of(db::Transaction& tx, asks::AskId id, web::Viewer const& viewer) {
  auto const ask = asks::find(tx, id, viewer);
  if (!ask || ask->ask.source.kind != voices::kSourceKind) return std::nullopt;
  return voices::VoiceId{ask->ask.source.id};
}

Html emergency(web::Context const& context) {
  return govuk::warning_text(
      {.text = context.t("If somebody is in danger now, call {1} first.", context.site.emergency_line)});
}

}  // namespace

Result<std::string> read_why(http::Form const& form) { return rules::read_note(form.fields, rules::kWhyField); }

http::Response raise_page(web::Context const& context, web::FormState const& state, std::string const& address,
                          std::string const& back, Html const& words) {
  auto const& t = context.t;
  auto const title = t("Somebody may be in danger");
  auto const content = html(
      ui::heading(title), emergency(context), words,
      ui::paragraph(
          t("When you press the button, nobody sees these words any more but the safeguarding leads. They are "
            "told at once. You do not have to be sure.")),
      ui::form(context, address,
               html(ui::textarea_field(t, {.name = std::string(rules::kWhyField),
                                           .label = t("What worries you?"),
                                           .hint = t("You can leave this empty. Only safeguarding leads read it."),
                                           .value = state.value(rules::kWhyField),
                                           .error = ui::error_for(t, state, rules::kWhyField),
                                           .rows = 4,
                                           .max_characters = kLongestNote}),
                    ui::button({.text = t("Tell the safeguarding leads now"), .look = ui::Button::Look::warning}))));
  return ui::page(context, {.title = title, .back = Url(back), .problems = state.problems, .index = false}, content);
}

web::Answer show_raise_voice(web::Context& context, web::FormState const& state, voices::VoiceId id) {
  auto const voice = TRY(context.db.read([&](db::Transaction& tx) { return voices::find(tx, id); }));
  return raise_page(context, state, path(id, "/danger"), path(id), ui::words(voice.words, voice.language));
}

web::Answer raise_voice(web::Context& context, http::Form const& form, voices::VoiceId id) {
  auto const why = TRY(read_why(form));
  context.db.write([&](db::Transaction& tx) { raise(tx, id, why, people::PersonId{context.viewer->id}, context.now); });
  return web::go_to(kAfterRaising);
}

web::Answer show_raise_ask(web::Context& context, web::FormState const& state, asks::AskId id) {
  auto const ask = TRY(context.db.read([&](db::Transaction& tx) -> Result<asks::AnsweredAsk> {
    if (!voice_of(tx, id, *context.viewer)) return no_page();
    return asks::find(tx, id, *context.viewer);
  }));
  return raise_page(context, state, path(id, "/danger"), path(id), ui::words(ask.ask.words, ask.ask.language));
}

/// An ask that is hidden by now is answered as one that is raised here, so that nobody learns why it is gone.
web::Answer raise_ask(web::Context& context, http::Form const& form, asks::AskId id) {
  auto const why = TRY(read_why(form));
  context.db.write([&](db::Transaction& tx) {
    if (auto const voice = voice_of(tx, id, *context.viewer))
      raise(tx, *voice, why, people::PersonId{context.viewer->id}, context.now);
  });
  return web::go_to(kAfterRaising);
}

web::Answer show_raised(web::Context& context) {
  auto const& t = context.t;
  auto const told = context.db.read([](db::Transaction& tx) { return has_leads(tx); });
  auto const title = t("Thank you. The safeguarding leads have it.");
  Html content = html(
      ui::heading(title), emergency(context),
      told ? ui::paragraph(t("They have been told and look at it now. It is gone from your lists, and from everybody "
                             "else's."))
           : govuk::warning_text({.text = t("No safeguarding lead has an account here yet, so nobody could be told. "
                                            "Call your own safeguarding lead now.")}),
      ui::paragraph(
          t("You have done your part. Do not talk about it with others, and do not ask the family: that could "
            "put somebody in more danger. A lead may get in touch with you.")),
      ui::button({.text = t("Go on with your work"), .href = "/work"}));
  return ui::page(context, {.title = title, .index = false}, content);
}

web::Answer show_read_first(web::Context& context, web::FormState const& state, voices::VoiceId id) {
  auto const& t = context.t;
  std::optional<Flag> flag;
  auto const voice = TRY(context.db.read([&](db::Transaction& tx) {
    flag = flag_of(tx, id);
    return voices::find(tx, id);
  }));
  auto const title = t("Please read this first");
  Html content = html(ui::heading(title), ui::words(voice.words, voice.language),
                      voice.wish.empty() ? Html() : ui::written(voice.wish));
  if (!flag) {
    content += ui::paragraph(t("Somebody has read this and saw no danger."));
    return ui::page(context, {.title = title, .problems = state.problems, .index = false}, content);
  }
  content +=
      ui::paragraph(t("It has words that can mean danger. A machine found them, and it does not understand them. "
                      "You decide."));
  content += ui::written(flag->found);
  content += ui::button(
      {.text = t("Somebody may be in danger"), .look = ui::Button::Look::warning, .href = path(id, "/danger")});
  content +=
      ui::form(context, path(id, "/first"),
               html(ui::textarea_field(t, {.name = std::string(rules::kWhyField),
                                           .label = t("If you see no danger, say why"),
                                           .value = state.value(rules::kWhyField),
                                           .error = ui::error_for(t, state, rules::kWhyField),
                                           .rows = 3,
                                           .max_characters = kLongestNote}),
                    ui::button({.text = t("I have read it and see no danger"), .look = ui::Button::Look::secondary})));
  return ui::page(context, {.title = title, .problems = state.problems, .index = false}, content);
}

web::Answer save_read_first(web::Context& context, http::Form const& form, voices::VoiceId id) {
  auto const why =
      TRY(rules::read_needed_note(form.fields, rules::kWhyField, msg("Write in a few words why you see no danger.")));
  auto const clear = [&](db::Transaction& tx) -> Result<void> {
    TRY(voices::find(tx, id));
    return clear_flag(tx, id, why, people::PersonId{context.viewer->id}, context.now);
  };
  TRY(context.db.write(clear));
  return web::go_to(context.may(voices::kReadVoices) ? path(id) : "/safeguarding");
}

}  // namespace earshot::safeguarding
