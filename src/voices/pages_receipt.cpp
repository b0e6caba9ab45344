// What a family keeps: the confirmation with its private link, and the page behind that link.

#include "formats/qr.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/govuk/panel.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "voices/following.h"
#include "voices/pages.h"

namespace earshot::voices {
namespace {

using following::path_of;
using following::Standing;

/// For a child: who can help besides us.
Html for_a_child(web::Context const& context, Voice const& voice) {
  if (voice.speaker != Speaker::child) return {};
  auto const& t = context.t;
  return html(ui::subheading(t("If something is worrying you")),
              ui::paragraph(t("Tell a grown-up you trust: somebody at home, a teacher, a doctor.")),
              ui::paragraph(t("You can also call {1}. It is free, and they listen.", context.site.child_line)));
}

/// What the family said, with what they added; nothing of it is left once they took it back.
Html said(i18n::Translator const& t, Standing const& standing) {
  auto const& voice = standing.voice;
  if (voice.withdrawn_at) return {};
  Html content = html(ui::subheading(t("What you said")), ui::words(voice.words, voice.language));
  if (voice.feeling) content += ui::paragraph(t("How it feels: {1}", label(t, *voice.feeling)));
  if (!voice.wish.empty()) content += html(ui::subheading(t("What you would like")), ui::written(voice.wish));
  for (auto const& addition : standing.additions)
    content += html(ui::subheading(t("You added on {1}", t.date(addition.received_at))),
                    ui::words(addition.words, addition.language));
  return content;
}

/// What was sent with it, and how far the moderator is; the page that says why is that of the moderation room.
Html files(i18n::Translator const& t, Standing const& standing, std::string_view token) {
  if (standing.files.empty() || standing.voice.withdrawn_at) return {};
  auto const names = attachments::names(t, standing.files);
  auto refused = false;
  Html items;
  for (std::size_t each = 0; each < names.size(); ++each) {
    auto const state = standing.files[each].state;
    refused = refused || state == attachments::State::refused;
    items += element("li", {}, t("{1}: {2}", names[each], attachments::label(t, state)));
  }
  return html(
      ui::subheading(t("Photos and recordings")), element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items),
      refused ? ui::paragraph(ui::link(path_of(token, "shown"), t("Read why, or ask for another look"))) : Html());
}

/// What can be done here. It is not printed: paper has no buttons.
Html choices(i18n::Translator const& t, Standing const& standing, std::string_view token) {
  if (standing.voice.withdrawn_at) return {};
  auto const item = [&](std::string_view part, std::string const& text) {
    return element("li", {}, ui::link(path_of(token, part), text));
  };
  auto const told = standing.contact && !standing.contact->stopped_at
                        ? t("We tell you: {1}.", label(t, standing.contact->channel))
                        : t("We do not write to you. This page tells you.");
  return element("div", {{"class", "govuk-!-display-none-print"}},
                 html(ui::subheading(t("What you can do")),
                      element("ul", {{"class", "govuk-list govuk-list--spaced"}},
                              html(item("add", t("Add something")), item("told", t("Change how we tell you")),
                                   item("withdraw", t("Take it back")))),
                      ui::quiet(told)));
}

}  // namespace

web::Answer show_received(web::Context& context, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(following::find_standing(context, token));
  auto const address = context.absolute(path_of(token));
  auto const content = html(
      govuk::panel(
          {.title_text = t("Thank you. We have it."),
           .text = html(t("Your reference"), void_element("br", {}), element("strong", {}, standing.voice.reference))}),
      ui::subheading(t("Keep this private link")),
      ui::paragraph(
          standing.contact
              ? t("You can see here what becomes of what you said. Nobody else has this link. Save it, or take "
                  "a picture of the square.")
              : t("It is the only way to see what becomes of what you said. Nobody else has it. Save it, or "
                  "take a picture of the square.")),
      element("p", Attributes{{"class", "break"}}, ui::link(path_of(token), address)),
      element("div", Attributes{{"class", "qr-frame"}},
              Html::trusted(formats::qr_svg(address, t("A QR code of your private link")))),
      ui::subheading(t("What happens next")),
      ui::paragraph(
          t("Somebody reads it and passes it to the service that can answer. You see each step, and the answer, "
            "behind your link. If the answer is no, it says why.")),
      standing.contact ? ui::paragraph(t("We tell you: {1}.", label(t, standing.contact->channel))) : Html(),
      following::how_long(t, standing), for_a_child(context, standing.voice),
      ui::button({.text = t("See where it stands"), .href = path_of(token)}));
  return ui::page(context, following::options(t("Thank you. We have it.")), content);
}

web::Answer show_receipt(web::Context& context, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(following::find_standing(context, token));
  auto const struck = context.db.read([&](db::Transaction& tx) {
    return asks::has_struck_words(tx, {kSourceKind, standing.voice.id.value});
  });
  auto const content =
      html(ui::heading(t("Where it stands")), ui::quiet(t("Reference {1}", standing.voice.reference)),
           following::timelines(t, standing, token), said(t, standing), files(t, standing, token),
           choices(t, standing, token), for_a_child(context, standing.voice),
           // The page is that of the moderation room.
           struck ? ui::paragraph(ui::link("/follow/" + token + "/shown",
                                           t("A moderator changed the words that everybody reads. Read why")))
                  : Html(),
           ui::paragraph(t("If somebody is in danger now, call {1}.", context.site.emergency_line)),
           ui::quiet(t("Only people with this link can see this page. Whoever has the link can read it, so keep it to "
                       "yourself.")));
  return ui::page(context, following::options(t("Where it stands")), content);
}

}  // namespace earshot::voices
