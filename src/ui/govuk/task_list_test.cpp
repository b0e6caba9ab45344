#include "ui/govuk/task_list.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

TaskStatus status_options(Options const& o) {
  std::optional<TagOptions> shown;
  if (o.has("tag")) shown = tag_options(o.object("tag"));
  return {.tag = shown, .text = o.text(), .classes = o.string("classes")};
}

Task task_options(Options const& o) {
  auto const title = o.object("title");
  return {.title = {.text = title.text(), .classes = title.string("classes")},
          .hint = o.object("hint").text(),
          .status = status_options(o.object("status")),
          .href = o.string("href"),
          .classes = o.string("classes")};
}

TaskListOptions task_list_options(Options const& o) {
  return {.items = each(list_with_gaps(o, "items"), task_options),
          .classes = o.string("classes"),
          .attributes = o.attributes(),
          .id_prefix = o.string("idPrefix", TaskListOptions().id_prefix)};
}

TEST(TaskList, MatchesEveryFixture) {
  expect_fixtures("task-list", [](Options const& options) { return task_list(task_list_options(options)); });
}

TEST(TaskList, ATaskThatIsLeftOutKeepsItsNumberFromTheNext) {
  auto const markup = task_list({.items = {Task{}, {.title = {.text = "Two"}}}}).markup();
  EXPECT_EQ(markup.find("task-list-1-status"), std::string::npos) << markup;
  EXPECT_NE(markup.find("task-list-2-status"), std::string::npos) << markup;
}

}  // namespace
}  // namespace earshot::govuk
