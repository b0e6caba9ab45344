// The options that the fixtures of several components have in common, from JSON to struct.
#pragma once

#include "ui/govuk/button.h"
#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {

ButtonOptions button_options(Options const& options);

}  // namespace earshot::govuk
