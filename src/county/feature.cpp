#include "county/county.h"

namespace earshot::county {

web::Feature feature() { return {.name = "county", .migrations = migrations()}; }

}  // namespace earshot::county
