// Closing a voice without an ask: with a kind word that the family reads behind its link.

#include "inbox/pages.h"
#include "inbox/triage.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::inbox {
namespace {

std::vector<ui::Choice> reasons(i18n::Translator const& t) {
  using voices::ClosedAs;
  auto const choice = [](ClosedAs as, std::string label, std::string hint) {
    return ui::Choice{.value = std::string(to_word(as)), .label = std::move(label), .hint = Html(hint)};
  };
  return {choice(ClosedAs::thanks, t("It is a kind word"), t("Thank them, and tell them who has read it.")),
          choice(ClosedAs::no_ask_needed, t("It is not for any of our services, or nothing has to be done"),
                 t("Tell them where to go instead: a name, a number, an address.")),
          choice(ClosedAs::answered_already, t("It has been answered already"), t("Tell them where the answer is.")),
          choice(ClosedAs::nothing_to_act_on, t("Nobody can tell what they want"),
                 t("Ask them to say it once more, with a little more. Tell them that you want to hear it."))};
}

struct Standing {
  voices::Voice voice;
  std::size_t asks = 0;
};

Result<Standing> find(web::Context const& context, voices::VoiceId id) {
  return context.db.read([&](db::Transaction& tx) -> Result<Standing> {
    return Standing{TRY(voices::find(tx, id)), asks::of_source(tx, {voices::kSourceKind, id.value}).size()};
  });
}

}  // namespace

web::Answer show_closing(web::Context& context, web::FormState const& state, voices::VoiceId id) {
  auto const& t = context.t;
  auto const standing = TRY(find(context, id));
  auto const& voice = standing.voice;
  auto const list = to_query(came_from(context, state));
  auto const content = html(
      ui::heading(t("Close it without an ask")), ui::words(voice.words, voice.language),
      ui::form(
          context, address(id, "/close"),
          html(ui::hidden("seen", rules::seen(voice, standing.asks)), ui::hidden(kListField, list),
               ui::radios_field(t, {.name = "as",
                                    .legend = t("Why does it need no ask?"),
                                    .items = reasons(t),
                                    .value = state.value("as"),
                                    .error = ui::error_for(t, state, "as")}),
               ui::textarea_field(t, {.name = "note",
                                      .label = t("A kind word to the family"),
                                      .hint = t("They read it behind their private link. Write as you would speak to "
                                                "them."),
                                      .value = state.value("note"),
                                      .error = ui::error_for(t, state, "note"),
                                      .max_characters = voices::kLongestNote}),
               ui::button({.text = t("Close it and tell them")}))));
  return ui::page(context,
                  {.title = t("Close it without an ask"),
                   .back = Url(with_query(address(id), list)),
                   .problems = state.problems,
                   .index = false},
                  content);
}

web::Answer save_closing(web::Context& context, http::Form const& form, voices::VoiceId id) {
  auto const closing = TRY(rules::read_closing(form.fields));
  TRY(context.db.write([&](db::Transaction& tx) {
    return close(tx, id, closing, form.fields.get("seen"), viewer(context), context.now);
  }));
  return go_on(id, Deed::closed, form.fields);
}

}  // namespace earshot::inbox
