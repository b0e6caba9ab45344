#include "platform/i18n/translator.h"

#include <map>
#include <mutex>
#include <stdexcept>
#include <utility>

#include <unicode/datefmt.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include "platform/i18n/catalogue.h"

namespace earshot::i18n {

namespace {

/// `text` with {1}, {2} … replaced by `args`. A number that has no argument stays as it is.
std::string filled_in(std::string_view text, std::vector<std::string> const& args) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    auto const brace = text.find('{');
    result += text.substr(0, brace);
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    auto const index = text.size() > 2 && text[2] == '}' ? static_cast<std::size_t>(text[1] - '1') : args.size();
    if (index < args.size()) {
      result += args[index];
      text.remove_prefix(3);
    } else {
      result += '{';
      text.remove_prefix(1);
    }
  }
  return result;
}

/// `args` so that an English name or a reference does not turn the words around it about: in a language that runs from
/// right to left each is isolated (Unicode Annex 9, FSI and PDI).
std::vector<std::string> isolated(std::vector<std::string> args, Language const& language) {
  if (language.direction == "rtl")
    for (auto& arg : args) arg = "\u2068" + arg + "\u2069";
  return args;
}

/// The name ICU knows a language by: dates as they are written here, and everywhere the digits 0 to 9, which are the
/// ones that people see on letters, buses and telephones in this country whatever their language.
icu::Locale icu_locale(Language const& language) {
  auto const name = std::string(language.code) + (language.code == "ur" ? "_PK" : "_GB") + "@numbers=latn";
  return icu::Locale::createFromName(name.c_str());
}

std::string to_utf8(icu::UnicodeString const& text) {
  std::string result;
  return text.toUTF8String(result);
}

UDate to_icu(Time time) { return static_cast<UDate>(time.time_since_epoch().count()); }

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot be used: ") + u_errorName(status));
}

std::unique_ptr<icu::TimeZone> zone_of(std::string_view name) {
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())})));
  if (*zone == icu::TimeZone::getUnknown())
    throw std::invalid_argument("there is no time zone " + std::string(name) + "; one is Europe/London");
  return zone;
}

}  // namespace

/// What a language and a time zone need: made once, then only read, which ICU allows many threads at once.
struct Translator::Locale {
  Locale(Language const& language, std::string_view time_zone)
      : catalogue(language.code, compiled_catalogue(language.code)), zone(zone_of(time_zone)) {
    auto const locale = icu_locale(language);
    days.reset(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
    if (!days) throw std::runtime_error("ICU cannot be used: its data is missing");
    days->setTimeZone(*icu::TimeZone::getGMT());
    UErrorCode status = U_ZERO_ERROR;
    times = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString("HH:mm"), locale, status);
    check(status);
    times->setTimeZone(*zone);
    numbers.reset(icu::NumberFormat::createInstance(locale, status));
    check(status);
    comma = language.code == "ur" ? "، " : ", ";
  }

  Catalogue catalogue;
  std::unique_ptr<icu::TimeZone> zone;
  std::unique_ptr<icu::DateFormat> days;
  std::unique_ptr<icu::DateFormat> times;
  std::unique_ptr<icu::NumberFormat> numbers;
  std::string_view comma;
};

Translator::Translator(Language const& language, std::string_view time_zone) : m_language(&language) {
  // Never changed once made, and the same for everybody: kept for the process, so that a translator costs nothing.
  static std::mutex mutex;
  static std::map<std::pair<std::string, std::string>, std::shared_ptr<Locale const>> made;
  std::lock_guard const lock(mutex);
  auto& locale = made[{std::string(language.code), std::string(time_zone)}];
  if (!locale) locale = std::make_shared<Locale const>(language, time_zone);
  m_locale = locale;
}

std::string Translator::date(Date date) const {
  icu::UnicodeString text;
  m_locale->days->format(to_icu(Time(std::chrono::sys_days(date))), text);
  return to_utf8(text);
}

std::string Translator::date_and_time(Time time) const {
  icu::UnicodeString text;
  m_locale->times->format(to_icu(time), text);
  return date(time) + std::string(m_locale->comma) + to_utf8(text);
}

std::string Translator::number(std::int64_t number) const {
  icu::UnicodeString text;
  m_locale->numbers->format(number, text);
  return to_utf8(text);
}

Date Translator::day(Time time) const {
  int32_t standard = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  m_locale->zone->getOffset(to_icu(time), false, standard, summer, status);
  check(status);
  return Date{std::chrono::floor<Days>(time + Milliseconds(standard + summer))};
}

Time Translator::time(Date day, Milliseconds clock) const {
  auto const shown = Time(std::chrono::sys_days(day)) + clock;
  int32_t standard = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  m_locale->zone->getOffset(to_icu(shown), true, standard, summer, status);
  check(status);
  return shown - Milliseconds(standard + summer);
}

std::string Translator::translate(std::string_view id, std::vector<std::string> const& args) const {
  std::string const key(id);
  auto const* translated = m_locale->catalogue.find(key);
  return filled_in(translated ? translated : key, isolated(args, *m_language));
}

std::string Translator::translate_plural(std::string_view one, std::string_view many, std::int64_t count,
                                         std::vector<std::string> args) const {
  args = isolated(std::move(args), *m_language);
  args.insert(args.begin(), number(count));
  if (auto const* translated = m_locale->catalogue.find(std::string(one), count)) return filled_in(translated, args);
  return filled_in(count == 1 ? one : many, args);
}

}  // namespace earshot::i18n
