// Where a family can be told: a field for each channel, named like it ("email", "text", "post").
#pragma once

#include <string_view>

#include "platform/i18n/translator.h"
#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// `standing` is what is known and stands in the field until somebody types another.
Html told_by_email_field(i18n::Translator const& t, web::FormState const& state, std::string_view standing = {});
Html told_by_text_field(i18n::Translator const& t, web::FormState const& state, std::string_view standing = {});
Html told_by_post_field(i18n::Translator const& t, web::FormState const& state, std::string_view standing = {});

}  // namespace earshot::ui
