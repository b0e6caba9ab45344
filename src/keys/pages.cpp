#include "keys/pages.h"

#include "keys/keys.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/govuk/table.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::keys {
namespace {

/// What the script listens to (assets/ts/keys.ts).
Html table(i18n::Translator const& t) {
  struct Key {
    char const* key;
    std::string what;
  };
  govuk::TableOptions table{.head = {{.text = t("Key")}, {.text = t("What it does")}}, .first_cell_is_header = true};
  for (auto const& [key, what] :
       {Key{"j", t("Go to the next one")}, Key{"k", t("Go to the one before")}, Key{"o", t("Open it; so does Enter")},
        Key{"f", t("Go to the filter")}, Key{"/", t("Search for words")}, Key{"?", t("Show these keys")}})
    table.rows.push_back({{.text = element("kbd", {}, key)}, {.text = what}});
  return govuk::table(table);
}

people::PersonId self(web::Context const& context) { return {context.viewer->id}; }

}  // namespace

Html list(Html const& rows, bool on) {
  if (!on) return rows;
  // The script finds the list by this, and its help beside it.
  return element("div", Attributes{{"data-keys", "list"}, {"data-help", "keys-help"}}, rows);
}

Html help(i18n::Translator const& t, bool on) {
  auto const link = ui::quiet(ui::link(kPath, t("Keys for this list")));
  if (!on) return link;
  return html(link, element("dialog",
                            Attributes{{"id", "keys-help"}, {"class", "keys-help"}, {"aria-labelledby", "keys-title"}},
                            html(element("h2", Attributes{{"id", "keys-title"}, {"class", "govuk-heading-m"}},
                                         t("Keys for this list")),
                                 table(t),
                                 element("form", Attributes{{"method", "dialog"}},
                                         ui::button({.text = t("Close"), .look = ui::Button::Look::secondary})))));
}

web::Answer show_keys(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const on = context.db.read([&](db::Transaction& tx) { return are_on(tx, self(context)); });
  auto const title = t("Keys for your lists");
  auto const content =
      html(ui::heading(title),
           ui::lead(t("On “What came in” and on the list of asks you can work with single keys. They do nothing while "
                      "you type in a field.")),
           table(t),
           ui::paragraph(t("If you speak to your computer, or press keys by chance, turn them off. It counts for you "
                           "alone.")),
           ui::form(context, kPath,
                    on ? ui::button({.text = t("Turn the keys off"), .name = "keys", .value = "off"})
                       : ui::button({.text = t("Turn the keys on"), .name = "keys", .value = "on"})));
  return ui::page(context, {.title = title, .back = Url("/account"), .problems = state.problems, .index = false},
                  content);
}

web::Answer save_keys(web::Context& context, http::Form const& form) {
  context.db.write([&](db::Transaction& tx) { turn(tx, self(context), form.fields.get("keys") == "on"); });
  return web::go_to(kPath);
}

}  // namespace earshot::keys
