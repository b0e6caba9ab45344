// What those who answer tell of themselves: a change that nobody asked for. And the promises that they have to keep.

#include <charconv>

#include "changes/pages.h"
#include "changes/store.h"
#include "changes/telling.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/empty_state.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "ui/work_list.h"

namespace earshot::changes {
namespace {

constexpr int kMostPromises = 50;
constexpr std::size_t kInList = 120;

std::string address(ToldId id, std::string_view below = {}) {
  return "/telling/" + std::to_string(id.value) + std::string(below);
}

Html seen_field(Time written_at) {
  return ui::hidden(rules::kSeenField, std::to_string(written_at.time_since_epoch().count()));
}

Time read_seen(http::Fields const& fields) {
  auto const text = fields.get(rules::kSeenField);
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return Time(Milliseconds(number));
}

/// The services that a viewer tells for.
std::vector<agencies::Service> own_services(db::Transaction& tx, web::Viewer const& viewer) {
  auto services = agencies::services(tx);
  std::erase_if(services, [&](agencies::Service const& service) { return !rules::tells_for(viewer, service.id); });
  return services;
}

template <class Entry>
std::vector<ui::Choice> choices(std::vector<Entry> const& entries, std::string const& none = {}) {
  std::vector<ui::Choice> list;
  if (!none.empty()) list.push_back({.value = "", .label = none});
  for (auto const& entry : entries) list.push_back({.value = std::to_string(entry.id.value), .label = entry.name});
  return list;
}

std::vector<std::string> topics_typed(web::FormState const& state, ToldDraft const& stored) {
  std::vector<std::string> values;
  if (state.sent) {
    for (auto const value : state.values.all(rules::kTopicsField)) values.emplace_back(value);
  } else {
    for (auto const topic : stored.topics) values.push_back(std::to_string(topic.value));
  }
  return values;
}

Html date_question(i18n::Translator const& t, web::FormState const& state, std::optional<Date> stored) {
  return ui::date_field(t, {.name = std::string(rules::kOnField),
                            .legend = t("Since when is it so?"),
                            .hint = t("For example, {1}", "31 3 2026"),
                            .value = ui::date_parts(state, rules::kOnField, stored),
                            .error = ui::error_for(t, state, rules::kOnField)});
}

Html text_question(i18n::Translator const& t, web::FormState const& state, std::string_view name,
                   std::string const& label, std::string const& hint, std::string const& stored) {
  return ui::textarea_field(t, {.name = std::string(name),
                                .label = label,
                                .hint = hint,
                                .value = state.value(name, stored),
                                .error = ui::error_for(t, state, name),
                                .max_characters = asks::kLongestText});
}

/// The form of a change that nobody asked for, with what is stored of it.
web::Answer telling_form(web::Context const& context, web::FormState const& state, std::string const& action,
                         std::optional<Told> const& told) {
  auto const& t = context.t;
  std::vector<agencies::Service> services;
  std::vector<county::Topic> topics;
  std::vector<county::Place> places;
  context.db.read([&](db::Transaction& tx) {
    services = own_services(tx, *context.viewer);
    topics = county::topics(tx);
    places = county::places(tx);
  });
  auto const draft = told ? told->draft : ToldDraft{};
  auto const id_text = [](std::int64_t id) { return id > 0 ? std::to_string(id) : std::string(); };
  auto fields = told ? seen_field(told->written_at) : Html();
  fields += ui::select_field(t, {.name = std::string(rules::kServiceField),
                                 .label = t("Which service changed it?"),
                                 .items = choices(services, t("Choose one")),
                                 .value = state.value(rules::kServiceField, id_text(draft.service.value)),
                                 .error = ui::error_for(t, state, rules::kServiceField)});
  fields += text_question(t, state, rules::kChangedField, t("What did you change?"), t("Say what is different now."),
                          draft.changed);
  fields += text_question(t, state, rules::kReasonField, t("Why did you change it?"),
                          t("What you noticed, or who told you. No names."), draft.reason);
  fields += date_question(t, state, told ? std::optional(draft.changed_on) : std::nullopt);
  if (!places.empty())
    fields +=
        ui::select_field(t, {.name = std::string(rules::kPlaceField),
                             .label = t("Where?"),
                             .items = choices(places, t("Everywhere")),
                             .value = state.value(rules::kPlaceField, id_text(draft.place ? draft.place->value : 0)),
                             .error = ui::error_for(t, state, rules::kPlaceField)});
  if (!topics.empty())
    fields += ui::checkboxes_field(t, {.name = std::string(rules::kTopicsField),
                                       .legend = t("What is it about?"),
                                       .items = choices(topics),
                                       .values = topics_typed(state, draft),
                                       .error = ui::error_for(t, state, rules::kTopicsField),
                                       .small = true});
  auto const content =
      html(ui::heading(t("We changed this")),
           ui::lead(t("You made something better, and nobody had to ask. Families should know that too.")),
           ui::form(context, Url(action), html(fields, ui::button({.text = t("Save and check")}))),
           ui::quiet(t("Nothing is published yet. You will see it first as families will.")));
  return ui::page(context,
                  {.title = t("We changed this"), .back = Url("/telling"), .problems = state.problems, .index = false},
                  content);
}

/// How it will look to everybody.
Change preview(Told const& told, Time now) {
  return {.kind = Kind::told,
          .service_name = told.service_name,
          .words = told.draft.reason,
          .words_by = asks::WordsBy::worker,
          .language = told.draft.language,
          .changed_on = told.draft.changed_on,
          .text = told.draft.changed,
          .published_at = now};
}

Result<Told> find_draft(web::Context const& context, ToldId id) {
  return context.db.read([&](db::Transaction& tx) { return find_told(tx, id, *context.viewer); });
}

}  // namespace

web::Answer show_telling(web::Context& context) {
  auto const& t = context.t;
  auto const [written, promised] = context.db.read([&](db::Transaction& tx) {
    return std::pair(drafts(tx, *context.viewer), promises_of(tx, *context.viewer, kMostPromises));
  });
  std::vector<ui::WorkItem> draft_items;
  for (auto const& told : written)
    draft_items.push_back({.href = address(told.id),
                           .words = shortened(told.draft.changed, kInList),
                           .language = told.draft.language,
                           .facts = {told.service_name, govuk::tag({.text = t("Not published")})}});
  std::vector<ui::WorkItem> promise_items;
  for (auto const& change : promised) {
    auto const broken = became(change, context.today()) == Became::broken;
    auto const day = t.date(*change.promised_by);
    promise_items.push_back(
        {.href = "/asks/" + std::to_string(change.item),
         .words = shortened(change.text, kInList),
         .facts = {change.service_name,
                   broken ? html(govuk::tag({.text = t("Not kept"), .classes = "govuk-tag--red"}), " ", day)
                          : Html(t("by {1}", day))}});
  }
  auto content =
      html(ui::heading(t("Promises and changes")),
           ui::paragraph(ui::button({.text = t("Tell of a change that nobody asked for"), .href = "/telling/new"})));
  if (!draft_items.empty())
    content +=
        html(ui::subheading(t("Written, not published")), ui::work_list(t("Written, not published"), draft_items));
  content += ui::subheading(t("Promises to keep"));
  content +=
      promise_items.empty()
          ? ui::empty_state({.title = t("No promise is open"),
                             .text = t("When you answer “we will”, the promise stands here until it is kept."),
                             .heading_level = 3})
          : html(ui::quiet(t("The one due first stands first")), ui::work_list(t("Promises to keep"), promise_items));
  return ui::page(context, {.title = t("Promises and changes"), .wide = true, .index = false}, content);
}

web::Answer show_new_telling(web::Context& context, web::FormState const& state) {
  return telling_form(context, state, "/telling/new", std::nullopt);
}

web::Answer save_new_telling(web::Context& context, http::Form const& form) {
  auto const draft = TRY(rules::read_told(form.fields, context.t.language().code, context.today()));
  auto const id =
      TRY(context.db.write([&](db::Transaction& tx) { return write(tx, draft, *context.viewer, context.now); }));
  return web::go_to(address(id, "/publish"));
}

web::Answer show_told(web::Context& context, web::FormState const& state, ToldId id) {
  auto const told = TRY(find_draft(context, id));
  if (told.published_at) return web::go_to("/changes/" + told.reference);
  return telling_form(context, state, address(id), told);
}

web::Answer save_told(web::Context& context, http::Form const& form, ToldId id) {
  TRY(find_draft(context, id));
  auto const draft = TRY(rules::read_told(form.fields, context.t.language().code, context.today()));
  TRY(context.db.write([&](db::Transaction& tx) {
    return rewrite(tx, id, draft, read_seen(form.fields), *context.viewer, context.now);
  }));
  return web::go_to(address(id, "/publish"));
}

web::Answer show_publish_told(web::Context& context, web::FormState const& state, ToldId id) {
  auto const& t = context.t;
  auto const told = TRY(find_draft(context, id));
  if (told.published_at) return web::go_to("/changes/" + told.reference);
  auto shown = card(t, preview(told, context.now), context.today());
  shown.href = {};
  auto const content = html(
      ui::heading(t("Check and publish")), ui::lead(t("This is what everybody will read.")), ui::change_card(t, shown),
      ui::form(context, address(id, "/publish"),
               html(seen_field(told.written_at), ui::button_group(html(ui::button({.text = t("Publish now")}),
                                                                       ui::link(address(id), t("Change it")))))));
  return ui::page(
      context, {.title = t("Check and publish"), .back = Url(address(id)), .problems = state.problems, .index = false},
      content);
}

web::Answer publish_told(web::Context& context, http::Form const& form, ToldId id) {
  auto const told = TRY(context.db.write(
      [&](db::Transaction& tx) { return publish(tx, id, read_seen(form.fields), *context.viewer, context.now); }));
  return web::go_to("/changes/" + told.reference);
}

}  // namespace earshot::changes
