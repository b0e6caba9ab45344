// What the address of a list asks for: /changes?service=school-transport&period=this-year. The same words stand in the
// addresses of the list, its feed, its spreadsheet and its poster.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "changes/changes.h"
#include "platform/http/message.h"
#include "platform/i18n/translator.h"
#include "ui/fields.h"
#include "ui/html/html.h"

namespace earshot::changes {

/// What can be chosen.
struct Known {
  std::vector<agencies::Service> services;  ///< The closed ones too: what they did stays.
  std::vector<agencies::Agency> agencies;
  std::vector<county::Place> places;
  std::vector<county::Topic> topics;
};
Known known(db::Transaction& tx);

/// Something that was chosen, in words: "School Transport".
struct Chosen {
  std::string_view field;  ///< As in the address.
  std::string text;
};

struct Query {
  Filter filter;
  std::vector<Chosen> chosen;
  http::Fields fields;  ///< What was chosen, and nothing else of the address.

  /// `path` with the fields that were chosen, but for `without`.
  [[nodiscard]] std::string address(std::string_view path, std::string_view without = {}) const;
  /// "School Transport, this year"; empty when nothing was chosen.
  [[nodiscard]] std::string in_words() const;
};

/// Reads the fields of an address. A service, agency, place or topic that is not known finds nothing; any other word
/// that is none of ours is passed over.
Query read_query(http::Fields const& fields, Known const& known, i18n::Translator const& t, Date today);

/// The names of the fields, for pages that are remembered. A search is not.
std::vector<std::string> remembered_fields();

/// The form that narrows the list at `action` down; it sends GET, so that a list has an address to share.
Html filter_form(i18n::Translator const& t, Known const& known, Query const& query, Url const& action, Date today);

/// The periods that can be chosen, by value and label.
std::vector<ui::Choice> period_choices(i18n::Translator const& t, Date today);

}  // namespace earshot::changes
