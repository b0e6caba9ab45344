// Topics and places: what families choose from. Both are lists of names that are added, renamed and closed.

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/table.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/seen.h"

namespace earshot::administration {
namespace {

using county::Entry;
using county::List;

std::string address(List list) { return "/administration/lists/" + std::string(to_word(list)); }

std::string address(List list, EntryId id, std::string_view below = {}) {
  return address(list) + "/" + number(id) + std::string(below);
}

std::string_view one_of(List list) { return list == List::topics ? "topic" : "place"; }

/// What the record calls it.
std::string subject(List list, Entry const& entry) { return std::string(one_of(list)) + " " + entry.slug; }

std::string title(i18n::Translator const& t, List list) { return list == List::topics ? t("Topics") : t("Places"); }

std::string about(i18n::Translator const& t, List list) {
  return list == List::topics ? t("What families say can be about one or more of these, whatever the service.")
                              : t("Districts or towns that families choose from when they like to say where. Never a "
                                  "street or a house.");
}

Html table(web::Context const& context, List list, std::vector<Entry> const& entries) {
  auto const& t = context.t;
  if (entries.empty())
    return ui::empty_state({.title = t("Nothing is on this list yet"),
                            .text = t("Families are not asked about it until there is something to choose.")});
  govuk::TableOptions table{.head = {{.text = t("Name")}, {.text = t("State")}}, .first_cell_is_header = true};
  for (auto const& entry : entries)
    table.rows.push_back(
        {{.text = ui::link(address(list, {entry.id}), entry.name)}, {.text = standing(context, entry.closed_at)}});
  return govuk::table(table);
}

Html name_field(web::Context const& context, web::FormState const& state, std::string const& label,
                std::string const& stands) {
  return ui::text_field(context.t, {.name = std::string(rules::kNameField),
                                    .label = label,
                                    .value = state.value(rules::kNameField, stands),
                                    .error = ui::error_for(context.t, state, rules::kNameField)});
}

Result<Entry> find(web::Context const& context, List list, EntryId id) {
  auto entry = context.db.read([&](db::Transaction& tx) { return county::find_entry(tx, list, id.value); });
  if (!entry) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return *entry;
}

}  // namespace

web::Answer show_list(web::Context& context, web::FormState const& state, List list) {
  auto const& t = context.t;
  auto const entries = context.db.read([&](db::Transaction& tx) { return county::entries(tx, list); });
  auto const label = list == List::topics ? t("Add a topic") : t("Add a place");
  return framed(context, {.title = title(t, list), .problems = state.problems},
                html(ui::paragraph(about(t, list)), table(context, list, entries),
                     ui::form(context, address(list),
                              html(name_field(context, state, label, ""), ui::button({.text = t("Add")})))));
}

web::Answer add_to_list(web::Context& context, http::Form const& form, List list) {
  auto const name = TRY(rules::read_name(form.fields));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const entry = TRY(county::add_entry(tx, list, name));
    note(tx, context, "add_" + std::string(one_of(list)), subject(list, entry));
    return {};
  }),
                 address(list));
}

web::Answer show_entry(web::Context& context, web::FormState const& state, List list, EntryId id) {
  auto const& t = context.t;
  auto const entry = TRY(find(context, list, id));
  auto const close = ui::link(address(list, id, "/close"), entry.closed_at ? t("Open it again") : t("Close it"));
  return framed(context, {.title = entry.name, .back = address(list), .problems = state.problems},
                html(ui::form(context, address(list, id),
                              html(ui::seen({{rules::kNameField, entry.name}}),
                                   name_field(context, state, t("Name"), entry.name), ui::button({.text = t("Save")}))),
                     ui::paragraph(close)));
}

web::Answer save_entry(web::Context& context, http::Form const& form, List list, EntryId id) {
  TRY(find(context, list, id));
  auto const name = TRY(rules::read_name(form.fields));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const entry = *county::find_entry(tx, list, id.value);
    TRY(ui::nobody_else_changed(form.fields, {{rules::kNameField, entry.name}}));
    TRY(county::rename_entry(tx, list, id.value, name));
    note(tx, context, "change_" + std::string(one_of(list)), subject(list, entry), "name");
    return {};
  }),
                 address(list));
}

web::Answer show_close_entry(web::Context& context, web::FormState const& state, List list, EntryId id) {
  auto const& t = context.t;
  auto const entry = TRY(find(context, list, id));
  return closing_page(context, state,
                      {.name = entry.name,
                       .action = address(list, id, "/close"),
                       .back = address(list, id),
                       .closed = entry.closed_at.has_value(),
                       .close_follows = t("Families cannot choose it any more. What was said about it stays."),
                       .open_follows = t("Families can choose it again at once.")});
}

web::Answer close_entry(web::Context& context, http::Form const& form, List list, EntryId id) {
  auto const entry = TRY(find(context, list, id));
  auto const opens = form.fields.get("open") == "yes";
  context.db.write([&](db::Transaction& tx) {
    county::set_closed(tx, list, id.value, opens ? std::optional<Time>() : context.now);
    note(tx, context, (opens ? "open_" : "close_") + std::string(one_of(list)), subject(list, entry));
  });
  return web::go_to(address(list));
}

}  // namespace earshot::administration
