#include "ui/html/html.h"

#include <algorithm>
#include <cctype>

namespace earshot {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kSpecial = "&<>\"'";
  while (!text.empty()) {
    auto const plain = std::min(text.find_first_of(kSpecial), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) return;
    switch (text.front()) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "&#39;";
        break;
    }
    text.remove_prefix(1);
  }
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '-' || c == ':' || c == '_' || c == '@' || c == '.';
  });
}

bool is_safe_address(std::string_view address) {
  // A browser drops tabs and line ends inside an address, so "java\nscript:" would become what it hides.
  if (std::any_of(address.begin(), address.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7f || c == '\\'; }))
    return false;
  if (address.substr(0, 2) == "//") return false;
  auto const colon = address.find(':');
  auto const path = address.find_first_of("/?#");
  if (colon == std::string_view::npos || path < colon) return true;
  std::string scheme(address.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), [](unsigned char c) { return std::tolower(c); });
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

Html Html::trusted(std::string markup) {
  Html html;
  html.m_markup = std::move(markup);
  return html;
}

void Html::append_text(std::string_view text) { append_escaped(m_markup, text); }

Url::Url(std::string_view address) : m_text(is_safe_address(address) ? address : "#") {}

Attributes::Attributes(std::initializer_list<std::pair<std::string_view, std::string_view>> list) {
  for (auto const& [name, value] : list) add(name, value);
}

Attributes& Attributes::add(std::string_view name, std::string_view value) {
  if (!is_plain_name(name)) return *this;
  m_markup += ' ';
  m_markup += name;
  m_markup += "=\"";
  append_escaped(m_markup, value);
  m_markup += '"';
  return *this;
}

Attributes& Attributes::flag(std::string_view name, bool present) {
  if (!present || !is_plain_name(name)) return *this;
  m_markup += ' ';
  m_markup += name;
  return *this;
}

Attributes& Attributes::add(Attributes const& more) {
  m_markup += more.m_markup;
  return *this;
}

Html element(std::string_view name, Attributes const& attributes, Html const& content) {
  std::string markup;
  markup.reserve(2 * name.size() + 5 + attributes.markup().size() + content.markup().size());
  markup += '<';
  markup += name;
  markup += attributes.markup();
  markup += '>';
  markup += content.markup();
  markup += "</";
  markup += name;
  markup += '>';
  return Html::trusted(std::move(markup));
}

Html void_element(std::string_view name, Attributes const& attributes) {
  std::string markup;
  markup += '<';
  markup += name;
  markup += attributes.markup();
  markup += '>';
  return Html::trusted(std::move(markup));
}

}  // namespace earshot
