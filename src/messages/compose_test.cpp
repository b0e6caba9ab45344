#include "messages/compose.h"

#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <gumbo.h>

#include "messages/stopping.h"

namespace earshot::messages {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What somebody sees of HTML, and the links in it.
struct Seen {
  std::string text;
  std::string language;
  std::string direction;
  std::vector<std::pair<std::string, std::string>> links;
};

void look(GumboNode const& node, Seen& seen) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
    seen.text += node.v.text.text;
    return;
  }
  if (node.type != GUMBO_NODE_ELEMENT) return;
  auto const& element = node.v.element;
  auto const attribute = [&](char const* name) {
    auto const* found = gumbo_get_attribute(&element.attributes, name);
    return std::string(found ? found->value : "");
  };
  if (element.tag == GUMBO_TAG_HEAD) return;
  if (element.tag == GUMBO_TAG_HTML) {
    seen.language = attribute("lang");
    seen.direction = attribute("dir");
  }
  auto const begin = seen.text.size();
  for (unsigned int i = 0; i < element.children.length; ++i)
    look(*static_cast<GumboNode const*>(element.children.data[i]), seen);
  if (element.tag == GUMBO_TAG_A) seen.links.emplace_back(seen.text.substr(begin), attribute("href"));
  if (element.tag != GUMBO_TAG_A) seen.text += "\n";
}

Seen seen(std::string const& markup) {
  auto* const output = gumbo_parse(markup.c_str());
  Seen result;
  look(*output->root, result);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return result;
}

/// Words with single spaces between them, without what only a form has: links written out, and the rule.
std::string words(std::string const& text) {
  auto const bare = std::regex_replace(text, std::regex(R"(:\n\S+://\S+|^--$)", std::regex::multiline), "");
  std::istringstream stream(bare);
  std::string result;
  for (std::string word; stream >> word;) result += word + " ";
  return result;
}

Content content(std::string language = "en") {
  i18n::Translator const t(i18n::language(language));
  return {.channel = Channel::email,
          .language = language,
          .subject = "Your ask A-1 has an answer",
          .told = {{"Fenshire has listened.",
                    {"Your ask A-1 has an answer", "The bus comes at eight now.\n\nThank you & <bless> you.",
                     "/changes/A-1", "Read the answer"}},
                   {"", {"Your ask A-2 has an answer", "No.", "/changes/A-2", "Read why not"}}},
          .why = why_told(Pace::daily, t),
          .place = "Fenshire families",
          .site = "https://families.example",
          .stop_path = "/stop/1.abc"};
}

/// What mailboxes and people take for spam, in any message and language.
void expect_no_spam(Content const& what) {
  auto const made = compose(what);
  auto const page = seen(made.html);
  // Text and HTML say the same.
  EXPECT_EQ(words(page.text), words(made.text));
  // Who is writing, and why.
  EXPECT_THAT(made.text, HasSubstr(what.place));
  EXPECT_THAT(made.text, HasSubstr(what.why));
  // No bare link: in the text each stands under what it leads to, in the HTML it has words of its own.
  std::istringstream lines(made.text);
  std::string before;
  for (std::string line; std::getline(lines, line); before = line) {
    if (line.find("://") == std::string::npos) continue;
    EXPECT_TRUE(before.size() > 4 && before.back() == ':') << line;
    EXPECT_EQ(line.find("https://families.example/"), 0U) << line;
  }
  for (auto const& [text, target] : page.links) {
    EXPECT_EQ(text.find("://"), std::string::npos) << text;
    EXPECT_GT(text.size(), 4U);
    EXPECT_EQ(target.find("https://families.example/"), 0U) << target;
  }
  // The same links in every form, and one purpose: nothing but what is told, settings and stopping.
  EXPECT_EQ(page.links.size(), what.told.size() + (what.stop_path.empty() ? 0 : 2));
  for (auto const& [text, target] : page.links) {
    EXPECT_THAT(made.text, HasSubstr(target));
    EXPECT_THAT(made.markdown, HasSubstr("[" + text + "](" + target + ")"));
  }
  EXPECT_EQ(page.language, what.language);
  EXPECT_EQ(page.direction, i18n::language(what.language).direction);
  EXPECT_THAT(made.html, Not(HasSubstr("<img"))) << "nothing that tells who has read it";
  EXPECT_THAT(made.html, Not(HasSubstr("<script")));
  EXPECT_FALSE(what.subject.empty());
  EXPECT_THAT(what.subject, Not(HasSubstr("!")));
}

TEST(SpamTrap, NothingThatIsToldIsCaught) {
  for (auto const& language : i18n::languages()) expect_no_spam(content(std::string(language.code)));
}

TEST(SpamTrap, NoLetterIsCaught) {
  for (auto const& language : i18n::languages()) {
    auto letter = content(std::string(language.code));
    letter.told.resize(1);
    letter.stop_path.clear();
    expect_no_spam(letter);
  }
}

