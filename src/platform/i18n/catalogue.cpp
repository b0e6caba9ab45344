#include "platform/i18n/catalogue.h"

#include <limits>
#include <vector>

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

namespace earshot::i18n {

namespace {

using Messages = boost::locale::message_format<char>;

std::locale locale_with(std::string_view code, std::string_view compiled) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = code;
  info.encoding = "UTF-8";
  info.domains.emplace_back("earshot");
  info.paths.emplace_back("");
  info.callback = [compiled](std::string const&, std::string const&) {
    return std::vector<char>(compiled.begin(), compiled.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

/// `count` as gettext takes it. Beyond its range the last digits are kept, which is what the rules look at.
int plural_number(std::int64_t count) {
  constexpr std::int64_t kMillion = 1'000'000;
  auto const number = count < 0 ? -(count + 1) : count;
  return static_cast<int>(number <= std::numeric_limits<int>::max() ? number : kMillion + number % kMillion);
}

}  // namespace

Catalogue::Catalogue(std::string_view code, std::string_view compiled)
    : m_locale(compiled.empty() ? std::locale::classic() : locale_with(code, compiled)) {}

char const* Catalogue::find(std::string const& id) const {
  // gettext keeps its own notes under the empty sentence.
  if (id.empty() || !std::has_facet<Messages>(m_locale)) return nullptr;
  return std::use_facet<Messages>(m_locale).get(0, nullptr, id.c_str());
}

char const* Catalogue::find(std::string const& id, std::int64_t count) const {
  if (id.empty() || !std::has_facet<Messages>(m_locale)) return nullptr;
  return std::use_facet<Messages>(m_locale).get(0, nullptr, id.c_str(), plural_number(count));
}

}  // namespace earshot::i18n
