// What a person keeps for themselves in the inbox: views.

#include <algorithm>
#include <charconv>

#include "inbox/pages.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::inbox {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostViews = 20;

Result<std::string> read_name(http::Fields const& fields, std::vector<View> const& views) {
  auto name = tidy(fields.get("name"));
  if (name.empty()) return refuse("name", msg("Give the view a name, such as “Buses in Urdu”."));
  if (characters(name) > kLongestName) return refuse("name", msg("This is longer than 60 characters. Shorten it."));
  auto const known = std::any_of(views.begin(), views.end(), [&](View const& view) { return view.name == name; });
  if (!known && views.size() >= kMostViews)
    return refuse("name", msg("You have 20 views already. Delete one that you do not need."));
  return name;
}

ViewId read_view(std::string_view text) {
  ViewId id;
  std::from_chars(text.data(), text.data() + text.size(), id.value);
  return id;
}

Html keep_form(web::Context const& context, web::FormState const& state, std::string const& query) {
  auto const& t = context.t;
  return html(ui::subheading(t("Keep this view")),
              ui::form(context, "/voices/views",
                       html(ui::hidden("query", query),
                            ui::text_field(t, {.name = "name",
                                               .label = t("What do you call it?"),
                                               .hint = t("A view of the same name is replaced."),
                                               .value = state.value("name"),
                                               .error = ui::error_for(t, state, "name"),
                                               .width = 20}),
                            ui::button({.text = t("Keep it")}))));
}

Html delete_form(web::Context const& context, View const& view) {
  auto const& t = context.t;
  return ui::form(context, "/voices/views",
                  ui::button({.text = t("Delete “{1}”", view.name),
                              .look = ui::Button::Look::secondary,
                              .name = "delete",
                              .value = std::to_string(view.id.value)}));
}

}  // namespace

web::Answer show_views(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const views = context.db.read([&](db::Transaction& tx) { return store::views(tx, viewer(context)); });
  auto const query = state.value("query", to_query(read_filter(context.request.query)));
  Html content = ui::heading(t("Your views"));
  if (!query.empty()) content += keep_form(context, state, query);
  if (views.empty()) {
    content +=
        ui::paragraph(t("You have kept no view yet. Filter the list of what came in, then choose “Keep this view”."));
  } else {
    content += ui::subheading(t("What you have kept"));
    for (auto const& view : views)
      content += element("div", Attributes{{"class", "inbox-view"}},
                         html(ui::paragraph(ui::link("/voices?" + view.query, view.name)), delete_form(context, view)));
  }
  return ui::page(
      context, {.title = t("Your views"), .back = Url("/voices"), .problems = state.problems, .index = false}, content);
}

web::Answer save_view(web::Context& context, http::Form const& form) {
  if (form.fields.has("delete")) {
    context.db.write(
        [&](db::Transaction& tx) { store::delete_view(tx, viewer(context), read_view(form.fields.get("delete"))); });
    return web::go_to("/voices/views");
  }
  // What comes back is read and written anew, so that a view holds a filter and nothing else.
  auto const query = to_query(read_filter(http::parse_urlencoded(form.fields.get("query")).fields));
  auto const saved = context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const name = TRY(read_name(form.fields, store::views(tx, viewer(context))));
    store::save_view(tx, viewer(context), name, query);
    return {};
  });
  TRY(saved);
  return web::go_to(query.empty() ? "/voices" : "/voices?" + query);
}

}  // namespace earshot::inbox
