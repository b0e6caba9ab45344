// Bank holidays from the file that the government publishes.
#pragma once

#include "platform/web/feature.h"

namespace earshot::county {

/// Reads https://www.gov.uk/bank-holidays.json and adds the days of England and Wales that are not known yet. A day to
/// come that the county keeps and the file does not have is named, and kept: the county may have added it itself.
web::Import bank_holidays_import();

}  // namespace earshot::county
