// Two people who change the same thing: a form says what its person had before them, so that what somebody else has
// changed since is not replaced unseen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/http/message.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// What stands in a field of a form.
struct Stands {
  std::string_view field;
  std::string value;       ///< What is compared; the same in every language.
  std::string words = {};  ///< What a person reads of it; empty for the value itself.
};

/// The hidden field by which a form says what stood when it was shown. A form that is shown again says what stands by
/// then: the refusal has told its person, and sending it once more puts theirs in the place of the other's.
Html seen(std::vector<Stands> const& stands);

/// Refused on each field that has changed since the form was shown, with what it says now. Asked in the transaction
/// that saves the form.
Result<void> nobody_else_changed(http::Fields const& fields, std::vector<Stands> const& stands);

}  // namespace earshot::ui
