// One voice: what was said, who else has it open, what was done with it, and what can be done.

#include "inbox/pages.h"
#include "inbox/triage.h"
#include "platform/db/database.h"
#include "platform/http/forms.h"
#include "platform/search/search.h"
#include "ui/fields.h"
#include "ui/govuk/inset_text.h"
#include "ui/govuk/notification_banner.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/warning_text.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::inbox {
namespace {

constexpr std::size_t kLikely = 5;
constexpr std::size_t kCandidates = 20;
/// What has so much of what tells what a voice is about, in percent, is shown; for the same service or topic, less will
/// do.
constexpr int kLeastLike = 40;
constexpr int kAkin = 20;

/// Whether an ask is for a service that the voice names, or about one of its topics.
bool is_akin(db::Transaction& tx, voices::Voice const& voice, asks::Ask const& ask) {
  auto const has = [](auto const& all, auto const& id) { return std::find(all.begin(), all.end(), id) != all.end(); };
  if (has(voice.services, ask.service)) return true;
  auto const topics = asks::topics_of(tx, ask.id);
  return std::any_of(topics.begin(), topics.end(),
                     [&](county::Topic const& each) { return has(voice.topics, each.id); });
}

/// Asks that are like the voice and stand, without those that came of it or were given back; in front what is for a
/// service that it names, or about one of its topics.
std::vector<asks::AnsweredAsk> likely_asks(db::Transaction& tx, web::Viewer const& by, voices::Voice const& voice,
                                           std::vector<asks::AnsweredAsk> const& made) {
  struct Candidate {
    asks::AnsweredAsk item;
    int score = 0;
  };
  std::vector<Candidate> candidates;
  for (auto const& [id, share] : search::likely(tx, "asks", voice.words + "\n" + voice.wish, kCandidates)) {
    if (share + kAkin < kLeastLike) break;
    auto const is_known = [id = id](asks::AnsweredAsk const& each) { return each.ask.id.value == id; };
    if (std::any_of(made.begin(), made.end(), is_known)) continue;
    auto item = asks::find(tx, asks::AskId{id}, by);
    if (!item || item->ask.returned_at) continue;
    auto const score = share + (is_akin(tx, voice, item->ask) ? kAkin : 0);
    if (score >= kLeastLike) candidates.push_back({std::move(*item), score});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](Candidate const& one, Candidate const& other) { return one.score > other.score; });
  std::vector<asks::AnsweredAsk> likely;
  for (std::size_t i = 0; i < candidates.size() && i < kLikely; ++i) likely.push_back(std::move(candidates[i].item));
  return likely;
}

Result<Opened> load(db::Transaction& tx, web::Context const& context, Filter const& list, voices::VoiceId id) {
  Opened opened{.voice = TRY(voices::find(tx, id))};
  opened.services = agencies::services(tx);
  opened.additions = voices::additions(tx, id);
  opened.files = attachments::of_source(tx, {voices::kSourceKind, id.value});
  opened.made = asks::of_source(tx, {voices::kSourceKind, id.value});
  opened.likely = likely_asks(tx, *context.viewer, opened.voice, opened.made);
  opened.others = store::others_present(tx, id, viewer(context), context.now);
  opened.deeds = store::deeds(tx, id);
  opened.heard = how_heard(tx, id);
  opened.came_back = store::came_back(tx, id);
  opened.returns = asks::returns_of(tx, {voices::kSourceKind, id.value});
  opened.topics = names_of(county::topics(tx), opened.voice.topics);
  opened.list = list;
  opened.next = store::next(tx, list, opened.voice, context.now);
  if (opened.voice.place)
    opened.place = names_of(county::places(tx), std::vector<county::PlaceId>{*opened.voice.place});
  return opened;
}

/// The voice for its page; who looks is noted as having it open.
Result<Opened> open(web::Context const& context, Filter const& list, voices::VoiceId id) {
  auto opened = TRY(context.db.read([&](db::Transaction& tx) { return load(tx, context, list, id); }));
  context.db.write([&](db::Transaction& tx) { store::note_presence(tx, id, viewer(context), context.now); });
  return opened;
}

Html others(web::Context const& context, std::vector<Present> const& present) {
  auto const& t = context.t;
  Html lines;
  for (auto const& each : present) {
    auto const minutes = std::chrono::duration_cast<std::chrono::minutes>(context.now - each.opened_at).count();
    lines += ui::paragraph(minutes < 1 ? t("{1} opened this just now.", each.name)
                                       : t.plural("{2} opened this 1 minute ago.", "{2} opened this {1} minutes ago.",
                                                  minutes, each.name));
  }
  if (lines.empty()) return lines;
  return govuk::inset_text(
      {.text = html(lines, ui::paragraph(t("Talk to each other. Only the first of you can pass it on unasked.")))});
}

