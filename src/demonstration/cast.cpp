#include "demonstration/cast.h"

#include <cctype>
#include <stdexcept>

#include <boost/json.hpp>

#include "demonstration/files.h"
#include "demonstration/reading.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

}  // namespace

void Cast::set(std::string slot, std::string value) { m_values.insert_or_assign(std::move(slot), std::move(value)); }

std::string Cast::fill(std::string_view text) const {
  std::string filled;
  filled.reserve(text.size() + text.size() / 4);
  while (true) {
    auto const begin = text.find('{');
    filled += text.substr(0, begin);
    if (begin == std::string_view::npos) return filled;
    auto const end = text.find('}', begin);
    std::string slot(text.substr(begin + 1, end - begin - 1));
    bool const is_capital = std::isupper(static_cast<unsigned char>(slot.front())) != 0;
    slot.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(slot.front())));
    auto const found = m_values.find(slot);
    if (found == m_values.end()) throw std::runtime_error("Nothing stands for {" + slot + "} in: " + std::string(text));
    auto value = found->second;
    if (is_capital) value.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(value.front())));
    filled += value;
    text.remove_prefix(end + 1);
  }
}

Casting::Casting() {
  auto const said = json::parse(file("said.json")).as_object();
  for (auto const& [name, value] : said.at("children").as_object()) {
    auto const& facts = value.as_object();
    Children children{.children = {}, .ages = texts(facts, "ages")};
    for (auto const& girl : texts(facts, "girls")) children.children.push_back({.name = girl, .is_girl = true});
    for (auto const& boy : texts(facts, "boys")) children.children.push_back({.name = boy});
    for (auto& child : children.children)
      if (child.name.find("grand") != std::string::npos) child.speaker = voices::Speaker::somebody_else;
    m_children.emplace(std::string(name), std::move(children));
  }
  for (auto const& [name, value] : said.at("slots").as_object())
    m_slots.emplace(std::string(name), json::value_to<std::vector<std::string>>(value));
}

Cast Casting::cast(Dice& dice, std::string const& children, std::string const& place) const {
  Cast cast;
  cast.set("place", place);
  for (auto const& [name, values] : m_slots) cast.set(name, dice.pick(values));
  if (children.empty()) return cast;
  auto const& [known, ages] = m_children.at(children);
  auto const& child = dice.pick(known);
  cast.set("child", child.name);
  cast.set("age", dice.pick(ages));
  cast.set("he", child.is_girl ? "she" : "he");
  cast.set("him", child.is_girl ? "her" : "him");
  cast.set("his", child.is_girl ? "her" : "his");
  cast.set("boy", child.is_girl ? "girl" : "boy");
  cast.speaker = child.speaker;
  return cast;
}

}  // namespace earshot::demonstration
