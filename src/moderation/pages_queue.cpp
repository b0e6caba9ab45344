// What moderators work with: the queue, and deciding on an item.

#include <algorithm>

#include "moderation/pages.h"
#include "moderation/rules.h"
#include "moderation/store.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "safeguarding/safeguarding.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/inset_text.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "ui/work_list.h"

namespace earshot::moderation {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 120;

std::string address(ItemId id, std::string_view below = {}) {
  return "/moderation/" + std::to_string(id.value) + std::string(below);
}

std::string title_of(i18n::Translator const& t, Kind kind) {
  switch (kind) {
    case Kind::ask:
      return t("Published words that were reported");
    case Kind::file:
      return t("A photo or a recording that a family sent");
  }
  return {};
}

Html clock(web::Context const& context, Item const& item) {
  auto const& t = context.t;
  auto const by = t("Decide by {1}", t.date(item.due_on));
  if (item.due_on >= context.today()) return by;
  return html(govuk::tag({.text = t("Late"), .classes = "govuk-tag--red"}), " ", by);
}

/// All that a moderator needs to decide.
struct Case {
  Item item;
  std::optional<Item> first;  ///< That somebody asks to be looked at again.
  std::vector<Report> reports;
  std::string words;  ///< As they are published now.
  std::string language;
  std::optional<attachments::Attachment> file;  ///< When it is about one.
};

Case case_of(db::Transaction& tx, Item item) {
  Case found{.item = std::move(item), .first = {}, .reports = {}, .words = {}, .language = {}, .file = {}};
  if (found.item.again_of) found.first = store::find(tx, *found.item.again_of);
  found.reports = store::reports_of(tx, found.item.id);
  if (found.item.kind == Kind::file) {
    found.file = attachments::find_sent(tx, {found.item.item});
  } else if (auto const shown = asks::shown_words(tx, asks::AskId{found.item.item})) {
    found.words = shown->words;
    found.language = shown->language;
  }
  return found;
}

Result<Case> find_case(db::Transaction& tx, ItemId id) { return case_of(tx, TRY(find(tx, id))); }

/// A line of the queue: the first words, and what readers say about them.
ui::WorkItem line(web::Context const& context, Case const& found) {
  auto const& t = context.t;
  auto const& item = found.item;
  auto const is_words = item.kind == Kind::ask && !found.words.empty();
  Html about = is_words ? Html(t("Published words")) : Html();
  if (item.again_of) about += html(" ", govuk::tag({.text = t("Another look"), .classes = "govuk-tag--purple"}));
  std::string reasons;
  for (auto const reason : rules::reasons())
    if (std::any_of(found.reports.begin(), found.reports.end(),
                    [&](Report const& each) { return each.reason == reason; }))
      reasons += (reasons.empty() ? "" : "; ") + label(t, reason);
  auto const reports = static_cast<std::int64_t>(found.reports.size());
  auto said = reasons.empty() ? Html() : html(t.plural("1 report: {2}", "{1} reports: {2}", reports, reasons));
  return {.href = address(item.id),
          .words = is_words ? shortened(found.words, kInList) : title_of(t, item.kind),
          .language = is_words ? found.language : std::string(t.language().code),
          .facts = {about, said, html(t.date(item.queued_at), ", ", clock(context, item))}};
}

/// What is to be decided on, as it is now.
Html subject(i18n::Translator const& t, Case const& found) {
  if (!found.file) return ui::words(found.words, found.language);
  if (found.file->size == 0) return ui::paragraph(t("It was refused a while ago, and is erased."));
  auto const file =
      attachments::shown(*found.file, address(found.item.id, "/file"), attachments::names(t, {*found.file}).front());
  if (found.item.decision) return file;
  return html(file,
              ui::quiet(t("Only moderators see it now. If you let it pass, the workers who read what came in see it "
                          "beside the words. It is never shown to everybody.")));
}

Html what_was_said(web::Context const& context, Case const& found) {
  auto const& t = context.t;
  Html result;
  if (!found.reports.empty()) result += ui::subheading(t("What readers say"));
  for (auto const& report : found.reports)
    result += govuk::inset_text({.text = html(ui::paragraph(label(t, report.reason)),
                                              report.words.empty() ? Html() : ui::written(report.words))});
  if (!found.first) return result;
  result += ui::subheading(t("What was decided the first time"));
  result += ui::paragraph(found.first->decision ? label(t, *found.first->decision) : std::string());
  if (found.first->reason) result += ui::paragraph(label(t, *found.first->reason));
  result += ui::subheading(t("Why they ask for another look"));
  return result += ui::written(found.item.plea);
}

std::vector<ui::Choice> reason_choices(i18n::Translator const& t) {
  std::vector<ui::Choice> choices{{.value = "", .label = t("Choose a reason")}};
  for (auto const reason : rules::reasons())
    choices.push_back({.value = std::string(to_word(reason)), .label = label(t, reason)});
  return choices;
}

Html decision_form(web::Context const& context, web::FormState const& state, Case const& found) {
  auto const& t = context.t;
  auto const error = [&](std::string_view field) { return ui::error_for(t, state, field); };
  auto const is_file = found.item.kind == Kind::file;
  std::vector<ui::Choice> choices{{.value = "shown", .label = is_file ? t("Let it pass") : t("Show it as it was")}};
  if (!is_file)
    choices.push_back({.value = "struck",
                       .label = t("Take words out"),
                       .conditional = ui::textarea_field(t, {.name = std::string(rules::kWordsField),
                                                             .label = t("What stays"),
                                                             .value = state.value(rules::kWordsField, found.words),
                                                             .error = error(rules::kWordsField),
                                                             .rows = 6,
                                                             .max_characters = asks::kLongestText})});
  choices.push_back({.value = "refused", .label = is_file ? t("Do not let it pass") : t("Do not show it")});
  return ui::form(context, address(found.item.id),
                  html(ui::radios_field(t, {.name = std::string(rules::kDecisionField),
                                            .legend = t("What do you decide?"),
                                            .items = std::move(choices),
                                            .value = state.value(rules::kDecisionField),
                                            .error = error(rules::kDecisionField)}),
                       ui::select_field(t, {.name = std::string(rules::kReasonField),
                                            .label = t("Why, if it is not shown as it is?"),
                                            .items = reason_choices(t),
                                            .value = state.value(rules::kReasonField),
                                            .error = error(rules::kReasonField)}),
                       ui::textarea_field(t, {.name = std::string(rules::kNoteField),
                                              .label = t("A few words to whoever wrote it"),
                                              .hint = t("They read it with the reason. You can leave this empty."),
                                              .value = state.value(rules::kNoteField),
                                              .error = error(rules::kNoteField),
                                              .rows = 3,
                                              .max_characters = kLongestNote}),
                       ui::button({.text = t("Decide")})));
}

}  // namespace

