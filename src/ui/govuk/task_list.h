#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/govuk/tag.h"
#include "ui/html/html.h"

namespace earshot::govuk {

struct TaskTitle {
  Html text;
  std::string classes;
};

/// How far a task is: a tag, or plain words where there is no tag.
struct TaskStatus {
  std::optional<TagOptions> tag;
  Html text;
  std::string classes;
};

/// A task. Without `href` it cannot be started yet; without a title it is left out and the others keep their numbers.
struct Task {
  TaskTitle title;
  Html hint;
  TaskStatus status;
  Url href;
  std::string classes;
};

struct TaskListOptions {
  std::vector<Task> items;
  std::string classes;
  Attributes attributes;
  std::string id_prefix = "task-list";
};

/// What is to be done and how far each of it is.
Html task_list(TaskListOptions const& options);

}  // namespace earshot::govuk
