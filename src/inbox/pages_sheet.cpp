// Bringing in a spreadsheet: the file, what would become of every line of it, and what was stored.

#include <algorithm>

#include "inbox/pages.h"
#include "inbox/sheets.h"
#include "platform/base/text.h"
#include "platform/http/forms.h"
#include "ui/fields.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/table.h"

namespace earshot::inbox {
namespace {

constexpr std::size_t kOnPage = 200;
constexpr std::size_t kInTable = 100;
constexpr std::size_t kLongestName = 100;

std::string path_of(SheetId id) { return "/voices/spreadsheet/" + std::to_string(id.value); }

Html fate_tag(i18n::Translator const& t, Fate fate) {
  switch (fate) {
    case Fate::is_new:
      return govuk::tag({.text = t("New"), .classes = "govuk-tag--green"});
    case Fate::already_here:
      return govuk::tag({.text = t("Already here"), .classes = "govuk-tag--grey"});
    case Fate::wrong:
      return govuk::tag({.text = t("Wrong"), .classes = "govuk-tag--red"});
  }
  return {};
}

std::string remark(i18n::Translator const& t, FatedLine const& fated) {
  auto const& line = fated.line;
  if (line.wrong)
    return t("From character {1} of the line: {2}", std::to_string(line.wrong->column), t(line.wrong->why));
  if (line.looks_like_formula) return t("Looks like a formula. It is kept as plain text.");
  return {};
}

Html table(i18n::Translator const& t, std::vector<FatedLine> const& lines, std::size_t from) {
  govuk::TableOptions table{
      .caption = t("Line by line"), .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
  table.head = {{.text = t("Line")}, {.text = t("What becomes of it")}, {.text = t("Words")}, {.text = t("Remark")}};
  for (auto i = from; i < lines.size() && i < from + kOnPage; ++i)
    table.rows.push_back(
        {{.text = std::to_string(lines[i].line.line)},
         {.text = fate_tag(t, lines[i].fate)},
         {.text = element("span", Attributes{{"dir", "auto"}}, shortened(lines[i].line.words.words, kInTable))},
         {.text = remark(t, lines[i])}});
  return ui::wide_table(t("Line by line"), table);
}

std::int64_t count_of(std::vector<FatedLine> const& lines, Fate fate) {
  return std::count_if(lines.begin(), lines.end(), [&](FatedLine const& each) { return each.fate == fate; });
}

Html stored(i18n::Translator const& t, Sheet const& sheet) {
  return html(ui::heading(t("It is done")),
              ui::lead(t.plural("1 voice was stored.", "{1} voices were stored.", sheet.stored)),
              ui::paragraph(t.plural("1 was here already.", "{1} were here already.", sheet.already_here)),
              ui::button({.text = t("See what came in"), .href = "/voices"}));
}

Html counts(i18n::Translator const& t, std::vector<FatedLine> const& lines) {
  Html items;
  for (auto const& text :
       {t.plural("1 line is new", "{1} lines are new", count_of(lines, Fate::is_new)),
        t.plural("1 line is here already and is not stored again",
                 "{1} lines are here already and are not stored again", count_of(lines, Fate::already_here)),
        t.plural("1 line is wrong and is left out", "{1} lines are wrong and are left out",
                 count_of(lines, Fate::wrong))})
    items += element("li", {}, text);
  return element("ul", Attributes{{"class", "govuk-list govuk-list--bullet"}}, items);
}

Result<Sheet> find(web::Context const& context, SheetId id) {
  auto sheet = context.db.read([&](db::Transaction& tx) { return find_sheet(tx, viewer(context), id, context.now); });
  if (!sheet) return refuse(Refusal::Kind::not_found, msg("This file is kept for an hour only. Choose it again."));
  return std::move(*sheet);
}

}  // namespace

web::Answer show_upload(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const content = html(
      ui::heading(t("Bring in a spreadsheet")),
      ui::lead(
          t("What families said elsewhere, one voice a line. You see what becomes of every line before anything is "
            "stored.")),
      ui::paragraph(t("Save the spreadsheet as CSV. Its first line names the columns: level, said_by, heard_through, "
                      "heard_on, words.")),
      ui::form_with_files(context, "/voices/spreadsheet",
                          html(ui::file_field(t, {.name = "file",
                                                  .label = t("The file"),
                                                  .hint = t("CSV, at most 200 kB and 5,000 lines"),
                                                  .error = ui::error_for(t, state, "file"),
                                                  .accept = ".csv,text/csv"}),
                               ui::button({.text = t("Look through it")}))));
  return ui::page(
      context,
      {.title = t("Bring in a spreadsheet"), .back = Url("/voices"), .problems = state.problems, .index = false},
      content);
}

web::Answer save_upload(web::Context& context, http::Form const& form) {
  auto const upload = std::find_if(form.uploads.begin(), form.uploads.end(),
                                   [](http::Upload const& each) { return each.field == "file"; });
  if (upload == form.uploads.end()) return refuse("file", msg("Choose the file."));
  TRY(read_upload(upload->bytes));
  auto const id = context.db.write([&](db::Transaction& tx) {
    return add_sheet(tx, viewer(context), shortened(upload->file_name, kLongestName), upload->bytes, context.now);
  });
  return web::go_to(path_of(id));
}

web::Answer show_sheet(web::Context& context, web::FormState const& state, SheetId id) {
  auto const& t = context.t;
  auto const sheet = TRY(find(context, id));
  if (sheet.stored_at) return ui::page(context, {.title = t("It is done"), .index = false}, stored(t, sheet));
  auto read = TRY(read_upload(sheet.content));
  auto const lines = context.db.read([&](db::Transaction& tx) { return fates(tx, read); });
  auto const pages = static_cast<int>((lines.size() + kOnPage - 1) / kOnPage);
  auto const number = std::min(ui::page_number(context.request.query), pages);
  auto const title = t("Look through {1}", sheet.file_name);
  Html content = html(ui::heading(title), counts(t, lines));
  if (count_of(lines, Fate::is_new) > 0)
    content += ui::form(context, path_of(id), ui::button({.text = t("Store the new ones")}));
  else
    content += ui::paragraph(t("There is nothing new to store. Put right what is wrong, and choose the file again."));
  content += table(t, lines, static_cast<std::size_t>(number - 1) * kOnPage);
  content += ui::pager(context, number, pages);
  return ui::page(
      context,
      {.title = title, .back = Url("/voices/spreadsheet"), .problems = state.problems, .wide = true, .index = false},
      content);
}

web::Answer save_sheet(web::Context& context, http::Form const&, SheetId id) {
  auto const sheet = TRY(find(context, id));
  store_sheet(context.db, viewer(context), sheet, context.now);
  return web::go_to(path_of(id));
}

}  // namespace earshot::inbox
