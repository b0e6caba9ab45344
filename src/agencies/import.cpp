#include "agencies/import.h"

#include <algorithm>
#include <charconv>

#include "agencies/agencies.h"
#include "formats/csv_table.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/record/record.h"

namespace earshot::agencies {
namespace {

using formats::Cell;
using formats::refuse_at;

struct Line {
  std::string agency;
  NewService service;
  std::vector<std::string> topics;
  std::vector<std::string> places;
};

Result<std::string> read_name(Cell const& cell) {
  auto name = tidy(cell.text);
  if (name.empty()) return refuse_at(cell, "this must not be empty");
  if (characters(name) > kLongestName) return refuse_at(cell, "this is longer than 100 characters");
  return name;
}

Result<std::string> read_slug(Cell const& cell) {
  auto slug = TRY(read_name(cell));
  auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (!std::all_of(slug.begin(), slug.end(), plain))
    return refuse_at(cell, "a slug has small letters, digits and hyphens only, such as school-transport");
  return slug;
}

Result<int> read_days(Cell const& cell) {
  auto const text = tidy(cell.text);
  int days = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || days < 1 || days > kMostDays)
    return refuse_at(cell, "answer_within_days is a whole number from 1 to 365");
  return days;
}

/// The names in a cell, with | between them.
Result<std::vector<std::string>> read_names(Cell const& cell) {
  std::vector<std::string> names;
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    auto const end = std::min(rest.find('|'), rest.size());
    auto part = cell;
    part.text = tidy(rest.substr(0, end));
    if (!part.text.empty()) names.push_back(TRY(read_name(part)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

/// The cells stand in the order of the columns that run() asks for.
Result<Line> read_line(formats::TableLine const& cells) {
  Line line;
  line.agency = TRY(read_name(cells[0]));
  line.service.name = TRY(read_name(cells[1]));
  line.service.slug = TRY(read_slug(cells[2]));
  line.service.about = TRY(read_name(cells[3]));
  line.service.answer_within_days = TRY(read_days(cells[4]));
  line.topics = TRY(read_names(cells[5]));
  line.places = TRY(read_names(cells[6]));
  return line;
}

/// What these names stand for on a list of the county, added where they are not on it.
template <class Id>
Result<std::vector<Id>> on_list(db::Transaction& tx, county::List list, std::vector<std::string> const& names) {
  std::vector<Id> ids;
  for (auto const& name : names) {
    auto const known = county::entries(tx, list);
    auto const same = std::find_if(known.begin(), known.end(), [&](auto const& each) { return each.name == name; });
    ids.push_back({same != known.end() ? same->id : TRY(county::add_entry(tx, list, name)).id});
  }
  return ids;
}

Result<web::ImportReport> store(db::Transaction& tx, std::vector<Line> const& lines, Time now) {
  web::ImportReport report;
  for (auto const& [agency, service, topics, places] : lines) {
    if (find_service(tx, service.slug)) {
      ++report.already_here;
      continue;
    }
    auto const known = all_services(tx);
    if (std::any_of(known.begin(), known.end(), [&](Service const& each) { return each.name == service.name; }))
      return refuse("", msg("Two services cannot have the same name: {1}", service.name));
    auto added = service;
    added.agency = add_agency(tx, agency);
    auto const id = add_service(tx, added);
    set_topics(tx, id, TRY(on_list<county::TopicId>(tx, county::List::topics, topics)));
    set_places(tx, id, TRY(on_list<county::PlaceId>(tx, county::List::places, places)));
    record::note(tx, {"operator", "agencies.add_service", "service " + service.slug, ""}, now);
    ++report.stored;
  }
  return report;
}

Result<web::ImportReport> run(db::Database& db, std::string_view file, Time now,
                              std::function<void(std::size_t, std::size_t)> const& progress) {
  auto const table = TRY(formats::parse_csv_table(file, {"agency", "service", "slug", "about", "answer_within_days"},
                                                  {"topics", "places"}));
  std::vector<Line> lines;
  for (auto const& cells : table) lines.push_back(TRY(read_line(cells)));
  auto report = TRY(db.write([&](db::Transaction& tx) { return store(tx, lines, now); }));
  progress(lines.size(), lines.size());
  return report;
}

}  // namespace

web::Import csv_import() {
  return {.name = "services",
          .about =
              "Agencies and services, from a CSV file with the columns agency, service, slug, about, "
              "answer_within_days and, if you like, topics and places",
          .run = run};
}

}  // namespace earshot::agencies
