#include "formats/atom.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "ui/html/html.h"

namespace earshot::formats {
namespace {

/// XML 1.0, section 2.2: below the space only tab and line ends are characters.
bool is_character(char byte) {
  return static_cast<unsigned char>(byte) >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
}

void append_text(std::string& out, std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), is_character);
  out += escape(kept);
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
  out += "<";
  out += name;
  out += ">";
  append_text(out, text);
  out += "</";
  out += name;
  out += ">\n";
}

void append_link(std::string& out, std::string_view relation, std::string_view address) {
  out += "<link rel=\"";
  out += relation;
  out += "\" href=\"";
  append_text(out, address);
  out += "\"/>\n";
}

void append_entry(std::string& out, FeedEntry const& entry) {
  out += "<entry>\n";
  append_element(out, "id", entry.id);
  append_element(out, "title", entry.title);
  append_link(out, "alternate", entry.page);
  append_element(out, "updated", to_iso(entry.updated));
  out += "<author>";
  append_element(out, "name", entry.author);
  out += "</author>\n";
  append_element(out, "content", entry.text);
  out += "</entry>\n";
}

}  // namespace

std::string atom(Feed const& feed) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  append_text(out, feed.language);
  out += "\">\n";
  append_element(out, "id", feed.id);
  append_element(out, "title", feed.title);
  append_link(out, "self", feed.id);
  append_link(out, "alternate", feed.page);
  append_element(out, "updated", to_iso(feed.updated));
  for (auto const& entry : feed.entries) append_entry(out, entry);
  out += "</feed>\n";
  return out;
}

}  // namespace earshot::formats