Html facts(i18n::Translator const& t, Opened const& opened) {
  auto const& voice = opened.voice;
  govuk::SummaryListOptions list;
  auto const row = [&](std::string const& key, Html const& value) {
    list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
  };
  row(t("Received"), t.date_and_time(voice.received_at));
  if (!voice.heard_on.empty()) row(t("Heard"), t("{1}, through {2}", voice.heard_on, voice.heard_through));
  row(t("About"), service_names(opened.services, voice.services, t("Not sure")));
  if (!opened.topics.empty()) row(t("Topics"), opened.topics);
  if (!opened.place.empty()) row(t("Place"), opened.place);
  row(t("Who is speaking"), voices::label(t, voice.speaker));
  if (!voice.wish.empty()) row(t("What they would like"), ui::written(voice.wish));
  row(t("May we show the words"), voices::label(t, voice.may_show));
  return govuk::summary_list(list);
}

std::string deed_text(i18n::Translator const& t, DeedDone const& done) {
  auto const when = t.date_and_time(done.done_at);
  switch (done.deed) {
    case Deed::asked:
      return t("{1} passed it on, {2}.", done.name, when);
    case Deed::joined:
      return t("{1} joined it to an ask, {2}.", done.name, when);
    case Deed::closed:
      return t("{1} closed it, {2}.", done.name, when);
  }
  return {};
}

/// Who sent it back; the work begins with it.
Html sent_back(i18n::Translator const& t, Opened const& opened) {
  if (opened.came_back.empty()) return {};
  Html lines;
  for (auto const& each : opened.returns) {
    auto const day = t.date(each.returned_at);
    if (each.reason.empty())
      lines += ui::paragraph(t("{1}: the family whose words the ask for {2} had took them back. Make it anew of these.",
                               day, each.service_name));
    else if (each.suggested_name.empty())
      lines += ui::paragraph(t("{1}: {2} gave it back: {3}", day, each.service_name, each.reason));
    else
      lines += ui::paragraph(t("{1}: {2} gave it back: {3} They think that {4} can answer.", day, each.service_name,
                               each.reason, each.suggested_name));
  }
  return govuk::inset_text({.text = lines});
}

/// What the family added since.
Html added(i18n::Translator const& t, Opened const& opened) {
  Html content;
  for (auto const& addition : opened.additions)
    content += html(ui::subheading(t("Added on {1}", t.date(addition.received_at))),
                    ui::words(addition.words, addition.language));
  return content;
}

/// What was sent with it: what a moderator let pass can be seen and heard, of the rest it is said that it is there.
Html files(i18n::Translator const& t, Opened const& opened) {
  if (opened.files.empty()) return {};
  auto const names = attachments::names(t, opened.files);
  Html content = ui::subheading(t("Photos and recordings"));
  for (std::size_t each = 0; each < names.size(); ++each) {
    auto const& file = opened.files[each];
    if (file.state == attachments::State::shown)
      content +=
          attachments::shown(file, address(opened.voice.id, "/files/" + std::to_string(file.id.value)), names[each]);
    else
      content += ui::paragraph(file.state == attachments::State::held
                                   ? t("{1}: a moderator looks at it first.", names[each])
                                   : t("{1}: a moderator did not let it pass.", names[each]));
  }
  return content;
}

/// Above the words: nothing can be made of them before somebody has said what they mean. The page is that of the
/// safeguarding room.
Html read_first(i18n::Translator const& t, voices::Voice const& voice) {
  if (!voice.read_first) return {};
  return html(govuk::warning_text({.text = t("Words in this can mean danger. Read it before you do anything else."),
                                   .icon_fallback_text = t("Warning")}),
              ui::button({.text = t("Please read this first"), .href = address(voice.id, "/first")}));
}

/// What else can be done with a voice: the page is that of the safeguarding room.
Html danger(i18n::Translator const& t, voices::Voice const& voice) {
  return ui::button({.text = t("Somebody may be in danger"),
                     .look = ui::Button::Look::warning,
                     .href = address(voice.id, "/danger")});
}