web::Answer show_queue(web::Context& context) {
  auto const& t = context.t;
  auto const number = ui::page_number(context.request.query);
  std::vector<ui::WorkItem> items;
  std::int64_t total = 0;
  std::optional<Milliseconds> median;
  context.db.read([&](db::Transaction& tx) {
    auto page = store::waiting(tx, number, kOnPage);
    total = page.total;
    for (auto& item : page.items) items.push_back(line(context, case_of(tx, std::move(item))));
    median = median_time(tx);
  });
  auto const title = t("To look over");
  Html content = html(ui::heading(title), ui::quiet(speed(t, median)),
                      ui::paragraph(ui::link("/moderation/reasons", t("The reasons, as everybody can read them"))));
  if (items.empty())
    content += ui::empty_state({.title = t("Nothing is waiting"), .text = t("Everything has been decided on.")});
  if (!items.empty()) content += html(ui::quiet(t("The oldest stands first")), ui::work_list(title, items));
  content += ui::pager(context, number, static_cast<int>((total + kOnPage - 1) / kOnPage));
  return ui::page(context, {.title = title, .wide = true, .index = false}, content);
}

web::Answer show_item(web::Context& context, web::FormState const& state, ItemId id) {
  auto const& t = context.t;
  auto const found = TRY(context.db.read([&](db::Transaction& tx) { return find_case(tx, id); }));
  auto const title = title_of(t, found.item.kind);
  Html content = html(ui::heading(title), subject(t, found), what_was_said(context, found));
  auto const allowed = rules::may_decide(found.item, found.first, people::PersonId{context.viewer->id});
  if (found.item.decision) {
    content += ui::paragraph(t("It was decided: {1}", label(t, *found.item.decision)));
  } else if (!allowed) {
    content += ui::paragraph(t(allowed.error().problems.front().message));
  } else {
    content += html(ui::paragraph(clock(context, found.item)), decision_form(context, state, found));
  }
  content += ui::paragraph(ui::link(address(id, "/danger"), t("Somebody may be in danger")));
  return ui::page(context, {.title = title, .back = Url("/moderation"), .problems = state.problems, .index = false},
                  content);
}

web::Answer save_decision(web::Context& context, http::Form const& form, ItemId id) {
  auto const item = TRY(context.db.read([&](db::Transaction& tx) { return find(tx, id); }));
  auto const verdict = TRY(rules::read_verdict(form.fields, item.kind));
  TRY(context.db.write(
      [&](db::Transaction& tx) { return decide(tx, id, verdict, people::PersonId{context.viewer->id}, context.now); }));
  return web::go_to("/moderation");
}

web::Answer show_item_file(web::Context& context, ItemId id) {
  return context.db.read([&](db::Transaction& tx) -> web::Answer {
    auto const found = TRY(find_case(tx, id));
    if (!found.file) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
    return attachments::response(tx, *found.file, context.request);
  });
}

web::Answer show_raise_item(web::Context& context, web::FormState const& state, ItemId id) {
  auto const found = TRY(context.db.read([&](db::Transaction& tx) { return find_case(tx, id); }));
  return safeguarding::raise_page(context, state, address(id, "/danger"), address(id), subject(context.t, found));
}

web::Answer raise_item(web::Context& context, http::Form const& form, ItemId id) {
  auto const why = TRY(safeguarding::read_why(form));
  context.db.write([&](db::Transaction& tx) {
    auto const item = find(tx, id);
    auto const voice = item ? voice_of(tx, *item) : std::optional<voices::VoiceId>();
    if (voice) safeguarding::raise(tx, *voice, why, people::PersonId{context.viewer->id}, context.now);
  });
  return web::go_to(safeguarding::kAfterRaising);
}

}  // namespace earshot::moderation
