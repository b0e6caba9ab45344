#include "administration/administration.h"
#include "administration/pages.h"
#include "people/people.h"

namespace earshot::administration {

web::Feature feature() {
  return {
      .name = "administration",
      .routes = {web::page_route("/administration", kAdminister, show_start),
                 web::page_route("/administration/agencies", kAdminister, show_agencies),
                 web::form_route("/administration/agencies/new", kAdminister, show_new_agency, add_agency),
                 web::form_route("/administration/agencies/{}", kAdminister, show_agency, save_agency),
                 web::form_route("/administration/agencies/{}/close", kAdminister, show_close_agency, close_agency),
                 web::page_route("/administration/services", kAdminister, show_services),
                 web::form_route("/administration/services/new", kAdminister, show_new_service, add_service),
                 web::form_route("/administration/services/{}", kAdminister, show_service, save_service),
                 web::form_route("/administration/services/{}/close", kAdminister, show_close_service, close_service),
                 web::form_route("/administration/lists/{}", kAdminister, show_list, add_to_list),
                 web::form_route("/administration/lists/{}/{}", kAdminister, show_entry, save_entry),
                 web::form_route("/administration/lists/{}/{}/close", kAdminister, show_close_entry, close_entry),
                 web::form_route("/administration/bank-holidays", kAdminister, show_bank_holidays, add_bank_holiday),
                 web::form_route("/administration/bank-holidays/{}", kAdminister, show_remove_bank_holiday,
                                 remove_bank_holiday),
                 web::form_route("/administration/rules", kAdminister, show_rules, save_rules),
                 web::page_route("/administration/words", kAdminister, show_words),
                 web::form_route("/administration/words/{}/{}", kAdminister, show_words_form, save_words),
                 web::page_route("/administration/messages", kAdminister, show_message_words),
                 web::form_route("/administration/messages/{}/{}", kAdminister, show_message_words_form,
                                 save_message_words),
                 web::page_route("/administration/people", kAdminister, show_people),
                 web::form_route("/administration/people/new", kAdminister, show_invite, invite),
                 web::form_route("/administration/people/{}", kAdminister, show_person, save_person),
                 web::form_route("/administration/people/{}/close", kAdminister, show_close_person, close_person),
                 web::form_route("/administration/people/{}/invitation", kAdminister, show_invite_again, invite_again),
                 web::form_route("/administration/people/{}/second-step", kAdminister, show_second_step,
                                 remove_second_step),
                 web::page_route("/administration/record", kAdminister, show_record),
                 web::form_route("/administration/failed-work", kAdminister, show_failed_jobs, retry_jobs),
                 web::form_route("/administration/failed-messages", kAdminister, show_failed_messages, retry_messages)},
      .grants = {{kAdminister, {people::kAdministrator}}},
      .navigation = {{i18n::mark("Administration"), "/administration", kAdminister, 90}}};
}

}  // namespace earshot::administration
