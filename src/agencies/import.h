// Agencies and their services from a spreadsheet: how a county fills its Earshot on the first day.
#pragma once

#include "platform/web/feature.h"

namespace earshot::agencies {

/// Reads a CSV file with the columns agency, service, slug, about and answer_within_days (working days), in any order,
/// and topics and places where there are such columns: names with | between them, which are added to the county's lists
/// when they are not there. All of it is stored, or nothing. A service whose slug is known is left as it is.
web::Import csv_import();

}  // namespace earshot::agencies