TEST(Composing, LargePrintIsLarge) {
  auto large = content();
  EXPECT_THAT(compose(large).html, HasSubstr("font-size:18px"));
  large.large_print = true;
  EXPECT_THAT(compose(large).html, HasSubstr("font-size:26px"));
  EXPECT_THAT(compose(large).html, Not(HasSubstr("font-size:18px")));
}

TEST(Composing, WhatPeopleWroteIsNoMarkup) {
  auto const made = compose(content());
  EXPECT_THAT(made.html, HasSubstr("Thank you &amp; &lt;bless&gt; you."));
  EXPECT_THAT(made.text, HasSubstr("Thank you & <bless> you."));
  auto evil = content();
  evil.told.front().note.text = "now [click this](https://evil.example)";
  EXPECT_THAT(compose(evil).markdown, Not(HasSubstr("](https://evil.example)")));
}

TEST(Composing, ATextMessageSaysWhoWhatAndWhereInLittle) {
  auto text = content();
  text.channel = Channel::text;
  text.told.resize(1);
  EXPECT_EQ(compose(text).text,
            "Fenshire families: Your ask A-1 has an answer\nThe bus comes at eight now.\n\nThank you & <bless> you.\n"
            "Read the answer: https://families.example/changes/A-1\n"
            "Stop these messages: https://families.example/stop/1.abc");
}

TEST(Composing, ATextMessageOfManyThingsStaysWithinWhatAProviderTakes) {
  auto text = content();
  text.channel = Channel::text;
  text.told.resize(1);
  for (int i = 0; i < 50; ++i) text.told.push_back(text.told.front());
  auto const made = compose(text).text;
  EXPECT_LE(made.size(), 918U);
  EXPECT_THAT(made, HasSubstr("more things: https://families.example"));
}

TEST(Composing, TheSubjectIsTheOnlyThingOrHowManyThereAre) {
  i18n::Translator const t(i18n::language("en"));
  EXPECT_EQ(subject_of({{.title = "One"}}, t), "One");
  EXPECT_EQ(subject_of({{.title = "One"}, {.title = "Two"}}, t), "2 things are new for you");
}

TEST(Composing, TheSameWordsAreShownOnAPageOfOurs) {
  auto const page = seen(shown(content()).markup());
  EXPECT_EQ(words(page.text), words(compose(content()).text));
}

TEST(Addresses, AreReadAsPeopleTypeThem) {
  EXPECT_EQ(*read_address(Channel::email, "  Asha.Rao@Example.ORG ", "to"), "asha.rao@example.org");
  for (auto const* number :
       {"07700 900123", "+44 7700 900123", "0044 7700 900 123", "+44 (0)7700-900123", "07700.900.123"})
    EXPECT_EQ(*read_address(Channel::text, number, "to"), "+447700900123") << number;
  EXPECT_EQ(*read_address(Channel::post, "Asha Rao\r\n1 High Street\r\nFE1 1AA\r\n", "to"),
            "Asha Rao\n1 High Street\nFE1 1AA");
}

TEST(Addresses, ThatCannotBeAreRefusedWithAnExample) {
  for (auto const* address :
       {"", "asha", "asha@", "@example.org", "asha@example", "a b@example.org", "a@b@example.org", "a@example.org.",
        "a@example.org,b@example.org", "<a@example.org>", "ŵ@example.org", "a@example.org\r\nBcc: b@example.org"})
    EXPECT_FALSE(read_address(Channel::email, address, "to")) << address;
  for (auto const* number : {"", "01632 960123", "0770 900123", "07700 9001234", "call me", "+33 6 12 34 56 78"})
    EXPECT_FALSE(read_address(Channel::text, number, "to")) << number;
  EXPECT_FALSE(read_address(Channel::post, "Asha Rao, FE1 1AA", "to"));
  EXPECT_FALSE(read_address(Channel::post, "a\nb\n" + std::string(600, 'x'), "to"));
  auto const refused = read_address(Channel::email, "asha", "to");
  EXPECT_EQ(refused.error().problems.front().field, "to");
}

TEST(Addresses, AreHintedAtWithoutBeingTold) {
  Contact contact{.channel = Channel::email, .address = "asha@example.org", .language = "en"};
  EXPECT_EQ(hint_of(contact), "a…@example.org");
  contact = {.channel = Channel::text, .address = "+447700900123", .language = "en"};
  EXPECT_EQ(hint_of(contact), "…123");
  contact = {.channel = Channel::post, .address = "Asha Rao\n1 High Street\nFE1 1AA", .language = "en"};
  EXPECT_EQ(hint_of(contact), "Asha Rao");
}

}  // namespace
}  // namespace earshot::messages
