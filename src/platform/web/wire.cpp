// Answers that no handler makes: what the server itself refuses, and the way on after a form.

#include "platform/web/wire.h"

#include "platform/web/application.h"

namespace earshot::web {

Message wire_message(int status) {
  switch (status) {
    case 408:
      return msg("The connection was too slow, so this did not reach us. Try again.");
    case 413:
      return msg("This is too much to send at once. Shorten it, or send fewer or smaller files.");
    case 414:
    case 431:
      return msg("The address or the cookies of this request are too long.");
    case 500:
      return msg("Something went wrong on our side. Try again in a few minutes.");
    case 503:
      return msg("Many people are here just now. Wait a minute and try again.");
    default:
      return msg("We could not read this request.");
  }
}

http::Response go_to(std::string_view path) {
  http::Response response{.status = 303};
  response.headers.set("Location", path);
  return response;
}

}  // namespace earshot::web
