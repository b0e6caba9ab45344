// Photos and recordings that go with what is being said: adding them, looking at one again, and taking it out.

#include "attachments/attachments.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/saying.h"
#include "voices/store.h"

namespace earshot::voices {
namespace {

using attachments::Attachment;
using attachments::AttachmentId;

std::string path_of(AttachmentId id, std::string_view part = {}) {
  return std::string(saying::kFilesPath) + "/" + std::to_string(id.value) + std::string(part);
}

/// What this visit is saying and has not sent; refused when there is nothing of the kind.
Result<rules::Draft> open_draft(web::Context const& context) {
  auto draft = saying::find_draft(context);
  if (!draft || draft->sent)
    return refuse(Refusal::Kind::conflict, msg("Say what you want to say first. Then you can add files to it."));
  return std::move(*draft);
}

/// Where to go on: on the path for younger children to its last page, otherwise to what is open, or the check.
std::string_view path_after(rules::Draft const& draft) { return draft.feeling ? "/say/child/words" : "/say/check"; }

/// A file of this visit's draft.
Result<Attachment> find_mine(web::Context const& context, AttachmentId id) {
  auto const draft = saying::find_draft(context);
  return context.db.read([&](db::Transaction& tx) {
    return attachments::find_in_draft(tx, draft ? draft->submission_key : std::string(), id);
  });
}

}  // namespace

web::Answer show_files(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const draft = open_draft(context);
  if (!draft && !state.sent) return web::go_to(rules::path_of(rules::Question::words));
  auto const there = draft ? saying::file_list(context, *draft) : Html();
  auto const onwards = draft ? path_after(*draft) : rules::path_of(rules::Question::words);
  auto const title = t("Add a photo or a recording");
  auto const content = html(
      ui::heading(title),
      ui::paragraph(t("You need not. A photo can show what is wrong. A recording can say what is hard to write.")),
      there.empty() ? Html() : html(ui::subheading(t("You have added")), there),
      ui::form_with_files(context, saying::kFilesPath,
                          html(attachments::fields(t, state), ui::button({.text = t("Add it")}))),
      ui::paragraph(ui::link(onwards, t("Carry on without adding more"))), ui::subheading(t("Who sees it")),
      ui::paragraph(t("A moderator looks at each file first. Then the people who look at what you said see it. It is "
                      "never shown to everybody.")),
      ui::paragraph(t("We take out of a photo where and when it was taken. Please leave out other people’s faces and "
                      "names.")));
  return ui::page(context,
                  {.title = title, .back = Url(onwards), .problems = state.problems, .index = false, .exit = true},
                  content);
}

web::Answer save_files(web::Context& context, http::Form const& form) {
  // Before the files are looked at, which is work.
  auto const draft = TRY(open_draft(context));
  auto sent = attachments::read(form);
  if (sent.ready.empty() && sent.problems.empty())
    return refuse(attachments::kPhotosField, msg("Choose a photo or a recording first."));
  // What is right is kept, whatever is wrong with the rest: nobody chooses it twice.
  auto const full = TRY(context.db.write([&](db::Transaction& tx) -> Result<std::vector<Problem>> {
    auto const now = store::find_draft(tx, context.session->id, context.now);
    if (!now || now->sent || now->submission_key != draft.submission_key)
      return refuse("", msg("This was changed in another window. Check it once more and send it."));
    return attachments::keep(tx, draft.submission_key, sent.ready, context.now);
  }));
  sent.problems.insert(sent.problems.end(), full.begin(), full.end());
  if (!sent.problems.empty()) return tl::make_unexpected(Refusal{Refusal::Kind::invalid, std::move(sent.problems)});
  return web::go_to(path_after(draft));
}

web::Answer show_file(web::Context& context, web::FormState const& state, AttachmentId id) {
  auto const& t = context.t;
  auto const file = TRY(find_mine(context, id));
  auto const title = file.kind == attachments::Kind::photo ? t("Take out this photo?") : t("Take out this recording?");
  auto const name = attachments::names(t, {file}).front();
  auto const content = html(ui::heading(title), attachments::shown(file, path_of(id, "/content"), name),
                            ui::form(context, path_of(id), ui::button({.text = t("Take it out")})),
                            ui::paragraph(ui::link(saying::kFilesPath, t("Keep it"))));
  return ui::page(
      context,
      {.title = title, .back = Url(saying::kFilesPath), .problems = state.problems, .index = false, .exit = true},
      content);
}

web::Answer remove_file(web::Context& context, http::Form const&, AttachmentId id) {
  auto const draft = TRY(open_draft(context));
  context.db.write([&](db::Transaction& tx) { attachments::remove(tx, draft.submission_key, id); });
  return web::go_to(path_after(draft));
}

web::Answer show_file_content(web::Context& context, AttachmentId id) {
  auto const file = TRY(find_mine(context, id));
  return context.db.read([&](db::Transaction& tx) { return attachments::response(tx, file, context.request); });
}

namespace saying {

Html file_list(web::Context const& context, rules::Draft const& draft) {
  auto const& t = context.t;
  auto const files =
      context.db.read([&](db::Transaction& tx) { return attachments::of_draft(tx, draft.submission_key); });
  auto const names = attachments::names(t, files);
  Html items;
  for (std::size_t each = 0; each < files.size(); ++each) {
    auto const& file = files[each];
    items += element("li", {},
                     html(attachments::shown(file, path_of(file.id, "/content"), names[each]), " ",
                          ui::link(path_of(file.id), t("Take out: {1}", names[each]))));
  }
  return items.empty() ? items : element("ul", {{"class", "govuk-list attachments"}}, items);
}

}  // namespace saying
}  // namespace earshot::voices
