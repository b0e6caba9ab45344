// Single keys on the lists of people who work here: j and k go up and down, ? shows them all. Each person can turn them
// off for themselves (WCAG 2.1.4).
#pragma once

#include "people/people.h"
#include "platform/db/migrations.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"
#include "platform/web/feature.h"
#include "ui/html/html.h"

namespace earshot::keys {

/// Whether keys do something for a person: yes, unless they turned them off.
bool are_on(db::Transaction& tx, people::PersonId person);
void turn(db::Transaction& tx, people::PersonId person, bool on);

/// A list (ui::work_list) on which the keys work when they are `on`; a page has one. The filter that they open is that
/// of ui::filters.
Html list(Html const& rows, bool on);

/// The link to the keys, and what "?" opens when they are `on`. Without a script that stays shut, and the link leads to
/// the same as a page.
Html help(i18n::Translator const& t, bool on);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::keys
