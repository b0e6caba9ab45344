#include "ui/pager.h"

#include <algorithm>
#include <charconv>

#include "platform/http/forms.h"
#include "ui/govuk/pagination.h"

namespace earshot::ui {
namespace {

constexpr int kMostPages = 100'000;

Url address_of(web::Context const& context, int page) {
  http::Fields query;
  for (auto const& [name, value] : context.request.query)
    if (name != "page") query.add(name, value);
  if (page > 1) query.add("page", std::to_string(page));
  return context.request.path + (query.empty() ? "" : "?" + http::to_urlencoded(query));
}

}  // namespace

int page_number(http::Fields const& query) {
  auto const text = query.get("page");
  int number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, 1, kMostPages);
}

Html pager(web::Context const& context, int current, int pages) {
  if (pages <= 1) return {};
  auto const& t = context.t;
  govuk::PaginationOptions options{.landmark_label = t("Pages")};
  if (current > 1)
    options.previous = {.text = t("Previous page"),
                        .label_text = t("{1} of {2}", t.number(current - 1), t.number(pages)),
                        .href = address_of(context, current - 1)};
  if (current < pages)
    options.next = {.text = t("Next page"),
                    .label_text = t("{1} of {2}", t.number(current + 1), t.number(pages)),
                    .href = address_of(context, current + 1)};
  return govuk::pagination(options);
}

}  // namespace earshot::ui
