// Voices from a spreadsheet: what was heard elsewhere, in columns.
#pragma once

#include "platform/web/feature.h"

namespace earshot::voices {

/// Reads a CSV file with the columns level, said_by, heard_through, heard_on and words, in any order. All of it is
/// stored, or nothing: a fault is refused with its line and column. A row that was stored before is not stored again.
web::Import csv_import();

}  // namespace earshot::voices
