// Bringing in a spreadsheet: what becomes of every line is seen before anything is stored.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char const* kFile =
    "level,said_by,heard_through,heard_on,words\r\n"
    "information,child,group,2010,The park is dark.\r\n"
    "nonsense,child,group,2010,The level is wrong.\r\n"
    "consultation,parent or carer,group,2010,=SUM(A1)\r\n";

class ImportPreview : public HouseTest {
 protected:
  /// Sends `content` as the file of the form.
  static Browser& upload(Browser& window, std::string const& content, std::string const& name = "voices.csv") {
    window.open("/voices/spreadsheet");
    std::string const boundary = "boundary7";
    std::string const body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" +
                             window.field("csrf") + "\r\n--" + boundary +
                             "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
                             "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
    window.exchange("POST", "/voices/spreadsheet", {{"Content-Type", "multipart/form-data; boundary=" + boundary}},
                    body);
    return window.follow();
  }
};
EARSHOT_ON_BOTH_ENGINES(ImportPreview);

TEST_P(ImportPreview, ShowsWhatBecomesOfEveryLineBeforeAnythingIsStored) {
  auto worker = signed_in(Who::worker);
  upload(worker, kFile);
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("2 lines are new"), HasSubstr("1 line is wrong and is left out"),
                                   HasSubstr("The park is dark."), HasSubstr("From character 1 of the line:"),
                                   HasSubstr("information, consultation"), HasSubstr("Looks like a formula.")));
  EXPECT_EQ(count("voices"), 0);
  worker.submit();
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("It is done"), HasSubstr("2 voices were stored.")));
  EXPECT_EQ(count("voices"), 2);
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("The park is dark."));

  upload(worker, kFile);
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("2 lines are here already"), HasSubstr("There is nothing new to store.")));
}

TEST_P(ImportPreview, StoringTwiceStoresOnce) {
  auto worker = signed_in(Who::worker);
  upload(worker, kFile);
  auto again = worker;
  worker.submit();
  again.submit();
  EXPECT_THAT(again.text(), HasSubstr("2 voices were stored."));
  EXPECT_EQ(count("voices"), 2);
}

TEST_P(ImportPreview, WhatIsNoSpreadsheetIsRefusedWithItsPlace) {
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(upload(worker, "").text(), HasSubstr("Choose the file."));
  EXPECT_EQ(worker.status(), 422);
  EXPECT_THAT(upload(worker, "words\r\nHello\r\n").text(), HasSubstr("Line 1"));
  EXPECT_THAT(upload(worker, "level,said_by,heard_through,heard_on,words\r\n").text(), HasSubstr("no lines"));
  EXPECT_THAT(upload(worker, "level,said_by,heard_through,heard_on,words\r\na,b\r\n").text(), HasSubstr("Line 2"));
  EXPECT_THAT(upload(worker, "\xFF\xFE\x01").text(), HasSubstr("Line 1"));
  EXPECT_THAT(upload(worker, std::string(200'001, 'a')).text(), HasSubstr("larger than 200 kB"));
  EXPECT_EQ(count("inbox_sheets"), 0);
}

TEST_P(ImportPreview, IsForItsPersonAloneAndForAnHour) {
  auto worker = signed_in(Who::worker);
  upload(worker, kFile);
  auto const path = worker.path();
  auto administrator = signed_in(Who::administrator);
  administrator.get(path);
  EXPECT_EQ(administrator.status(), 404);
  EXPECT_THAT(administrator.text(), Not(HasSubstr("The park is dark.")));
  pass(std::chrono::minutes{61});
  worker.get(path);
  EXPECT_EQ(worker.status(), 404);
  pass(std::chrono::hours{7});
  run_jobs();
  EXPECT_EQ(count("inbox_sheets"), 0);
}

}  // namespace
}  // namespace earshot::app