/// What has become of it so far.
Html standing(i18n::Translator const& t, Opened const& opened) {
  Html content;
  auto const& voice = opened.voice;
  if (!opened.made.empty()) {
    content += ui::subheading(t("It has been passed on"));
    for (auto const& item : opened.made)
      content += ui::paragraph(ui::link("/asks/" + std::to_string(item.ask.id.value),
                                        t("Ask {1} for {2}", item.ask.reference, item.ask.service_name)));
  }
  if (voice.withdrawn_at) content += ui::subheading(t("The family has taken it back"));
  if (voice.closed_at)
    content += html(ui::subheading(t("It was closed without an ask")), ui::paragraph(t("The family reads this:")),
                    ui::written(voice.closed_note));
  for (auto const& done : opened.deeds) content += ui::quiet(deed_text(t, done));
  return content;
}

/// "Passed on to School Transport", and on to the next one. Nothing when nothing was done just now.
Html just_done(web::Context const& context, Opened const& opened) {
  auto const& t = context.t;
  auto const done = from_word<Deed>(context.request.query.get(kDoneField));
  std::string text;
  if (done == Deed::closed && opened.voice.closed_at)
    text = t("Closed. The family reads your words behind their link.");
  if ((done == Deed::asked || done == Deed::joined) && opened.voice.asked_at && !opened.made.empty()) {
    std::string services;
    for (auto const& each : opened.made) services += (services.empty() ? "" : ", ") + each.ask.service_name;
    text = done == Deed::asked ? t("Passed on to {1}.", services) : t("Joined. It is with {1}.", services);
  }
  if (text.empty()) return {};
  auto const list = with_query("/voices", to_query(opened.list));
  auto const onward =
      opened.next
          ? ui::button_group(html(
                ui::button({.text = t("Next one"), .href = with_query(address(*opened.next), to_query(opened.list))}),
                ui::link(list, t("Back to the list"))))
          : ui::paragraph(html(t("Nothing else waits here."), " ", ui::link(list, t("Back to the list"))));
  return html(govuk::notification_banner({.text = text, .type = govuk::NotificationType::success}), onward);
}

}  // namespace

web::Answer show_voice(web::Context& context, web::FormState const& state, voices::VoiceId id) {
  auto const& t = context.t;
  auto const opened = TRY(open(context, came_from(context, state), id));
  auto const& voice = opened.voice;
  auto const list = to_query(opened.list);
  Html content =
      html(just_done(context, opened), ui::heading(t("Voice {1}", voice.reference)), others(context, opened.others),
           sent_back(t, opened), read_first(t, voice), ui::words(voice.words, voice.language), added(t, opened),
           files(t, opened), facts(t, opened), danger(t, voice));
  if (opened.heard) content += html(ui::subheading(t("How it was heard")), how_heard_list(t, *opened.heard));
  content += standing(t, opened);
  // Who typed something that was refused gets it back, whatever became of the voice meanwhile.
  auto const open_to_all = (voice.waits() || !opened.came_back.empty()) && !voice.read_first;
  if (open_to_all || (state.sent && !voice.withdrawn_at)) content += ask_form(context, state, opened);
  if (open_to_all)
    content += html(
        ui::subheading(t("No ask is needed?")),
        ui::paragraph(ui::link(with_query(address(id, "/close"), list), t("Close it with a kind word to the family"))));
  return ui::page(context,
                  {.title = t("Voice {1}", voice.reference),
                   .back = Url(with_query("/voices", list)),
                   .problems = state.problems,
                   .wide = true,
                   .index = false},
                  content);
}

web::Answer show_file(web::Context& context, voices::VoiceId id, attachments::AttachmentId file) {
  return context.db.read([&](db::Transaction& tx) -> web::Answer {
    auto const voice = TRY(voices::find(tx, id));
    auto const found = TRY(attachments::find_of(tx, {voices::kSourceKind, voice.id.value}, file));
    if (found.state != attachments::State::shown)
      return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
    return attachments::response(tx, found, context.request);
  });
}

std::string address(voices::VoiceId id, std::string_view below) {
  return "/voices/" + std::to_string(id.value) + std::string(below);
}

std::string with_query(std::string address, std::string_view query) {
  if (!query.empty()) address.append("?").append(query);
  return address;
}

Filter came_from(http::Fields const& form) { return read_filter(http::parse_urlencoded(form.get(kListField)).fields); }

Filter came_from(web::Context const& context, web::FormState const& state) {
  return state.sent ? came_from(state.values) : read_filter(context.request.query);
}

web::Answer go_on(voices::VoiceId id, Deed done, http::Fields const& form) {
  auto query = std::string(kDoneField) + "=" + std::string(to_word(done));
  if (auto const list = to_query(came_from(form)); !list.empty()) query += "&" + list;
  return web::go_to(with_query(address(id), query));
}

people::PersonId viewer(web::Context const& context) { return people::PersonId{context.viewer->id}; }

}  // namespace earshot::inbox
