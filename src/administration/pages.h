// The pages of administration.
#pragma once

#include "agencies/agencies.h"
#include "county/county.h"
#include "people/people.h"
#include "platform/web/route.h"

namespace earshot::administration {

web::Answer show_start(web::Context& context);

web::Answer show_agencies(web::Context& context);
web::Answer show_new_agency(web::Context& context, web::FormState const& state);
web::Answer add_agency(web::Context& context, http::Form const& form);
web::Answer show_agency(web::Context& context, web::FormState const& state, agencies::AgencyId id);
web::Answer save_agency(web::Context& context, http::Form const& form, agencies::AgencyId id);
web::Answer show_close_agency(web::Context& context, web::FormState const& state, agencies::AgencyId id);
web::Answer close_agency(web::Context& context, http::Form const& form, agencies::AgencyId id);

web::Answer show_services(web::Context& context);
web::Answer show_new_service(web::Context& context, web::FormState const& state);
web::Answer add_service(web::Context& context, http::Form const& form);
web::Answer show_service(web::Context& context, web::FormState const& state, agencies::ServiceId id);
web::Answer save_service(web::Context& context, http::Form const& form, agencies::ServiceId id);
web::Answer show_close_service(web::Context& context, web::FormState const& state, agencies::ServiceId id);
web::Answer close_service(web::Context& context, http::Form const& form, agencies::ServiceId id);

/// Topics and places: one list, and the form that adds to it.
using EntryId = Id<county::Entry>;
web::Answer show_list(web::Context& context, web::FormState const& state, county::List list);
web::Answer add_to_list(web::Context& context, http::Form const& form, county::List list);
web::Answer show_entry(web::Context& context, web::FormState const& state, county::List list, EntryId id);
web::Answer save_entry(web::Context& context, http::Form const& form, county::List list, EntryId id);
web::Answer show_close_entry(web::Context& context, web::FormState const& state, county::List list, EntryId id);
web::Answer close_entry(web::Context& context, http::Form const& form, county::List list, EntryId id);

web::Answer show_bank_holidays(web::Context& context, web::FormState const& state);
web::Answer add_bank_holiday(web::Context& context, http::Form const& form);
web::Answer show_remove_bank_holiday(web::Context& context, web::FormState const& state, std::string const& day);
web::Answer remove_bank_holiday(web::Context& context, http::Form const& form, std::string const& day);

web::Answer show_rules(web::Context& context, web::FormState const& state);
web::Answer save_rules(web::Context& context, http::Form const& form);

web::Answer show_words(web::Context& context);
web::Answer show_words_form(web::Context& context, web::FormState const& state, county::Page page,
                            std::string const& language);
web::Answer save_words(web::Context& context, http::Form const& form, county::Page page, std::string const& language);

web::Answer show_people(web::Context& context);
web::Answer show_invite(web::Context& context, web::FormState const& state);
web::Answer invite(web::Context& context, http::Form const& form);
web::Answer show_person(web::Context& context, web::FormState const& state, people::PersonId id);
web::Answer save_person(web::Context& context, http::Form const& form, people::PersonId id);
web::Answer show_close_person(web::Context& context, web::FormState const& state, people::PersonId id);
web::Answer close_person(web::Context& context, http::Form const& form, people::PersonId id);
web::Answer show_invite_again(web::Context& context, web::FormState const& state, people::PersonId id);
web::Answer invite_again(web::Context& context, http::Form const& form, people::PersonId id);
web::Answer show_second_step(web::Context& context, web::FormState const& state, people::PersonId id);
web::Answer remove_second_step(web::Context& context, http::Form const& form, people::PersonId id);

web::Answer show_message_words(web::Context& context);
web::Answer show_message_words_form(web::Context& context, web::FormState const& state, std::string const& kind,
                                    std::string const& language);
web::Answer save_message_words(web::Context& context, http::Form const& form, std::string const& kind,
                               std::string const& language);

web::Answer show_record(web::Context& context);

web::Answer show_failed_jobs(web::Context& context, web::FormState const& state);
web::Answer retry_jobs(web::Context& context, http::Form const& form);
web::Answer show_failed_messages(web::Context& context, web::FormState const& state);
web::Answer retry_messages(web::Context& context, http::Form const& form);

}  // namespace earshot::administration
