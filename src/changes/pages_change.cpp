// One change: the words, the answer, how it came to it, and what else is like it.

#include <algorithm>

#include "changes/pages.h"
#include "changes/store.h"
#include "platform/base/text.h"
#include "platform/crypto/reference.h"
#include "platform/db/database.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/timeline.h"
#include "ui/words.h"

namespace earshot::changes {
namespace {

constexpr std::size_t kMostRelated = 3;
constexpr std::size_t kInTitle = 70;

struct Seen {
  Change change;
  std::vector<Change> related;
};

std::optional<Seen> look(db::Transaction& tx, std::string_view reference, Date today) {
  auto found = find(tx, reference);
  if (!found) return std::nullopt;
  Seen seen{.change = std::move(*found), .related = {}};
  seen.related = related(tx, seen.change, today, kMostRelated);
  return seen;
}

Html said(i18n::Translator const& t, Change const& change) {
  if (change.kind == Kind::told)
    return html(ui::lead(t("Nobody asked for this. It changed all the same, and you should know.")),
                ui::subheading(t("Why we changed it")), ui::words(change.words, change.language),
                ui::quiet(t("In the words of {1}.", change.service_name)));
  auto const day = t.date(*change.asked_at);
  auto const shown = asks::said(t, change.words, change.language);
  if (change.words.empty())
    return html(ui::subheading(t("You said")), ui::words(shown.words, shown.language),
                ui::quiet(t("Said on {1}.", day)));
  auto const by_worker = change.words_by == asks::WordsBy::worker;
  return html(ui::subheading(t("You said")), ui::words(shown.words, shown.language),
              ui::quiet(by_worker ? t("In a worker's words. Said on {1}.", day)
                                  : t("In the family's own words. Said on {1}.", day)));
}

/// What a promise that was not kept means, without blame and without excuse.
Html not_kept(i18n::Translator const& t, Change const& change) {
  return element(
      "div", {{"class", "govuk-inset-text"}},
      html(ui::paragraph(t("{1} said they would do this by {2}. That day has passed, and it is not done yet.",
                           change.service_name, t.date(*change.promised_by))),
           ui::paragraph(t("It stays here as a promise that was not kept until they do it, or say why they cannot."))));
}

Html history(i18n::Translator const& t, Change const& change, Date today) {
  using ui::Step;
  std::vector<Step> steps;
  auto const done = [&](std::string title, std::string when) {
    steps.push_back({.state = Step::State::done, .title = std::move(title), .when = std::move(when)});
  };
  if (change.kind == Kind::told) {
    done(t("{1} changed it", change.service_name), t.date(*change.changed_on));
    done(t("They told everybody"), t.date(change.published_at));
    return ui::timeline(t, steps);
  }
  done(t("A family said it"), t.date(*change.asked_at));
  done(t("We passed it on to {1}", change.service_name), t.date(*change.passed_on_at));
  if (!change.answered) {
    steps.push_back({.state = Step::State::now, .title = outcome_heading(t, change, today)});
    return ui::timeline(t, steps);
  }
  done(t("They answered"), t.date(*change.answered_at));
  auto const by = change.promised_by ? t("by {1}", t.date(*change.promised_by)) : std::string();
  if (became(change, today) == Became::will)
    steps.push_back({.state = Step::State::now, .title = t("They are working on what they promised"), .when = by});
  if (change.kept_on) done(t("They did what they promised"), t.date(*change.kept_on));
  if (became(change, today) == Became::broken)
    steps.push_back({.state = Step::State::now, .title = t("The promise was not kept"), .when = by});
  return ui::timeline(t, steps);
}

Html share(web::Context const& context, Change const& change) {
  auto const& t = context.t;
  return element(
      "div", {{"class", "share no-print"}},
      html(ui::subheading(t("Share this page")), ui::paragraph(t("Copy this address. Everybody can open it.")),
           element("p", {{"class", "share__address break"}},
                   element("code", {}, context.absolute("/changes/" + change.reference)))));
}

/// What stands in the place of an answer that is still to come.
Html waits(i18n::Translator const& t, Change const& change, Date today) {
  return element("div", {{"class", "govuk-inset-text"}},
                 html(element("h2", {{"class", "govuk-heading-s"}}, outcome_heading(t, change, today)),
                      ui::paragraph(t("{1} reads it and answers here.", change.service_name))));
}

Html answer(i18n::Translator const& t, Change const& change, Date today) {
  if (!change.answered) return waits(t, change, today);
  return ui::answer_panel({.kind = shown_kind(change, today),
                           .heading = outcome_heading(t, change, today),
                           .text = change.text,
                           .by = t("{1}, {2}", change.service_name, t.date(change.published_at))});
}

}  // namespace

web::Answer show_change(web::Context& context, std::string typed) {
  auto const& t = context.t;
  auto const today = context.today();
  auto const reference = crypto::read_reference(typed);
  auto const seen = reference ? context.db.read([&](db::Transaction& tx) { return look(tx, *reference, today); })
                              : std::optional<Seen>();
  if (!seen) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  auto const& change = seen->change;
  auto const service = "/services/" + change.service_slug;
  auto content = html(ui::heading(t("You said, we did")), said(t, change), answer(t, change, today));
  if (became(change, today) == Became::broken) content += not_kept(t, change);
  if (change.kind == Kind::asked) content += asks::below_answer(context, asks::AskId{change.item});
  content += html(ui::subheading(t("How it went")), history(t, change, today),
                  ui::paragraph(ui::link(service, t("More about {1}", change.service_name))), share(context, change),
                  ui::quiet(t("Reference {1}", change.reference)));
  // The page is that of the moderation room, which looks at what families said.
  if (change.kind == Kind::asked && !change.words.empty())
    content += ui::paragraph(ui::link("/changes/" + change.reference + "/report", t("Report these words")));
  if (!seen->related.empty()) content += html(ui::subheading(t("More like this")), cards(context, seen->related));
  auto const title = shortened(asks::said(t, change.words, change.language).words, kInTitle);
  return ui::page(context, {.title = title, .back = Url("/changes")}, content);
}

}  // namespace earshot::changes
