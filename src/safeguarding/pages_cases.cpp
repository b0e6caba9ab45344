// What safeguarding leads see: the cases with their clocks, a case with its words and its log, and the note to hand
// over.

#include "attachments/attachments.h"
#include "platform/db/database.h"
#include "safeguarding/pages.h"
#include "safeguarding/rules.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/table.h"
#include "ui/words.h"

namespace earshot::safeguarding {
namespace {

constexpr int kOnPage = 50;
constexpr int kMostFlags = 50;

people::PersonId me(web::Context const& context) { return people::PersonId{context.viewer->id}; }

govuk::SummaryRow row(std::string const& key, Html const& value) {
  return {.key = {.text = key}, .value = {.text = value}};
}

/// The clock, always in words too.
Html clock(web::Context const& context, Case const& found) {
  auto const& t = context.t;
  auto const clock = rules::clock_of(found, context.now);
  if (clock.next == rules::Clock::Next::nothing) return label(t, found.state);
  auto const what = clock.next == rules::Clock::Next::look ? t("Look at it by {1}", t.date_and_time(clock.by))
                                                           : t("Decide by {1}", t.date_and_time(clock.by));
  if (!clock.late) return what;
  return html(govuk::tag({.text = t("Late"), .classes = "govuk-tag--red"}), " ", what);
}

Html list(web::Context const& context, std::vector<Case> const& cases, std::string const& caption) {
  auto const& t = context.t;
  govuk::TableOptions table{.head = {{.text = t("Reference")}, {.text = t("Raised")}, {.text = t("How it stands")}},
                            .caption = caption,
                            .caption_classes = "govuk-table__caption--m",
                            .first_cell_is_header = true};
  for (auto const& each : cases)
    table.rows.push_back({{.text = ui::link(address(each), each.reference)},
                          {.text = t.date_and_time(each.raised_at)},
                          {.text = clock(context, each)}});
  return ui::wide_table(caption, table);
}

/// All that is known of the voice, as the family said it.
struct Said {
  voices::Voice voice;
  std::vector<voices::Addition> additions;
  std::vector<attachments::Attachment> files;
  std::vector<agencies::Service> services;
  std::optional<messages::Contact> contact;
  std::vector<store::MadeAsk> asks;
};

Result<Said> find_said(db::Transaction& tx, Case const& found) {
  // One that was given back is read where it stands now, by those who may.
  auto said = Said{.voice = TRY(found.state == State::given_back ? voices::find(tx, found.voice)
                                                                 : voices::find_hidden(tx, found.voice)),
                   .additions = voices::additions(tx, found.voice),
                   .files = attachments::of_source(tx, {voices::kSourceKind, found.voice.value}),
                   .services = {},
                   .contact = {},
                   .asks = store::asks_of(tx, found.voice)};
  for (auto const id : said.voice.services)
    if (auto service = agencies::find_service(tx, id)) said.services.push_back(std::move(*service));
  if (said.voice.contact) said.contact = messages::find_contact(tx, *said.voice.contact);
  return said;
}

Html words_of(web::Context const& context, Said const& said) {
  auto const& t = context.t;
  Html result = html(ui::subheading(t("What was said")), ui::words(said.voice.words, said.voice.language));
  if (!said.voice.wish.empty()) result += html(ui::subheading(t("What they would like")), ui::written(said.voice.wish));
  if (!said.additions.empty()) result += ui::subheading(t("What they added"));
  for (auto const& addition : said.additions)
    result += html(ui::words(addition.words, addition.language), ui::quiet(t.date_and_time(addition.received_at)));
  if (said.voice.withdrawn_at)
    result +=
        ui::paragraph(t("They took it back on {1}. To everybody else its words are gone; they are erased when you "
                        "give it back.",
                        t.date_and_time(*said.voice.withdrawn_at)));
  return result;
}

/// Photos and recordings, whether or not a moderator has seen them: nobody else does while the voice is hidden.
Html files(web::Context const& context, Case const& found, Said const& said) {
  auto const& t = context.t;
  if (said.files.empty() || !said.voice.hidden) return {};
  auto const names = attachments::names(t, said.files);
  Html result = ui::subheading(t("Photos and recordings"));
  for (std::size_t each = 0; each < names.size(); ++each)
    result += attachments::shown(said.files[each],
                                 address(found, "/files/" + std::to_string(said.files[each].id.value)), names[each]);
  return result;
}

Html facts(web::Context const& context, Case const& found, Said const& said) {
  auto const& t = context.t;
  Html services;
  for (auto const& service : said.services) services += html(services.empty() ? "" : ", ", service.name);
  govuk::SummaryListOptions list{.rows = {row(t("Voice"), said.voice.reference),
                                          row(t("Received"), t.date_and_time(said.voice.received_at)),
                                          row(t("Heard through"), said.voice.heard_through),
                                          row(t("About"), services.empty() ? Html(t("Not sure")) : services)}};
  if (said.contact) list.rows.push_back(row(t("Can be reached by"), ui::written(said.contact->address)));
  for (auto const& ask : said.asks)
    list.rows.push_back(row(t("It was passed on"), html(ask.service, ", ", ask.reference)));
  list.rows.push_back(row(t("Raised"), t.date_and_time(found.raised_at)));
  list.rows.push_back(row(t("Raised by"), found.raised_by));
  list.rows.push_back(row(t("Why"), found.why.empty() ? Html(t("They did not say.")) : ui::written(found.why)));
  list.rows.push_back(row(t("How it stands"), clock(context, found)));
  return govuk::summary_list(list);
}

Html handovers(web::Context const& context, std::vector<store::StoredHandover> const& list) {
  auto const& t = context.t;
  Html result;
  for (auto const& each : list) {
    govuk::SummaryListOptions rows{
        .rows = {row(t("Handed over to"), label(t, each.handover)), row(t("Taken by"), each.handover.taken_by),
                 row(t("When"), t.date_and_time(each.at)), row(t("Handed over by"), each.person)}};
    if (!each.handover.their_reference.empty())
      rows.rows.push_back(row(t("Their reference"), each.handover.their_reference));
    if (!each.handover.note.empty()) rows.rows.push_back(row(t("Note"), ui::written(each.handover.note)));
    result += govuk::summary_list(rows);
  }
  return result;
}

Html log_table(web::Context const& context, std::vector<LogEntry> const& entries) {
  auto const& t = context.t;
  govuk::TableOptions table{.head = {{.text = t("When")}, {.text = t("Who")}, {.text = t("What")}},
                            .caption = t("Everything that was done"),
                            .caption_classes = "govuk-table__caption--m"};
  for (auto const& entry : entries)
    table.rows.push_back({{.text = t.date_and_time(entry.at)},
                          {.text = entry.person.value_or("Earshot")},
                          {.text = html(label(t, entry), entry.note.empty() ? Html() : ui::written(entry.note))}});
  return ui::wide_table(t("Everything that was done"), table);
}

Html note_form(web::Context const& context, web::FormState const& state, Case const& found) {
  auto const& t = context.t;
  return ui::form(context, address(found),
                  html(ui::textarea_field(t, {.name = std::string(rules::kNoteField),
                                              .label = t("Add a note"),
                                              .hint = t("It stays in the log of this case for good."),
                                              .value = state.value(rules::kNoteField),
                                              .error = ui::error_for(t, state, rules::kNoteField),
                                              .rows = 3,
                                              .max_characters = kLongestNote}),
                       ui::button({.text = t("Add the note"), .look = ui::Button::Look::secondary})));
}

Html what_next(web::Context const& context, Case const& found) {
  auto const& t = context.t;
  if (found.state == State::given_back) return {};
  return html(ui::subheading(t("What happens next")),
              ui::button_group(html(ui::button({.text = t("Hand it over"), .href = address(found, "/hand-over")}),
                                    ui::button({.text = t("No concern, or keep it hidden"),
                                                .look = ui::Button::Look::secondary,
                                                .href = address(found, "/decide")}),
                                    ui::link(address(found, "/note"), t("Hand-over note to print")))));
}

}  // namespace

web::Answer show_cases(web::Context& context) {
  auto const& t = context.t;
  auto const number = ui::page_number(context.request.query);
  std::vector<Case> open;
  std::vector<Case> decided;
  std::vector<Flag> waiting;
  context.db.read([&](db::Transaction& tx) {
    open = store::in_state(tx, State::open);
    decided = store::decided(tx, number, kOnPage + 1);
    waiting = flags(tx, kMostFlags);
  });
  auto const title = t("Safeguarding");
  Html content = html(ui::heading(title), ui::paragraph(ui::link("/safeguarding/reach", t("How you are reached"))));
  if (open.empty())
    content += ui::empty_state(
        {.title = t("No case is open"), .text = t("You are told at once when somebody raises a voice.")});
  else
    content += list(context, open, t("Open cases"));
  if (!waiting.empty()) {
    content += html(ui::subheading(t("Voices with words that can mean danger")),
                    ui::paragraph(t("A worker is asked to read these first. You can do so too.")));
    for (auto const& flag : waiting)
      content += ui::paragraph(
          ui::link("/voices/" + std::to_string(flag.voice.value) + "/first", t.date_and_time(flag.raised_at)));
  }
  auto const more = decided.size() > kOnPage;
  if (more) decided.pop_back();
  if (!decided.empty()) content += list(context, decided, t("Decided cases"));
  content += ui::pager(context, number, more ? number + 1 : number);
  return ui::page(context, {.title = title, .wide = true, .index = false}, content);
}

web::Answer show_case(web::Context& context, web::FormState const& state, std::string reference) {
  auto const& t = context.t;
  std::vector<store::StoredHandover> handed;
  std::vector<LogEntry> entries;
  Case found;
  auto const read = [&](db::Transaction& tx) -> Result<Said> {
    found = TRY(find(tx, reference));
    // What a refused form shows again is no further look.
    if (!state.sent) look(tx, found, me(context), context.now);
    found = TRY(find(tx, reference));
    handed = store::handovers_of(tx, found.id);
    entries = store::log_of(tx, found.id);
    return find_said(tx, found);
  };
  auto const said = TRY(context.db.write(read));
  auto const title = t("Case {1}", found.reference);
  auto const content =
      html(ui::heading(title), words_of(context, said), files(context, found, said), facts(context, found, said),
           handed.empty() ? Html() : html(ui::subheading(t("Handed over")), handovers(context, handed)),
           what_next(context, found), note_form(context, state, found), log_table(context, entries));
  return ui::page(context, {.title = title, .back = Url("/safeguarding"), .problems = state.problems, .index = false},
                  content);
}

web::Answer show_file(web::Context& context, std::string reference, attachments::AttachmentId id) {
  return context.db.read([&](db::Transaction& tx) -> web::Answer {
    auto const found = TRY(find(tx, reference));
    auto const voice = TRY(voices::find_hidden(tx, found.voice));
    auto const file = TRY(attachments::find_of(tx, {voices::kSourceKind, voice.id.value}, id));
    return attachments::response(tx, file, context.request);
  });
}

web::Answer save_note(web::Context& context, http::Form const& form, std::string reference) {
  auto const note =
      TRY(rules::read_needed_note(form.fields, rules::kNoteField, msg("Write the note before you add it.")));
  auto const add = [&](db::Transaction& tx) -> Result<Case> {
    auto each = TRY(find(tx, reference));
    log(tx, each.id, me(context), Did::noted, note, context.now);
    return each;
  };
  auto const found = TRY(context.db.write(add));
  return web::go_to(address(found));
}

web::Answer show_handover_note(web::Context& context, std::string reference) {
  auto const& t = context.t;
  std::vector<store::StoredHandover> handed;
  Case found;
  auto const read = [&](db::Transaction& tx) -> Result<Said> {
    found = TRY(find(tx, reference));
    log(tx, found.id, me(context), Did::opened_note, "", context.now);
    handed = store::handovers_of(tx, found.id);
    return find_said(tx, found);
  };
  auto const said = TRY(context.db.write(read));
  auto const title = t("Hand-over note {1}", found.reference);
  auto const content = html(
      ui::heading(title), ui::paragraph(t("From the safeguarding leads of {1}. Confidential.", context.site.place)),
      handed.empty() ? ui::paragraph(t("It has not been handed over yet.")) : handovers(context, handed),
      words_of(context, said), facts(context, found, said),
      ui::quiet(t("Printed by {1} on {2}", context.viewer->name, t.date_and_time(context.now))));
  return ui::page(context, {.title = title, .back = Url(address(found)), .index = false}, content);
}

}  // namespace earshot::safeguarding
