// The hint and the error message of a field. For the components of this room, and what is put together of them.
#pragma once

#include <string>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"

namespace earshot::govuk {

/// What stands above a field, and the ids that its aria-describedby names.
struct Notes {
  Html markup;
  std::string ids;
};

/// The hint and the error message of the field with this id; either is left out when its text is empty.
Notes notes(std::string const& field_id, HintOptions const& hint, ErrorMessageOptions const& error);

}  // namespace earshot::govuk
