#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agencies/agencies.h"
#include "agencies/import.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"

namespace earshot::agencies {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};

class Agencies : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more : {record::migrations(), county::migrations(), agencies::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  template <class Change>
  auto write(Change const& change) {
    return db().write([&](db::Transaction& tx) { return change(tx); });
  }

  template <class Look>
  auto read(Look const& look) {
    return db().read([&](db::Transaction& tx) { return look(tx); });
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    m_council = write([](auto& tx) { return add_agency(tx, "Fenshire Council"); });
    m_bus = write([&](auto& tx) { return add_service(tx, {m_council, "School Transport", "bus", "Buses", 10}); });
    m_play = write([&](auto& tx) { return add_service(tx, {m_council, "Play Team", "play", "Parks", 20}); });
  }

  std::vector<std::string> open_services() {
    std::vector<std::string> names;
    for (auto const& each : read([](auto& tx) { return services(tx); })) names.push_back(each.name);
    return names;
  }

  Result<web::ImportReport> import(std::string_view file) {
    return csv_import().run(db(), file, kNow, [](std::size_t, std::size_t) {});
  }

  AgencyId m_council;
  ServiceId m_bus;
  ServiceId m_play;
};
EARSHOT_ON_BOTH_ENGINES(Agencies);

TEST_P(Agencies, AnAgencyHasAnAddressOfItsOwnAndIsAddedOnce) {
  EXPECT_EQ(write([](auto& tx) { return add_agency(tx, "Fenshire Council"); }), m_council);
  auto const agency = read([](auto& tx) { return find_agency(tx, "fenshire-council"); });
  ASSERT_TRUE(agency);
  EXPECT_EQ(agency->id, m_council);
  EXPECT_FALSE(agency->second_pair_of_eyes);
  auto const alike = write([](auto& tx) { return add_agency(tx, "Fenshire: Council"); });
  EXPECT_EQ(read([&](auto& tx) { return find_agency(tx, alike); })->slug, "fenshire-council-2");
}

