// What an administrator's forms may say: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "county/county.h"
#include "people/people.h"
#include "platform/http/message.h"
#include "platform/record/search.h"

namespace earshot::administration::rules {

/// The names of the fields of the forms.
inline constexpr std::string_view kNameField = "name";
inline constexpr std::string_view kSlugField = "slug";
inline constexpr std::string_view kAboutField = "about";
inline constexpr std::string_view kAgencyField = "agency";
inline constexpr std::string_view kDaysField = "days";
inline constexpr std::string_view kTopicsField = "topics";
inline constexpr std::string_view kPlacesField = "places";
inline constexpr std::string_view kSecondField = "second_pair_of_eyes";
inline constexpr std::string_view kDayField = "day";
inline constexpr std::string_view kTextField = "text";
inline constexpr std::string_view kRemindField = "remind_before";
inline constexpr std::string_view kToAgencyField = "escalate_to_agency_after";
inline constexpr std::string_view kToCountyField = "escalate_to_county_after";
inline constexpr std::string_view kSupportField = "support_obliges";
inline constexpr std::string_view kDangerField = "danger_words";
inline constexpr std::string_view kEmailField = "email";
inline constexpr std::string_view kRolesField = "roles";
inline constexpr std::string_view kServicesField = "services";
inline constexpr std::string_view kAgenciesField = "agencies";
inline constexpr std::string_view kLanguageField = "language";
inline constexpr std::string_view kOwnersField = "owners";
inline constexpr std::string_view kLookField = "safeguarding_look_within";
inline constexpr std::string_view kDecideField = "safeguarding_decide_within";
inline constexpr std::string_view kAgainField = "safeguarding_tell_again";
inline constexpr std::string_view kActorField = "who";
inline constexpr std::string_view kActionField = "action";
inline constexpr std::string_view kReferenceField = "what";
inline constexpr std::string_view kFromField = "from";
inline constexpr std::string_view kToField = "to";
inline constexpr std::string_view kAfterField = "after";

/// The longest text of a county's own, in characters.
inline constexpr std::size_t kLongestText = 5'000;
/// The longest words before a message, in characters.
inline constexpr std::size_t kLongestMessageWords = 500;
/// The longest list of danger words, in characters.
inline constexpr std::size_t kLongestDangerWords = 5'000;

/// A name on one line: not empty, at most 100 characters.
Result<std::string> read_name(http::Fields const& fields);

/// Reads an agency's form over what stands.
Result<agencies::Agency> read_agency(http::Fields const& fields, agencies::Agency stands);

/// What the form of a service says.
struct ServiceForm {
  agencies::Service service;
  std::vector<county::TopicId> topics;
  std::vector<county::PlaceId> places;
  std::vector<people::PersonId> owners;  ///< Who leads it.
};

/// What a service's form may choose from.
struct Choices {
  std::vector<agencies::Agency> agencies;  ///< Those that are open, and the one that the service has.
  std::vector<county::Topic> topics;
  std::vector<county::Place> places;
  std::vector<people::Account> leads;  ///< Everybody who leads a service.
};

/// Reads a service's form over what stands. The slug is read for a new service only (id 0), and may be left empty.
Result<ServiceForm> read_service(http::Fields const& fields, agencies::Service stands, Choices const& choices);

/// Reads a day and what it is called.
Result<county::BankHoliday> read_bank_holiday(http::Fields const& fields);

/// Reads the county's rules. The county's lead cannot hear before the agency's.
Result<county::Settings> read_settings(http::Fields const& fields);

/// Reads words of the county's own; empty words are none.
Result<std::string> read_words(http::Fields const& fields);

/// Reads words that stand before messages of a kind; empty words are none.
Result<std::string> read_message_words(http::Fields const& fields);

/// What a form says of somebody's name, roles and scope, of those that there are; whether it may be is decided by
/// people::invite and people::change.
people::Standing read_standing(http::Fields const& fields, std::vector<agencies::Service> const& services,
                               std::vector<agencies::Agency> const& agencies);

/// `text` with … in place of each word that holds an @: a mail server names whom it refused.
std::string without_addresses(std::string_view text);

/// What somebody looks for in the record, and where its list goes on.
struct RecordQuery {
  record::Search search;
  std::optional<record::After> after;
};

/// Reads what stands in an address of the record's page. `start_of` gives the moment at which a day begins. Refused
/// when a day that was begun is none, or the first day comes after the last.
Result<RecordQuery> read_record_query(http::Fields const& query, std::function<Time(Date)> const& start_of);

/// Notes which parts of something were changed, as the record has it: "name, days".
class Changes {
 public:
  template <class T>
  void compare(std::string_view part, T const& was, T const& is) {
    if (!(was == is)) m_parts += (m_parts.empty() ? "" : ", ") + std::string(part);
  }
  [[nodiscard]] std::string const& parts() const { return m_parts; }

 private:
  std::string m_parts;
};

}  // namespace earshot::administration::rules
