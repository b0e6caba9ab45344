#include "ui/change_card.h"

#include "platform/base/text.h"

namespace earshot::ui {
namespace {

Html said(i18n::Translator const& t, ChangeCard const& card) {
  Attributes words{{"class", "change__words"}};
  if (!card.words_language.empty()) words.add("lang", card.words_language);

  auto part = element("p", {{"class", "change__label"}}, card.said.empty() ? t("You said") : card.said);
  part += element("blockquote", words, card.words);
  if (!card.words_note.empty()) part += element("p", {{"class", "change__meta"}}, card.words_note);
  if (!card.meta.empty()) part += element("p", {{"class", "change__meta"}}, card.meta);
  return element("div", {{"class", "change__said"}}, part);
}

std::string heading(i18n::Translator const& t, ChangeCard const& card) {
  if (!card.heading.empty()) return card.heading;
  if (card.kind == "done") return t("We did it");
  if (card.kind == "will") return t("We will");
  if (card.kind == "broken") return t("We promised this and have not done it yet");
  if (card.kind == "cannot") return t("We can't, and here is why");
  return t("No answer yet");
}

/// Of what was said, so much that "Read it all" tells which when links are listed by themselves.
constexpr std::size_t kInLink = 60;

Html link(i18n::Translator const& t, ChangeCard const& card) {
  Attributes address;
  address.add("href", card.href).add("class", "govuk-link");
  Html text = card.link_text.empty() ? t("Read it all") : card.link_text;
  text += element("span", {{"class", "govuk-visually-hidden"}}, ": " + shortened(card.words, kInLink));
  return element("a", address, text);
}

Html answer(i18n::Translator const& t, ChangeCard const& card) {
  auto part = element("p", {{"class", "change__label"}}, heading(t, card));
  // An answer in several paragraphs comes as markup and stands in a div, which may hold them.
  if (!card.text.empty()) part += element("div", {{"class", "change__text"}, {"dir", "auto"}}, card.text);
  Html last = card.by;
  if (!card.by.empty() && !card.href.empty()) last += " · ";
  if (!card.href.empty()) last += link(t, card);
  if (!last.empty()) part += element("p", {{"class", "change__meta"}}, last);
  return element("div", {{"class", "change__answer"}}, part);
}

}  // namespace

Html change_card(i18n::Translator const& t, ChangeCard const& card) {
  bool const known = card.kind == "done" || card.kind == "will" || card.kind == "broken" || card.kind == "cannot";
  auto const kind = known ? "change change--" + card.kind : "change";
  return element("article", {{"class", kind}}, html(said(t, card), answer(t, card)));
}

Html change_cards(i18n::Translator const& t, std::vector<ChangeCard> const& cards) {
  if (cards.empty()) return {};
  Html items;
  for (auto const& card : cards) items += element("li", {}, change_card(t, card));
  // Without its bullets a list is no list to VoiceOver unless it says that it is.
  return element("ul", {{"class", "cards"}, {"role", "list"}}, items);
}

}  // namespace earshot::ui
