// The county's own words on our pages, one text for each language.

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/seen.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

using county::Page;

constexpr char const* kList = "/administration/words";

std::string address(Page page, std::string_view language) {
  return std::string(kList) + "/" + std::string(to_word(page)) + "/" + std::string(language);
}

std::string title(i18n::Translator const& t, Page page) {
  switch (page) {
    case Page::front:
      return t("Opening words on the front page");
    case Page::about:
      return t("Who runs this");
    case Page::other_ways:
      return t("Other ways to tell us");
    case Page::privacy:
      return t("Your privacy");
  }
  return {};
}

std::string about(i18n::Translator const& t, Page page) {
  if (page == Page::front)
    return t(
        "They stand above the question, in place of ours. Without words of yours, readers of this language see ours.");
  return t("They stand on the page below ours. Readers of a language without words of yours see the English ones.");
}

/// The language with exactly this code, so that no other text is kept under it.
Result<i18n::Language> find_language(std::string const& code) {
  for (auto const& each : i18n::languages())
    if (each.code == code) return each;
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

/// What stands in the form of a page's words.
std::vector<ui::Stands> stands_of(std::optional<county::Words> const& words) {
  return {{rules::kTextField, words ? words->text : std::string()}};
}

}  // namespace

web::Answer show_words(web::Context& context) {
  auto const& t = context.t;
  govuk::TableOptions table{.head = {{.text = t("Page")}}, .first_cell_is_header = true};
  for (auto const& language : i18n::languages()) table.head.push_back({.text = std::string(language.name)});
  context.db.read([&](db::Transaction& tx) {
    for (auto const& [page, word] : kWords<Page>) {
      govuk::TableRow row{{.text = title(t, page)}};
      for (auto const& language : i18n::languages()) {
        auto const words = county::words_in(tx, page, language.code);
        auto const hidden = element("span", {{"class", "govuk-visually-hidden"}},
                                    html(": ", title(t, page), ", ", std::string(language.name)));
        row.push_back({.text = ui::link(address(page, language.code),
                                        html(words ? t("Yours: change") : t("Ours: add"), hidden))});
      }
      table.rows.push_back(std::move(row));
    }
  });
  return framed(context, {.title = t("Words on our pages"), .wide = true},
                html(ui::paragraph(t("Say on these pages what is so in your county: who you are, where families can "
                                     "come, whom they can ring. Plain words, a short paragraph at a time.")),
                     ui::wide_table(t("Words on our pages"), table)));
}

web::Answer show_words_form(web::Context& context, web::FormState const& state, Page page, std::string const& code) {
  auto const& t = context.t;
  auto const language = TRY(find_language(code));
  auto const stands = context.db.read([&](db::Transaction& tx) { return county::words_in(tx, page, code); });
  auto const name = std::string(language.name);
  auto const field = ui::textarea_field(
      t,
      {.name = std::string(rules::kTextField),
       .label = t("Your words in this language: {1}", name),
       .hint = html(about(t, page), " ", t("An empty line begins a new paragraph. Empty the field to take them away.")),
       .value = state.value(rules::kTextField, stands ? stands->text : std::string()),
       .error = ui::error_for(t, state, rules::kTextField),
       .rows = 10,
       .max_characters = rules::kLongestText});
  return framed(context, {.title = title(t, page), .back = kList, .problems = state.problems},
                ui::form(context, address(page, code),
                         html(ui::seen(stands_of(stands)), field, ui::button({.text = t("Save")}))));
}

web::Answer save_words(web::Context& context, http::Form const& form, Page page, std::string const& code) {
  TRY(find_language(code));
  auto const text = TRY(rules::read_words(form.fields));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    TRY(ui::nobody_else_changed(form.fields, stands_of(county::words_in(tx, page, code))));
    county::save(tx, page, county::Words{.language = code, .text = text});
    note(tx, context, text.empty() ? "remove_words" : "change_words",
         "words " + std::string(to_word(page)) + " " + code);
    return {};
  }),
                 kList);
}

}  // namespace earshot::administration