TEST_P(Agencies, AnAgencyIsRenamedAndMayWantASecondPairOfEyes) {
  auto agency = *read([&](auto& tx) { return find_agency(tx, m_council); });
  agency.name = "Council of Fenshire";
  agency.second_pair_of_eyes = true;
  ASSERT_TRUE(write([&](auto& tx) { return save(tx, agency); }));
  auto const saved = *read([&](auto& tx) { return find_agency(tx, m_council); });
  EXPECT_EQ(saved.name, "Council of Fenshire");
  EXPECT_TRUE(saved.second_pair_of_eyes);
  EXPECT_EQ(saved.slug, "fenshire-council") << "links hold when a name changes";

  auto const health = write([](auto& tx) { return add_agency(tx, "Health"); });
  auto other = *read([&](auto& tx) { return find_agency(tx, health); });
  other.name = "Council of Fenshire";
  auto const refused = write([&](auto& tx) { return save(tx, other); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.front().field, "name");
}

TEST_P(Agencies, AClosedServiceIsNotOfferedAndKeepsItsAddress) {
  write([&](auto& tx) { close(tx, m_bus, kNow); });
  EXPECT_THAT(open_services(), ElementsAre("Play Team"));
  EXPECT_EQ(read([](auto& tx) { return all_services(tx); }).size(), 2U);
  EXPECT_EQ(read([](auto& tx) { return find_service(tx, "bus"); })->closed_at, kNow);
  ASSERT_TRUE(write([&](auto& tx) { return open(tx, m_bus); }));
  EXPECT_THAT(open_services(), ElementsAre("Play Team", "School Transport"));
}

TEST_P(Agencies, AnAgencyIsClosedAfterItsServices) {
  EXPECT_FALSE(write([&](auto& tx) { return close(tx, m_council, kNow); }));
  write([&](auto& tx) { close(tx, m_bus, kNow); });
  write([&](auto& tx) { close(tx, m_play, kNow); });
  ASSERT_TRUE(write([&](auto& tx) { return close(tx, m_council, kNow); }));
  EXPECT_EQ(read([&](auto& tx) { return find_agency(tx, m_council); })->closed_at, kNow);
  EXPECT_FALSE(write([&](auto& tx) { return open(tx, m_bus); })) << "its agency is closed";
  write([&](auto& tx) { open(tx, m_council); });
  EXPECT_TRUE(write([&](auto& tx) { return open(tx, m_bus); }));
}

TEST_P(Agencies, AServiceKeepsWhatIsChangedButItsAddress) {
  auto service = *read([&](auto& tx) { return find_service(tx, m_bus); });
  auto const health = write([](auto& tx) { return add_agency(tx, "Health"); });
  service.name = "Buses and taxis";
  service.about = "Getting to school";
  service.agency = health;
  service.answer_within_days = 5;
  service.slug = "another";
  ASSERT_TRUE(write([&](auto& tx) { return save(tx, service); }));
  auto const saved = *read([&](auto& tx) { return find_service(tx, m_bus); });
  EXPECT_EQ(saved.name, "Buses and taxis");
  EXPECT_EQ(saved.about, "Getting to school");
  EXPECT_EQ(saved.agency_name, "Health");
  EXPECT_EQ(saved.answer_within_days, 5);
  EXPECT_EQ(saved.slug, "bus");
  service.name = "Play Team";
  EXPECT_FALSE(write([&](auto& tx) { return save(tx, service); }));
}

TEST_P(Agencies, AServiceIsForTopicsAndPlaces) {
  auto const school = write([](auto& tx) { return county::add_topic(tx, "School", "school"); });
  auto const breaks = write([](auto& tx) { return county::add_topic(tx, "Breaks", "breaks"); });
  auto const thornley = write([](auto& tx) { return county::add_place(tx, "Thornley", "thornley"); });
  EXPECT_THAT(read([&](auto& tx) { return topics_of(tx, m_bus); }), IsEmpty());
  write([&](auto& tx) { set_topics(tx, m_bus, {school, breaks, school}); });
  write([&](auto& tx) { set_topics(tx, m_play, {school}); });
  write([&](auto& tx) { set_places(tx, m_bus, {thornley}); });
  EXPECT_THAT(read([&](auto& tx) { return topics_of(tx, m_bus); }), ElementsAre(breaks, school));
  EXPECT_THAT(read([&](auto& tx) { return places_of(tx, m_bus); }), ElementsAre(thornley));
  EXPECT_THAT(read([&](auto& tx) { return services_for(tx, school); }), ElementsAre(m_play, m_bus));
  write([&](auto& tx) { close(tx, m_play, kNow); });
  EXPECT_THAT(read([&](auto& tx) { return services_for(tx, school); }), ElementsAre(m_bus));
  write([&](auto& tx) { set_topics(tx, m_bus, {}); });
  EXPECT_THAT(read([&](auto& tx) { return topics_of(tx, m_bus); }), IsEmpty());
}

TEST_P(Agencies, AreImportedWithTopicsAndPlacesWhereTheFileHasThem) {
  write([](auto& tx) { return county::add_topic(tx, "School", "school"); });
  auto const report = import(
      "agency,service,slug,about,answer_within_days,topics,places\n"
      "Health,Clinics,clinics,Doctors,10,Health| School |,Thornley|Brackenford\n"
      "Fenshire Council,School Transport,bus,Buses,10,Health,\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  EXPECT_EQ(report->already_here, 1);
  auto const clinics = read([](auto& tx) { return find_service(tx, "clinics"); });
  ASSERT_TRUE(clinics);
  EXPECT_EQ(read([&](auto& tx) { return topics_of(tx, clinics->id); }).size(), 2U);
  EXPECT_EQ(read([&](auto& tx) { return places_of(tx, clinics->id); }).size(), 2U);
  EXPECT_EQ(read([](auto& tx) { return county::topics(tx); }).size(), 2U) << "a name that is known is used";
  EXPECT_THAT(read([&](auto& tx) { return topics_of(tx, m_bus); }), IsEmpty()) << "what is known is left as it is";
}

TEST_P(Agencies, AreImportedFromAFileWithoutTopics) {
  auto const report = import(
      "agency,service,slug,about,answer_within_days\n"
      "Health,Clinics,clinics,Doctors,10\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  EXPECT_THAT(read([&](auto& tx) { return places_of(tx, find_service(tx, "clinics")->id); }), IsEmpty());
}

}  // namespace
}  // namespace earshot::agencies
