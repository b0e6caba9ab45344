#include "platform/web/security.h"

#include <string>

#include "platform/assets/assets.h"
#include "platform/http/accept.h"

namespace earshot::web {
namespace {

// A year, as the lists of browsers ask for.
constexpr char const* kTransportSecurity = "max-age=31536000; includeSubDomains";

}  // namespace

void add_security_headers(http::Headers& headers, bool secure) {
  // What a family sent comes with a policy of its own, stricter than that of our pages.
  if (!headers.has("Content-Security-Policy"))
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
        "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  // "no-referrer" would make browsers send "Origin: null" with our own forms; this leaks nothing to other sites either.
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (secure) headers.set("Strict-Transport-Security", kTransportSecurity);
}

std::optional<http::Response> asset_response(http::Request const& request) {
  if (request.path.compare(0, 8, "/assets/") != 0) return std::nullopt;
  auto const asset = assets::find(request.path);
  if (!asset) return std::nullopt;

  http::Response response;
  response.headers.set("Content-Type", asset->type);
  // The name changes when the bytes do.
  response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
  response.headers.set("X-Content-Type-Options", "nosniff");
  // For an asset that somebody opens by itself, a drawing say.
  response.headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (request.secure) response.headers.set("Strict-Transport-Security", kTransportSecurity);
  auto bytes = asset->identity;
  if (!asset->brotli.empty()) {
    response.headers.set("Vary", "Accept-Encoding");
    switch (http::best_encoding(request.headers.get("Accept-Encoding"))) {
      case http::Encoding::br:
        bytes = asset->brotli;
        response.headers.set("Content-Encoding", "br");
        break;
      case http::Encoding::gzip:
        bytes = asset->gzip;
        response.headers.set("Content-Encoding", "gzip");
        break;
      case http::Encoding::identity:
        break;
    }
  }
  response.body = bytes;
  return response;
}

}  // namespace earshot::web
