#include "messages/messages.h"

namespace earshot::messages {

web::Feature feature() { return {.name = "messages", .migrations = migrations()}; }

}  // namespace earshot::messages
