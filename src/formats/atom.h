// Atom feeds (RFC 4287).
#pragma once

#include <string>
#include <vector>

#include "platform/base/time.h"

namespace earshot::formats {

struct FeedEntry {
  std::string id;  ///< An absolute address that never changes.
  std::string title;
  std::string page;  ///< The absolute address where it can be read.
  std::string author;
  Time updated;
  std::string text;  ///< Plain text.
};

struct Feed {
  std::string id;  ///< The absolute address of the feed.
  std::string title;
  std::string page;      ///< The absolute address of the page it belongs to.
  std::string language;  ///< "cy"
  Time updated;
  std::vector<FeedEntry> entries = {};
};

/// The feed as XML. Characters that XML cannot hold are left out.
std::string atom(Feed const& feed);

}  // namespace earshot::formats
