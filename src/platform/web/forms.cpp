#include "platform/web/forms.h"

#include "platform/crypto/token.h"

namespace earshot::web {
namespace {

/// "https://families.example:8443" → "families.example:8443".
std::string_view host_of(std::string_view address) {
  auto const scheme = address.find("://");
  return scheme == std::string_view::npos ? std::string_view{} : address.substr(scheme + 3);
}

}  // namespace

bool from_this_site(Context const& context) {
  auto const& headers = context.request.headers;
  if (auto const site = headers.get("Sec-Fetch-Site"); !site.empty() && site != "same-origin" && site != "none")
    return false;
  auto const origin = headers.get("Origin");
  if (origin.empty()) return true;
  auto const host = host_of(origin);
  return !host.empty() && (host == headers.get("Host") || host == host_of(context.site.public_address));
}

bool has_token(Context const& context) {
  auto const token = context.request.form.fields.get(kTokenField);
  if (!context.session) return token.empty();
  return crypto::equal(crypto::unmask(token), context.session->csrf_secret);
}

}  // namespace earshot::web
