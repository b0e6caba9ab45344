#include "county/county.h"
#include "county/import.h"

namespace earshot::county {

web::Feature feature() { return {.name = "county", .migrations = migrations(), .imports = {bank_holidays_import()}}; }

}  // namespace earshot::county
