#include "ui/told_fields.h"

#include "ui/fields.h"

namespace earshot::ui {

Html told_by_email_field(i18n::Translator const& t, web::FormState const& state, std::string_view standing) {
  return email_field(t, {.name = "email",
                         .label = t("Your e-mail address"),
                         .value = state.value("email", standing),
                         .error = error_for(t, state, "email")});
}

Html told_by_text_field(i18n::Translator const& t, web::FormState const& state, std::string_view standing) {
  return text_field(t, {.name = "text",
                        .label = t("Your mobile number"),
                        .value = state.value("text", standing),
                        .error = error_for(t, state, "text"),
                        .autocomplete = "tel",
                        .inputmode = "tel",
                        .width = 20,
                        .type = "tel"});
}

Html told_by_post_field(i18n::Translator const& t, web::FormState const& state, std::string_view standing) {
  return textarea_field(t, {.name = "post",
                            .label = t("Your name and address"),
                            .hint = t("Name, street, town and postcode, each on a line of its own"),
                            .value = state.value("post", standing),
                            .error = error_for(t, state, "post")});
}

}  // namespace earshot::ui
