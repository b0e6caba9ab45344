// Recording for somebody: one form, in parts.

#include "inbox/pages_record.h"

#include "inbox/pages.h"
#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/govuk/details.h"
#include "ui/govuk/fieldset.h"
#include "ui/grouped_boxes.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::inbox {
namespace {

/// Makes the fields of this form: names, what was typed, and what is wrong.
class Fields {
 public:
  Fields(i18n::Translator const& t, web::FormState const& state) : m_t(t), m_state(state) {}

  [[nodiscard]] Html line(std::string const& name, std::string const& label, std::string const& hint = {}) const {
    return ui::text_field(m_t, {.name = name,
                                .label = label,
                                .hint = Html(hint),
                                .value = m_state.value(name),
                                .error = ui::error_for(m_t, m_state, name)});
  }

  [[nodiscard]] Html text(std::string const& name, std::string const& label, std::string const& hint, int rows) const {
    return ui::textarea_field(m_t, {.name = name,
                                    .label = label,
                                    .hint = Html(hint),
                                    .value = m_state.value(name),
                                    .error = ui::error_for(m_t, m_state, name),
                                    .rows = rows,
                                    .max_characters = voices::kLongestWords});
  }

  [[nodiscard]] Html one_of(std::string const& name, std::string const& legend, std::vector<ui::Choice> items,
                            std::string const& hint = {}) const {
    return ui::radios_field(m_t, {.name = name,
                                  .legend = legend,
                                  .hint = Html(hint),
                                  .items = std::move(items),
                                  .value = m_state.value(name),
                                  .error = ui::error_for(m_t, m_state, name)});
  }

  [[nodiscard]] Html topics(std::string const& legend, std::vector<county::Topic> const& all) const {
    if (all.empty()) return {};
    std::vector<ui::Choice> items;
    for (auto const& each : all) items.push_back({.value = each.slug, .label = each.name});
    return element("div", Attributes{{"class", "columns"}},
                   ui::checkboxes_field(m_t, {.name = "topic",
                                              .legend = legend,
                                              .items = std::move(items),
                                              .values = ticked("topic"),
                                              .error = ui::error_for(m_t, m_state, "topic"),
                                              .small = true}));
  }

  [[nodiscard]] Html services(std::string const& legend, std::vector<agencies::Service> const& all) const {
    if (all.empty()) return {};
    std::vector<ui::BoxGroup> groups;
    for (auto const& each : all) ui::add_to_group(groups, each.agency_name, {.value = each.slug, .label = each.name});
    return ui::grouped_boxes_field(m_t, {.name = "service",
                                         .legend = legend,
                                         .groups = std::move(groups),
                                         .values = ticked("service"),
                                         .error = ui::error_for(m_t, m_state, "service"),
                                         .small = true});
  }

  [[nodiscard]] Html select(std::string const& name, std::string const& label, std::vector<ui::Choice> items,
                            std::string const& otherwise = {}) const {
    return ui::select_field(m_t, {.name = name,
                                  .label = label,
                                  .items = std::move(items),
                                  .value = m_state.value(name, otherwise),
                                  .error = ui::error_for(m_t, m_state, name)});
  }

 private:
  [[nodiscard]] std::vector<std::string> ticked(std::string const& name) const {
    std::vector<std::string> values;
    for (auto const each : m_state.values.all(name)) values.emplace_back(each);
    return values;
  }

