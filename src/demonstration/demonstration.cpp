#include "demonstration/demonstration.h"

#include <algorithm>

#include <boost/json.hpp>

#include "demonstration/files.h"
#include "demonstration/reading.h"
#include "demonstration/story.h"
#include "demonstration/written.h"
#include "people/people.h"

namespace earshot::demonstration {
namespace {

constexpr std::int64_t kStoriesAtScaleOne = 600;
constexpr std::int64_t kStoriesAtOnce = 500;

}  // namespace

bool is_taken(db::Database& db) {
  return !db.read([](db::Transaction& tx) { return agencies::all_services(tx); }).empty();
}

bool is_here(db::Database& db) {
  auto const first = sign_ins().front().email;
  auto const known = db.read([](db::Transaction& tx) { return people::list(tx); });
  return std::any_of(known.begin(), known.end(), [&](auto const& person) { return person.email == first; });
}

Made make(db::Database& db, Plan const& plan, std::function<void(std::size_t, std::size_t)> const& progress) {
  auto const county = make_county(db, plan.now);
  auto made = tell_written(db, county, plan);
  Storyteller const storyteller(county, plan);
  auto const total = kStoriesAtScaleOne * plan.scale;
  for (std::int64_t begin = 0; begin < total; begin += kStoriesAtOnce) {
    auto const end = std::min(begin + kStoriesAtOnce, total);
    auto const told = db.write([&](db::Transaction& tx) {
      Made batch;
      for (auto number = begin; number < end; ++number) {
        auto const one = storyteller.tell(tx, number, total);
        batch.voices += one.voices;
        batch.asks += one.asks;
      }
      return batch;
    });
    made.voices += told.voices;
    made.asks += told.asks;
    progress(static_cast<std::size_t>(end * kVoicesInStory), static_cast<std::size_t>(total * kVoicesInStory));
  }
  if (plan.scale > 0) {
    auto const told = db.write([&](db::Transaction& tx) { return storyteller.end(tx); });
    made.voices += told.voices;
    made.asks += told.asks;
  }
  return made;
}

std::vector<SignIn> sign_ins() {
  std::vector<SignIn> result;
  auto const written = boost::json::parse(file("county.json")).as_object();
  for (auto const& each : written.at("people").as_array()) {
    auto const& facts = each.as_object();
    result.push_back({text(facts, "email"), text(facts, "name"), text(facts, "role")});
  }
  return result;
}

}  // namespace earshot::demonstration
