#include "ui/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

i18n::Translator english() { return i18n::Translator(i18n::language("en")); }

TEST(Fields, AnErrorIsSaidInWordsBesideItsField) {
  auto const field = text_field(english(), {.name = "name", .label = "Your name", .error = "Enter your name"}).markup();
  EXPECT_THAT(field, AllOf(HasSubstr("Error:"), HasSubstr("Enter your name"), HasSubstr("id=\"name\"")));
}

TEST(Fields, WhatWasTypedIsKeptAndEscaped) {
  auto const field = text_field(english(), {.name = "name", .label = "Your name", .value = "\"><b>"}).markup();
  EXPECT_THAT(field, HasSubstr("value=\"&quot;&gt;&lt;b&gt;\""));
}

TEST(Fields, AQuestionMayBeTheHeadingOfItsPage) {
  auto const field = textarea_field(english(), {.name = "words", .label = "What happened?", .heading = true}).markup();
  EXPECT_THAT(field, AllOf(HasSubstr("<h1"), HasSubstr("for=\"words\""), HasSubstr("What happened?")));
}

TEST(Fields, ALongAnswerTellsHowMuchMayBeWritten) {
  auto const field = textarea_field(english(), {.name = "words", .label = "Words", .max_characters = 5000}).markup();
  EXPECT_THAT(field, AllOf(HasSubstr("data-maxlength=\"5000\""), HasSubstr("You can write up to 5,000 characters")));
  auto const words = textarea_field(english(), {.name = "words", .label = "Words", .max_words = 200}).markup();
  EXPECT_THAT(words, HasSubstr("You can write up to 200 words"));
}

TEST(Fields, AnEmailFieldBringsUpItsKeyboard) {
  auto const field = email_field(english(), {.name = "email", .label = "Email"}).markup();
  EXPECT_THAT(field, AllOf(HasSubstr("type=\"email\""), HasSubstr("autocomplete=\"email\""),
                           HasSubstr("spellcheck=\"false\"")));
}

TEST(Fields, APasswordIsNeverSentBack) {
  auto const field = password_field(english(), {.name = "password", .label = "Password"}).markup();
  EXPECT_THAT(field, AllOf(HasSubstr("type=\"password\""), Not(HasSubstr(" value="))));
}

TEST(Fields, TheChosenRadioIsCheckedAndTheFirstHasTheNameAsItsId) {
  auto const field = radios_field(english(), {.name = "who",
                                              .legend = "Who are you?",
                                              .items = {{"parent", "A parent"}, {"worker", "A worker"}},
                                              .value = "worker"})
                         .markup();
  EXPECT_THAT(field, HasSubstr("id=\"who\""));
  EXPECT_THAT(field, HasSubstr("value=\"worker\" checked"));
  EXPECT_THAT(field, Not(HasSubstr("value=\"parent\" checked")));
}

TEST(Fields, AChoiceCanAskForMore) {
  auto const field =
      radios_field(
          english(),
          {.name = "reply",
           .legend = "May we write to you?",
           .items = {{.value = "yes", .label = "Yes", .conditional = text_field(english(), {"email", "Email"})},
                     {.value = "no", .label = "No", .divider_before = "or"}}})
          .markup();
  EXPECT_THAT(field,
              AllOf(HasSubstr("govuk-radios__conditional"), HasSubstr("name=\"email\""), HasSubstr(">or</div>")));
}

TEST(Fields, EveryTickedBoxIsTicked) {
  auto const field = checkboxes_field(english(), {.name = "needs",
                                                  .legend = "What would help?",
                                                  .items = {{"a", "Large print"}, {"b", "Braille"}, {"c", "Audio"}},
                                                  .values = {"a", "c"}})
                         .markup();
  EXPECT_THAT(field, AllOf(HasSubstr("value=\"a\" checked"), HasSubstr("value=\"c\" checked"),
                           Not(HasSubstr("value=\"b\" checked"))));
}

TEST(Fields, AListShowsWhatWasChosen) {
  auto const field =
      select_field(english(),
                   {.name = "area", .label = "Area", .items = {{"", "Choose one"}, {"n", "North"}}, .value = "n"})
          .markup();
  EXPECT_THAT(field, HasSubstr("<option value=\"n\" selected>North</option>"));
}

TEST(Fields, ADateAsksForItsPartsAndItsFirstHasTheNameAsItsId) {
  auto const field = date_field(english(), {.name = "born", .legend = "When?", .value = {"22", "11", "2026"}}).markup();
  EXPECT_THAT(field, AllOf(HasSubstr("id=\"born\""), HasSubstr("name=\"born-day\""), HasSubstr("name=\"born-month\""),
                           HasSubstr("name=\"born-year\""), HasSubstr("value=\"2026\"")));
}

TEST(Fields, ADateIsReadBackOnlyWhenThereIsSuchADay) {
  using namespace std::chrono_literals;
  EXPECT_EQ(to_date({"29", " 2 ", "2028"}), Date(2028y / 2 / 29));
  for (auto const& wrong : {DateParts{"29", "2", "2027"}, DateParts{"", "", ""}, DateParts{"1", "1", "26"},
                            DateParts{"-1", "1", "2026"}, DateParts{"1", "13", "2026"}, DateParts{"1a", "1", "2026"}})
    EXPECT_FALSE(to_date(wrong)) << wrong.day << '/' << wrong.month << '/' << wrong.year;
}

TEST(Fields, ADateKeepsWhatWasTypedEvenWhenItIsNoDay) {
  web::FormState const form{.values = {{"born-day", "31"}, {"born-month", "2"}, {"born-year", "x"}}, .sent = true};
  EXPECT_EQ(date_parts(form, "born"), (DateParts{"31", "2", "x"}));
  using namespace std::chrono_literals;
  EXPECT_EQ(date_parts(web::FormState{}, "born", Date(2026y / 3 / 9)), (DateParts{"9", "3", "2026"}));
}

TEST(Fields, AnErrorIsFoundByTheNameOfItsFieldAndTranslated) {
  web::FormState const form{.problems = {{"name", msg("Enter {1}", "a name")}}};
  EXPECT_EQ(error_for(english(), form, "name"), "Enter a name");
  EXPECT_FALSE(error_for(english(), form, "email"));
}

TEST(Fields, AButtonMayBeALinkAndTellWhichItWas) {
  EXPECT_THAT(button({.text = "Start", .look = Button::Look::start, .href = "/say"}).markup(),
              HasSubstr("<a href=\"/say\""));
  EXPECT_THAT(button({.text = "Remove", .look = Button::Look::warning, .name = "do", .value = "remove"}).markup(),
              AllOf(HasSubstr("govuk-button--warning"), HasSubstr("value=\"remove\"")));
}

TEST(Fields, WhatNobodySeesIsSentAsItIs) {
  EXPECT_EQ(hidden("key", "a\"b").markup(), "<input type=\"hidden\" name=\"key\" value=\"a&quot;b\">");
}

TEST(Fields, AFileFieldSaysWhatItTakes) {
  EXPECT_THAT(file_field(english(), {.name = "list", .label = "A list", .accept = ".csv"}).markup(),
              AllOf(HasSubstr("type=\"file\""), HasSubstr("accept=\".csv\"")));
}

}  // namespace
}  // namespace earshot::ui
