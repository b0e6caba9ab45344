#include "platform/http/message.h"

#include <algorithm>

#include "platform/http/cookie.h"

namespace earshot::http {

namespace {
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
}  // namespace

bool same_name(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view Headers::get(std::string_view name) const {
  for (auto const& [its_name, value] : m_entries)
    if (same_name(its_name, name)) return value;
  return {};
}

bool Headers::has(std::string_view name) const {
  return std::any_of(m_entries.begin(), m_entries.end(),
                     [name](Entry const& entry) { return same_name(entry.first, name); });
}

void Headers::set(std::string_view name, std::string_view value) {
  std::string kept(value);  // `value` may be one of those that are removed
  remove(name);
  m_entries.emplace_back(name, std::move(kept));
}

void Headers::add(std::string_view name, std::string_view value) {
  m_entries.emplace_back(std::string(name), std::string(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(m_entries, [name](Entry const& entry) { return same_name(entry.first, name); });
}

std::string_view Fields::get(std::string_view name) const {
  for (auto const& [its_name, value] : m_entries)
    if (its_name == name) return value;
  return {};
}

bool Fields::has(std::string_view name) const {
  return std::any_of(m_entries.begin(), m_entries.end(), [name](Entry const& entry) { return entry.first == name; });
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (auto const& [its_name, value] : m_entries)
    if (its_name == name) values.emplace_back(value);
  return values;
}

void Fields::add(std::string_view name, std::string_view value) {
  m_entries.emplace_back(std::string(name), std::string(value));
}

std::string_view Request::cookie(std::string_view name) const {
  for (auto const& [header, value] : headers) {
    if (!same_name(header, "Cookie")) continue;
    if (auto const found = find_cookie(value, name); !found.empty()) return found;
  }
  return {};
}

}  // namespace earshot::http
