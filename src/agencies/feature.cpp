#include "agencies/agencies.h"
#include "agencies/import.h"

namespace earshot::agencies {

web::Feature feature() { return {.name = "agencies", .migrations = migrations(), .imports = {csv_import()}}; }

}  // namespace earshot::agencies
