#include "platform/mail/mime.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

From const kFrom{"Fenshire families", "families@fenshire.example"};

std::string decoded(std::string_view quoted) {
  std::string text;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] != '=') {
      text += quoted[i];
    } else if (quoted.substr(i + 1, 2) != "\r\n") {
      text += static_cast<char>(std::stoi(std::string(quoted.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      i += 2;
    }
  }
  return text;
}

/// What a program shows of encoded words: each by itself, so that half a character would show.
std::string shown(std::string const& header) {
  std::string text;
  std::istringstream words(header);
  for (std::string word; words >> word;) {
    auto inside = word.substr(10, word.size() - 12);
    std::replace(inside.begin(), inside.end(), '_', ' ');
    text += decoded(inside);
  }
  return text;
}

TEST(Mime, ASubjectInAnyScriptIsReadAsItWasWritten) {
  for (auto const& subject : {std::string("Mae ateb i’ch cais ŵ"),
                              std::string("آپ کی درخواست کا جواب آ گیا ہے اور اب آپ اسے پڑھ سکتے ہیں، شکریہ"),
                              std::string("a = b? =?utf-8?Q?x?="), std::string(300, 'x'), std::string("😀😀😀😀😀😀😀😀😀😀")}) {
    auto const header = header_text(subject);
    EXPECT_EQ(shown(header), subject);
    std::istringstream lines(header);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 78U);
  }
}

TEST(Mime, AShortPlainSubjectStaysAsItIs) { EXPECT_EQ(header_text("You said, we did"), "You said, we did"); }

TEST(Mime, NoValueBecomesAHeaderOfItsOwn) {
  Outgoing const message{.to = "a@b.example\r\nBcc: c@d.example",
                         .subject = "Hello\r\nBcc: c@d.example\r\n\r\nbody",
                         .text = "text",
                         .html = "html",
                         .markdown = {},
                         .language = "en\r\nX-One: 1",
                         .key = "m_1",
                         .unsubscribe = "https://families.example/\r\nX-Two: 2",
                         .made_at = Time{}};
  auto const text = mime({"Families\r\nX-Three: 3", "families@fenshire.example"}, message);
  auto const headers = text.substr(0, text.find("\r\n\r\n"));
  for (auto const* name : {"\nBcc:", "\nX-One:", "\nX-Two:", "\nX-Three:"}) EXPECT_THAT(headers, Not(HasSubstr(name)));
}

TEST(Mime, LongLinesAreBrokenAndPutTogetherAgain) {
  auto const text = "a=b " + std::string(1000, 'y') + " ŵŷ \nشکریہ\n\n.\ntrailing ";
  auto const quoted = quoted_printable(text);
  std::istringstream lines(quoted);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 77U) << "76 and the CR";
  auto back = decoded(quoted);
  back.erase(std::remove(back.begin(), back.end(), '\r'), back.end());
  EXPECT_EQ(back, text);
}

TEST(Mime, CarriesWhatMailProgramsAndMailboxesLookFor) {
  auto const text = mime(kFrom, {.to = "a@b.example",
                                 .subject = "Hello",
                                 .text = "plain words",
                                 .html = "<p>plain words</p>",
                                 .markdown = {},
                                 .language = "cy",
                                 .key = "m_7",
                                 .unsubscribe = {},
                                 .made_at = Time(std::chrono::seconds(1'795'339'522))});
  for (auto const* line : {"From: Fenshire families <families@fenshire.example>\r\n", "To: a@b.example\r\n",
                           "Date: Sun, 22 Nov 2026 09:25:22 +0000\r\n", "Message-ID: <m_7@fenshire.example>\r\n",
                           "MIME-Version: 1.0\r\n", "Auto-Submitted: auto-generated\r\n", "Content-Language: cy\r\n",
                           "Content-Type: text/plain; charset=utf-8\r\n", "Content-Type: text/html; charset=utf-8\r\n"})
    EXPECT_THAT(text, HasSubstr(line));
  EXPECT_THAT(text, Not(HasSubstr("List-Unsubscribe")));
  EXPECT_LT(text.find("text/plain"), text.find("text/html")) << "the last part is the one that is shown";
}

TEST(Mime, ANameBeforeAnAddressIsQuotedOrEncodedWhereItMustBe) {
  auto const line_of = [](std::string const& name) {
    auto const text = mime({name, "families@fenshire.example"}, {});
    return text.substr(0, text.find("\r\n"));
  };
  EXPECT_EQ(line_of("Families, Fenshire"), "From: \"Families, Fenshire\" <families@fenshire.example>");
  EXPECT_EQ(line_of("Teuluoedd Ŵy"), "From: =?utf-8?Q?Teuluoedd_=C5=B4y?= <families@fenshire.example>");
  EXPECT_EQ(line_of(""), "From: families@fenshire.example");
}

TEST(Mime, TheSenderIsTakenApart) {
  auto const from = read_from("\"Fenshire families\" <families@fenshire.example>");
  EXPECT_EQ(from.name, "Fenshire families");
  EXPECT_EQ(from.address, "families@fenshire.example");
  EXPECT_EQ(read_from("families@fenshire.example").address, "families@fenshire.example");
}

}  // namespace
}  // namespace earshot::mail
