// The demonstration county: demo/county.json, told through the same actions that people use.

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "agencies/agencies.h"
#include "app/commands.h"
#include "app/county.h"
#include "app/open.h"
#include "asks/asks.h"
#include "people/people.h"
#include "platform/i18n/translator.h"
#include "voices/voices.h"

namespace earshot::app {
namespace {

namespace json = boost::json;

/// Everybody in the demonstration signs in with it; the county is not meant for real use.
constexpr char const* kPassword = "a-demonstration-only";

std::string text(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value ? json::value_to<std::string>(*value) : std::string();
}

bool flag(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value && value->as_bool();
}

/// What a demonstration must not meet: its own data is wrong.
template <class T>
T must(Result<T> result) {
  if (!result)
    throw std::runtime_error("The demonstration county is not well made: " +
                             result.error().problems.front().message.id);
  return std::move(*result);
}

void add_services(db::Transaction& tx, json::array const& agencies) {
  for (auto const& agency : agencies) {
    auto const id = agencies::add_agency(tx, text(agency.as_object(), "name"));
    for (auto const& service : agency.as_object().at("services").as_array()) {
      auto const& facts = service.as_object();
      agencies::add_service(tx, {.agency = id,
                                 .name = text(facts, "name"),
                                 .slug = text(facts, "slug"),
                                 .about = text(facts, "about"),
                                 .answer_within_days = static_cast<int>(facts.at("days").as_int64())});
    }
  }
}

void add_people(db::Database& db, json::array const& people, Time now) {
  for (auto const& each : people) {
    auto const& facts = each.as_object();
    people::NewPerson person{
        .email = text(facts, "email"), .name = text(facts, "name"), .password = kPassword, .role = {}};
    for (auto const role : people::roles())
      if (role.name == text(facts, "role")) person.role = role;
    for (auto const& slug : facts.at("services").as_array())
      person.services.push_back(db.read(
          [&](db::Transaction& tx) { return agencies::find_service(tx, json::value_to<std::string>(slug))->id; }));
    must(people::add(db, person, now));
  }
}

/// Who works in the demonstration: found by role, so that the county may change.
struct Staff {
  web::Viewer worker;
  web::Viewer administrator;
};

Staff find_staff(db::Transaction& tx) {
  Staff staff;
  for (auto const& person : people::list(tx)) {
    auto const viewer = *people::find_viewer(tx, person.id.value);
    if (viewer.has(people::kWorker)) staff.worker = viewer;
    if (viewer.has(people::kAdministrator)) staff.administrator = viewer;
  }
  return staff;
}

/// Takes one voice as far as the county's story says.
void tell(db::Transaction& tx, json::object const& facts, Staff const& staff, i18n::Translator const& days, Time now,
          std::string_view key) {
  auto const said_at = now - Days{facts.at("days_ago").as_int64()};
  auto const language = text(facts, "language");
  voices::Words words{.words = text(facts, "words"),
                      .language = language.empty() ? "en" : language,
                      .speaker = *from_word<voices::Speaker>(text(facts, "speaker")),
                      .wish = text(facts, "wish"),
                      .may_show = flag(facts, "show") ? voices::MayShow::without_name : voices::MayShow::no};
  auto const service = agencies::find_service(tx, text(facts, "service"));
  if (service) words.services = {service->id};
  voices::receive(tx, words, key, said_at);
  if (flag(facts, "waits")) return;

  auto const read_at = said_at + Days{1};
  auto const published = text(facts, "published");
  auto const ask = must(voices::make_ask(tx, *voices::find_by_key(tx, key),
                                         {service->id, published.empty() ? words.words : published, words.wish},
                                         people::PersonId{staff.worker.id}, read_at, days.day(read_at)));
  auto const* answer = facts.if_contains("answer");
  if (!answer) return;
  auto const& told = answer->as_object();
  auto const answered_at = said_at + Days{told.at("after").as_int64()};
  asks::AnswerDraft draft{.outcome = *from_word<asks::Outcome>(text(told, "outcome")), .text = text(told, "text")};
  if (auto const* in_days = told.if_contains("in_days"))
    draft.will_do_by = plus(days.day(answered_at), Days{in_days->as_int64()});
  must(asks::answer(tx, ask.id, draft, std::nullopt, staff.administrator, answered_at, days.day(answered_at)));
  must(asks::publish(tx, ask.id, answered_at, staff.administrator, answered_at, days.day(answered_at)));
}

void print_sign_ins(json::array const& people) {
  fmt::print("\nSign in with the password {}\n", kPassword);
  for (auto const& each : people)
    fmt::print("  {:<26} {} ({})\n", text(each.as_object(), "email"), text(each.as_object(), "name"),
               text(each.as_object(), "role"));
  fmt::print("\n");
}

/// Whether the accounts of the demonstration are here, so that its sign-ins can be told again.
bool is_demonstration(db::Database& db, json::array const& people) {
  auto const first = text(people.front().as_object(), "email");
  auto const known = db.read([](db::Transaction& tx) { return people::list(tx); });
  return std::any_of(known.begin(), known.end(), [&](auto const& person) { return person.email == first; });
}

}  // namespace

ExitCode demo(config::Config const& config) {
  auto const county = json::parse(demonstration_county()).as_object();
  auto const database = open(config, Open::or_make);
  auto const& people = county.at("people").as_array();
  if (!database->read([](db::Transaction& tx) { return agencies::services(tx); }).empty()) {
    fmt::print("There are services in this database already, so no demonstration county was made.\n");
    if (is_demonstration(*database, people)) print_sign_ins(people);
    return kDone;
  }
  auto const now = system_now();
  database->write([&](db::Transaction& tx) { add_services(tx, county.at("agencies").as_array()); });
  add_people(*database, people, now);
  i18n::Translator const days(i18n::language("en"), config.time_zone);
  auto const& voices = county.at("voices").as_array();
  database->write([&](db::Transaction& tx) {
    auto const staff = find_staff(tx);
    for (std::size_t i = 0; i < voices.size(); ++i)
      tell(tx, voices[i].as_object(), staff, days, now, "demonstration " + std::to_string(i));
  });
  fmt::print("Made a demonstration county with {} voices.\n", voices.size());
  print_sign_ins(people);
  return kDone;
}

}  // namespace earshot::app