  i18n::Translator const& m_t;
  web::FormState const& m_state;
};

template <Worded E>
std::vector<ui::Choice> choices_of(i18n::Translator const& t) {
  std::vector<ui::Choice> items;
  for (auto const& [each, word] : kWords<E>) items.push_back({.value = std::string(word), .label = label(t, each)});
  return items;
}

Html part(std::string const& legend, Html const& content) {
  return govuk::fieldset({.legend = {.text = legend, .classes = "govuk-fieldset__legend--m"}, .content = content});
}

Html what_was_said(i18n::Translator const& t, Fields const& fields) {
  std::vector<ui::Choice> languages;
  for (auto const& each : spoken_languages())
    languages.push_back({.value = std::string(each.code), .label = std::string(each.name)});
  languages.push_back({.value = "other", .label = t("Another language")});
  return part(t("What they said"),
              html(fields.text("words", t("In their own words, as far as you can"),
                               t("Leave out names, and whatever else shows who they are."), 6),
                   fields.select("language", t("In what language did they say it?"), std::move(languages), "en"),
                   fields.text("wish", t("What would they like to happen?"), t("You can leave this empty."), 3)));
}

Html what_it_is_about(i18n::Translator const& t, Fields const& fields, Choices const& choices) {
  std::vector<ui::Choice> places{{.value = "", .label = t("They did not say")}};
  for (auto const& each : choices.places) places.push_back({.value = each.slug, .label = each.name});
  std::vector<ui::Choice> speakers;
  for (auto const& [speaker, word] : kWords<voices::Speaker>)
    speakers.push_back({.value = std::string(word), .label = voices::label(t, speaker)});
  // “I’d rather not say” is an answer of who speaks for themselves.
  speakers.back().label = t("They did not say");
  return part(t("Who said it, and what it is about"),
              html(fields.one_of("speaker", t("Who was speaking?"), std::move(speakers)),
                   fields.services(t("Which services is it about?"), choices.services),
                   fields.topics(t("Which topics is it about?"), choices.topics),
                   choices.places.empty() ? Html() : fields.select("place", t("Nearest place"), std::move(places))));
}

Html how_you_heard(web::Context const& context, web::FormState const& state, Fields const& fields) {
  auto const& t = context.t;
  return part(t("How you heard it"),
              html(ui::date_field(t, {.name = "heard_on",
                                      .legend = t("When?"),
                                      .hint = Html(t("For example, {1}", "27 3 2026")),
                                      .value = ui::date_parts(state, "heard_on", context.today()),
                                      .error = ui::error_for(t, state, "heard_on")}),
                   fields.one_of("heard_how", t("How?"), choices_of<HeardHow>(t)),
                   fields.line("heard_where", t("Where?"), t("Such as “toddler group”. You can leave this empty.")),
                   fields.line("heard_from", t("From whom, in general terms?"),
                               t("Such as “a father of two”, never a name. You can leave this empty.")),
                   fields.line("group_name", t("For which group do you speak?"),
                               context.viewer->has(people::kRepresentative) ? std::string()
                                                                            : t("Only if you speak for one."))));
}

Html what_they_agreed(i18n::Translator const& t, Fields const& fields) {
  auto const at = [&](messages::Channel channel, std::string const& choice, std::string const& name) {
    auto const word = std::string(to_word(channel));
    return ui::Choice{.value = word, .label = choice, .conditional = fields.line("tell_" + word, name)};
  };
  auto const by_post = ui::Choice{
      .value = "post", .label = t("By post"), .conditional = fields.text("tell_post", t("Name and address"), {}, 4)};
  return part(
      t("What they agreed to"),
      html(fields.one_of("consent", t("Do they know that it is passed on?"), choices_of<Consent>(t)),
           fields.one_of("may_show", t("May we show their words to others?"),
                         {{.value = "without-name", .label = t("Yes, without their name")},
                          {.value = "no", .label = t("No, or they were not asked")}}),
           fields.one_of(
               "tell", t("Do they want to be told what becomes of it?"),
               {at(messages::Channel::email, t("By e-mail"), t("E-mail address")),
                at(messages::Channel::text, t("By text message"), t("Mobile number")),
                by_post,
                {.value = "no", .label = t("No, or by the receipt that I give them"), .divider_before = t("or")}})));
}

Choices load_choices(web::Context const& context) {
  return context.db.read([](db::Transaction& tx) {
    return Choices{agencies::services(tx), county::topics(tx), county::places(tx)};
  });
}

}  // namespace

web::Answer show_record(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const choices = load_choices(context);
  Fields const fields(t, state);
  auto key = state.sent ? rules::read_key(state.values) : std::string();
  if (key.empty()) key = crypto::random_token();
  auto const content =
      html(ui::heading(t("Record for somebody")),
           ui::lead(t("Somebody told you something that a service should hear. Record it, and give them the receipt.")),
           ui::form(context, "/record",
                    html(ui::hidden("key", key), what_was_said(t, fields), what_it_is_about(t, fields, choices),
                         how_you_heard(context, state, fields), what_they_agreed(t, fields),
                         ui::button({.text = t("Check it"), .name = "do", .value = "check"}))));
  return ui::page(
      context,
      {.title = t("Record for somebody"), .back = Url("/recorded"), .problems = state.problems, .index = false},
      content);
}

web::Answer save_record(web::Context& context, http::Form const& form) {
  auto const step = form.fields.get("do");
  if (step == "change") return show_record(context, {.values = form.fields, .problems = {}, .sent = true});
  auto const choices = load_choices(context);
  auto const recorded =
      TRY(rules::read_recorded(form.fields, choices, context.viewer->has(people::kRepresentative), context.today()));
  auto const key = rules::read_key(form.fields);
  if (step != "send" || key.empty()) return check_page(context, recorded, choices, form.fields);
  auto const id = context.db.write(
      [&](db::Transaction& tx) { return record_voice(tx, recorded, key, viewer(context), context.now); });
  return web::go_to("/recorded/" + std::to_string(id.value));
}

}  // namespace earshot::inbox
