// The list of what waits for an answer: a lead's own, or all for those who see all.

#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/work_list.h"

namespace earshot::asks {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 120;

}  // namespace

web::Answer show_open_asks(web::Context& context) {
  auto const& t = context.t;
  auto const& viewer = *context.viewer;
  auto const leads = rules::sees_all(viewer) ? std::optional<people::PersonId>() : people::PersonId{viewer.id};
  auto const number = ui::page_number(context.request.query);
  auto const [list, counting] = context.db.read([&](db::Transaction& tx) {
    return std::pair(store::open(tx, leads, number, kOnPage + 1), parts::counting(tx, context.today()));
  });

  Html content = ui::heading(t("Waiting for an answer"));
  if (list.empty()) {
    content += ui::empty_state(
        {.title = t("Nothing is waiting"), .text = t("Every ask that is yours has a published answer.")});
    return ui::page(context, {.title = t("Waiting for an answer"), .wide = true, .index = false}, content);
  }
  std::vector<ui::WorkItem> items;
  for (std::size_t i = 0; i < list.size() && i < kOnPage; ++i) {
    auto const& item = list[i];
    items.push_back({.href = parts::address(item.ask.id),
                     .words = shortened(said(t, item.ask.words, item.ask.language).words, kInList),
                     .language = item.ask.language,
                     .facts = {item.ask.service_name, parts::clock(t, counting, item.ask), parts::state(t, item)}});
  }
  content += ui::quiet(t("The one due first stands first"));
  content += ui::work_list(t("Waiting for an answer"), items);
  content += ui::pager(context, number, list.size() > kOnPage ? number + 1 : number);
  return ui::page(context, {.title = t("Waiting for an answer"), .wide = true, .index = false}, content);
}

}  // namespace earshot::asks
