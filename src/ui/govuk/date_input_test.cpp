#include "ui/govuk/date_input.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

DateInputItem date_input_item(Options const& o) {
  return {.name = o.string("name"),
          .label = o.string("label"),
          .value = o.string("value"),
          .error = o.maybe_bool("error"),
          .id = o.string("id"),
          .inputmode = o.string("inputmode", "numeric"),
          .autocomplete = o.string("autocomplete"),
          .pattern = o.string("pattern"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

// False leaves a field out; one that is not there is as usual.
std::optional<DateInputItem> part(Options const& o, std::string_view name) {
  if (o.json().contains(name) && !o.has(name)) return std::nullopt;
  return date_input_item(o.object(name));
}

DateInputOptions date_input_options(Options const& o) {
  std::vector<DateInputItem> items;
  for (auto const& each : o.list("items")) items.push_back(date_input_item(each));
  auto const values = o.pairs("values");
  return {.id = o.string("id"),
          .name_prefix = o.string("namePrefix"),
          .fieldset = fieldset_options(o.object("fieldset")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .day = part(o, "day"),
          .month = part(o, "month"),
          .year = part(o, "year"),
          .items = items,
          .values = {values.begin(), values.end()},
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(DateInput, MatchesEveryFixture) {
  expect_fixtures("date-input", [](Options const& options) { return date_input(date_input_options(options)); });
}

TEST(DateInput, AsksForDayMonthAndYearUnlessToldOtherwise) {
  auto const markup = date_input({.id = "born", .day = std::nullopt, .values = {{"year", "2019"}}}).markup();
  EXPECT_EQ(markup.find("born-day"), std::string::npos);
  EXPECT_NE(markup.find("born-month"), std::string::npos);
  EXPECT_NE(markup.find("value=\"2019\""), std::string::npos);
}

}  // namespace earshot::govuk
