// What somebody is about to record, to be checked; the receipt to hand over; and the list of what they recorded, with
// where it stands.

#include "formats/qr.h"
#include "inbox/pages.h"
#include "inbox/pages_record.h"
#include "platform/base/text.h"
#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "ui/work_list.h"

namespace earshot::inbox {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 140;

/// Rows of a summary; what is empty is left out.
class Rows {
 public:
  void add(std::string const& key, Html const& value) {
    if (!value.empty()) m_list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
  }
  [[nodiscard]] Html list() const { return govuk::summary_list(m_list); }

 private:
  govuk::SummaryListOptions m_list;
};

void add_how(i18n::Translator const& t, Recording const& how, Rows& rows) {
  rows.add(t("Heard on"), t.date(how.heard_on));
  rows.add(t("Heard how"), label(t, how.heard_how));
  rows.add(t("Heard where"), how.heard_where);
  rows.add(t("Heard from"), how.heard_from);
  rows.add(t("Group"), how.group_name);
  rows.add(t("What they agreed to"), label(t, how.consent));
}

std::string language_name(i18n::Translator const& t, std::string const& code) {
  for (auto const& each : spoken_languages())
    if (each.code == code) return std::string(each.name);
  return t("Another language");
}

std::string state_of(i18n::Translator const& t, RecordedVoice const& voice,
                     std::vector<asks::AnsweredAsk> const& asks) {
  if (voice.withdrawn) return t("Taken back");
  if (voice.closed) return t("Answered with a kind word");
  if (asks.empty()) return t("Waits to be read");
  auto const& first = asks.front();
  if (first.published()) return asks::outcome_heading(t, *first.answer);
  return t("{1} answers by {2}", first.ask.service_name, t.date(first.ask.due_on));
}

}  // namespace

http::Response check_page(web::Context const& context, Recorded const& recorded, Choices const& choices,
                          http::Fields const& fields) {
  auto const& t = context.t;
  auto const& words = recorded.words;
  Rows rows;
  rows.add(t("Language"), language_name(t, words.language));
  rows.add(t("What they would like"), words.wish.empty() ? Html() : ui::written(words.wish));
  rows.add(t("Who is speaking"), voices::label(t, words.speaker));
  rows.add(t("About"), service_names(choices.services, words.services, t("Not sure")));
  rows.add(t("Topics"), names_of(choices.topics, words.topics));
  if (words.place) rows.add(t("Place"), names_of(choices.places, std::vector<county::PlaceId>{*words.place}));
  add_how(t, recorded.recording, rows);
  rows.add(t("May we show the words"), words.may_show == voices::MayShow::no ? t("No") : t("Yes, without their name"));
  rows.add(t("Told by"), recorded.contact ? ui::lines(recorded.contact->address) : Html(t("The receipt")));
  Html hidden;
  for (auto const& [name, value] : fields)
    if (name != "csrf" && name != "do" && name != "key") hidden += ui::hidden(name, value);
  // A key that was lost on the way is made anew: the worst that can come of it is one voice too many.
  auto const key = std::string(fields.get("key"));
  hidden += ui::hidden("key", key.empty() ? crypto::random_token() : key);
  auto const content = html(
      ui::heading(t("Check what you recorded")), ui::words(words.words, words.language), rows.list(),
      ui::form(context, "/record",
               html(hidden, ui::button_group(html(ui::button({.text = t("Send it"), .name = "do", .value = "send"}),
                                                  ui::button({.text = t("Change it"),
                                                              .look = ui::Button::Look::secondary,
                                                              .name = "do",
                                                              .value = "change"}))))),
      ui::quiet(t("Somebody reads it and passes it to a service. You get a receipt to hand over, and see here where it "
                  "stands.")));
  return ui::page(context, {.title = t("Check what you recorded"), .index = false}, content);
}

Html how_heard_list(i18n::Translator const& t, HowHeard const& heard) {
  Rows rows;
  rows.add(t("Recorded by"), heard.recorded_by);
  add_how(t, heard.recording, rows);
  return rows.list();
}

web::Answer show_recorded(web::Context& context) {
  auto const& t = context.t;
  auto const number = ui::page_number(context.request.query);
  std::vector<ui::WorkItem> items;
  auto const count = context.db.read([&](db::Transaction& tx) {
    for (auto const& voice : recorded_by(tx, viewer(context), number, kOnPage))
      items.push_back({.href = "/recorded/" + std::to_string(voice.id.value),
                       .words = voice.withdrawn ? t("Taken back by the family") : shortened(voice.words, kInList),
                       .language = voice.withdrawn ? std::string(t.language().code) : voice.language,
                       .facts = {t.date(voice.recorded_at),
                                 state_of(t, voice, asks::of_source(tx, {voices::kSourceKind, voice.id.value}))}});
    return count_recorded_by(tx, viewer(context));
  });
  auto const title = t("What I recorded");
  Html content = ui::heading(title);
  if (items.empty()) {
    content += ui::empty_state({.title = t("You have recorded nothing yet"),
                                .text = t("When somebody tells you something that a service should hear, record it for "
                                          "them."),
                                .action_text = t("Record for somebody"),
                                .action_href = "/record"});
  } else {
    content += html(ui::button({.text = t("Record for somebody"), .href = "/record"}),
                    ui::quiet(t("The newest stands first")), ui::work_list(title, items),
                    ui::pager(context, number, static_cast<int>((count + kOnPage - 1) / kOnPage)));
  }
  return ui::page(context, {.title = title, .wide = true, .index = false}, content);
}

web::Answer show_recorded_voice(web::Context& context, voices::VoiceId id) {
  auto const& t = context.t;
  std::optional<HowHeard> heard;
  std::vector<asks::AnsweredAsk> asks;
  std::string link;
  auto const voice = context.db.read([&](db::Transaction& tx) {
    heard = how_heard(tx, id);
    asks = asks::of_source(tx, {voices::kSourceKind, id.value});
    link = voices::receipt_path(tx, id);
    return find_recorded(tx, viewer(context), id);
  });
  if (!voice || !heard) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  auto const address = context.absolute(link);
  auto const content = html(
      ui::heading(t("Recorded: {1}", voice->reference)), ui::lead(state_of(t, *voice, asks)),
      ui::subheading(t("A receipt to hand over")),
      ui::paragraph(
          t("Print this page, or let them take a picture of the square. Behind the link they see what becomes "
            "of it, and can take it back. Nobody else has the link.")),
      element("p", Attributes{{"class", "break"}}, ui::link(link, address)),
      element("div", Attributes{{"class", "qr-frame"}},
              Html::trusted(formats::qr_svg(address, t("A QR code of their private link")))),
      voice->withdrawn ? Html() : html(ui::subheading(t("What they said")), ui::words(voice->words, voice->language)),
      ui::subheading(t("How you heard it")), how_heard_list(t, *heard),
      ui::button({.text = t("Record for somebody else"), .look = ui::Button::Look::secondary, .href = "/record"}));
  return ui::page(context, {.title = t("Recorded: {1}", voice->reference), .back = Url("/recorded"), .index = false},
                  content);
}

}  // namespace earshot::inbox
