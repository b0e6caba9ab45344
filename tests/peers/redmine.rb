# Fills an empty Redmine with a list of 20 issues on one page, as many as our lists show, that everybody may read.
Setting.per_page_options = "20"
author = User.find_by_login("admin")
project = Project.create!(name: "Fenshire families", identifier: "fenshire", is_public: true, trackers: Tracker.all)
tracker = project.trackers.first
20.times do |i|
  Issue.create!(
    project: project, tracker: tracker, author: author, status: IssueStatus.first, priority: IssuePriority.default || IssuePriority.first,
    subject: "The number #{i + 1} bus is gone before school ends. He waits forty minutes in the rain.",
    description: "The bus now waits until ten past three. We asked the driver and the school, and both agree.")
end
