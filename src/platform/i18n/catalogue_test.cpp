#include "platform/i18n/catalogue.h"

#include <algorithm>
#include <cstring>
#include <map>

#include <gtest/gtest.h>

namespace earshot::i18n {
namespace {

using namespace std::string_literals;

/// A .mo file as msgfmt makes it: a plural sentence is "one\0many", and its translation all forms with \0 between.
std::string compiled(std::map<std::string, std::string> const& sentences) {
  constexpr std::uint32_t kHeader = 28;
  auto const count = static_cast<std::uint32_t>(sentences.size());
  std::string table;
  std::string text;
  auto number = [](std::size_t value) {
    auto const narrow = static_cast<std::uint32_t>(value);
    std::string bytes(sizeof(narrow), '\0');
    std::memcpy(bytes.data(), &narrow, sizeof(narrow));
    return bytes;
  };
  auto add = [&](std::string const& entry) {
    table += number(entry.size()) + number(kHeader + 16 * std::size_t{count} + text.size());
    text += entry + '\0';
  };
  for (auto const& [id, translated] : sentences) add(id);
  for (auto const& [id, translated] : sentences) add(translated);
  return number(0x950412de) + number(0) + number(count) + number(kHeader) + number(kHeader + 8 * std::size_t{count}) +
         number(0) + number(kHeader + 16 * std::size_t{count}) + table + text;
}

std::string header(std::string const& plural_forms) {
  return "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: " + plural_forms + "\n";
}

/// The Plural-Forms of a catalogue that is compiled into the program.
std::string plural_forms_of(std::string_view code) {
  auto const file = compiled_catalogue(code);
  auto const start = file.find("Plural-Forms: ") + std::strlen("Plural-Forms: ");
  return std::string(file.substr(start, file.find('\n', start) - start));
}

TEST(Catalogue, FindsASentence) {
  auto const file = compiled({{"", header("nplurals=2; plural=(n != 1);")}, {"Say something", "Dywedwch rywbeth"}});
  Catalogue const catalogue("cy", file);
  EXPECT_STREQ(catalogue.find("Say something"), "Dywedwch rywbeth");
  EXPECT_EQ(catalogue.find("Say nothing"), nullptr);
}

TEST(Catalogue, HasNoTranslationOfNothing) {
  auto const file = compiled({{"", header("nplurals=2; plural=(n != 1);")}});
  EXPECT_EQ(Catalogue("cy", file).find(""), nullptr);
}

TEST(Catalogue, WithoutSentencesFindsNone) {
  Catalogue const catalogue("en", "");
  EXPECT_EQ(catalogue.find("Say something"), nullptr);
  EXPECT_EQ(catalogue.find("1 answer", 2), nullptr);
}

TEST(Catalogue, WelshHasSixFormsOfAPlural) {
  auto const file =
      compiled({{"", header(plural_forms_of("cy"))}, {"1 dog\0{1} dogs"s, "0\0001\0002\0003\0006\0many"s}});
  Catalogue const catalogue("cy", file);
  EXPECT_STREQ(catalogue.find("1 dog", 0), "0");
  EXPECT_STREQ(catalogue.find("1 dog", 1), "1");
  EXPECT_STREQ(catalogue.find("1 dog", 2), "2");
  EXPECT_STREQ(catalogue.find("1 dog", 3), "3");
  EXPECT_STREQ(catalogue.find("1 dog", 6), "6");
  for (std::int64_t count : {4LL, 5LL, 7LL, 11LL, 26LL, 3'000'000'003LL})
    EXPECT_STREQ(catalogue.find("1 dog", count), "many") << count;
}

TEST(Catalogue, UrduHasTwoFormsOfAPlural) {
  auto const file = compiled({{"", header(plural_forms_of("ur"))}, {"1 dog\0{1} dogs"s, "one\0many"s}});
  Catalogue const catalogue("ur", file);
  EXPECT_STREQ(catalogue.find("1 dog", 1), "one");
  for (std::int64_t count : {0, 2, 21}) EXPECT_STREQ(catalogue.find("1 dog", count), "many") << count;
}

}  // namespace
}  // namespace earshot::i18n
