#include "ui/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/i18n/translator.h"

namespace earshot::ui {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A page of "Fenshire families", looked at by whoever a test wants.
class PageTest : public testing::Test {
 protected:
  PageTest() {
    m_site.place = "Fenshire families";
    m_site.navigation = {{"Home", "/"}, {"Say something", "/say"}, {"My work", "/work", web::kSignedIn}};
    m_request.path = "/say/about";
  }

  web::Context context(std::string_view language = "en") {
    // No page of the frame asks the database anything.
    return {
        .request = m_request, .db = *m_no_database, .site = m_site, .t = i18n::Translator(i18n::language(language))};
  }

  std::string shown(PageOptions const& options, Html const& content = {}) {
    return page(context(), options, content).body;
  }

  http::Request m_request;
  web::Site m_site;

 private:
  alignas(16) char m_nothing[16] = {};
  db::Database* m_no_database = reinterpret_cast<db::Database*>(m_nothing);
};

TEST_F(PageTest, IsADocumentInTheLanguageOfItsReader) {
  EXPECT_THAT(shown({.title = "Say something"}),
              StartsWith("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\" class=\"govuk-template\"><head>"));
  auto const urdu = page(context("ur"), {.title = "x"}, {});
  EXPECT_THAT(urdu.body, HasSubstr("<html lang=\"ur\" dir=\"rtl\""));
  EXPECT_EQ(urdu.headers.get("Content-Language"), "ur");
  EXPECT_EQ(urdu.headers.get("Content-Type"), "text/html; charset=utf-8");
}

TEST_F(PageTest, ItsTitleNamesThePlace) {
  EXPECT_THAT(shown({.title = "Say something"}), HasSubstr("<title>Say something – Fenshire families</title>"));
}

TEST_F(PageTest, ProblemsAreSaidInTheTitleAndLeadToTheirFields) {
  PageOptions const options{.title = "Say something",
                            .problems = {{"words", msg("Write {1}", "something")}, {"", msg("Try again later")}}};
  auto const response = page(context(), options, "content");
  EXPECT_THAT(response.body, HasSubstr("<title>Error: Say something – Fenshire families</title>"));
  EXPECT_THAT(response.body, HasSubstr("There is a problem"));
  EXPECT_THAT(response.body, HasSubstr("<a href=\"#words\">Write something</a>"));
  EXPECT_THAT(response.body, HasSubstr("<li>Try again later</li>"));
}

TEST_F(PageTest, TheStatusIsWhatTheHandlerSays) {
  EXPECT_EQ(page(context(), {.title = "x"}, {}).status, 200);
  EXPECT_EQ(page(context(), {.title = "x", .status = 404}, {}).status, 404);
  EXPECT_EQ(page(context(), {.title = "x", .problems = {{"", msg("No")}}, .status = 409}, {}).status, 409);
}

TEST_F(PageTest, TheOtherLanguagesAreOfferedInTheirOwnNamesOnTheSamePage) {
  m_request.query = {{"q", "a b"}, {"text", "large"}};
  auto const body = shown({.title = "x"});
  EXPECT_THAT(body, AllOf(HasSubstr("lang=\"cy\" hreflang=\"cy\""), HasSubstr("href=\"?q=a%20b&amp;language=cy\""),
                          HasSubstr(">Cymraeg</a>"), Not(HasSubstr("language=en"))));
}

TEST_F(PageTest, TheTextCanBeMadeLargerAndUsualAgain) {
  EXPECT_THAT(shown({.title = "x"}), AllOf(HasSubstr("href=\"?text=large\""), HasSubstr(">Larger text</a>")));
  auto large = context();
  large.large_text = true;
  auto const body = page(large, {.title = "x"}, {}).body;
  EXPECT_THAT(body, AllOf(HasSubstr("class=\"govuk-template large-text\""), HasSubstr("href=\"?text=usual\"")));
}

TEST_F(PageTest, AVisitorCanSignInAndAPersonCanSignOut) {
  EXPECT_THAT(shown({.title = "x"}), AllOf(HasSubstr("href=\"/sign-in\""), Not(HasSubstr("/sign-out"))));
  auto signed_in = context();
  signed_in.viewer = web::Viewer{.id = 1, .name = "Amina <Khan>"};
  auto const body = page(signed_in, {.title = "x"}, {}).body;
  EXPECT_THAT(body, AllOf(HasSubstr("Amina &lt;Khan&gt;"), HasSubstr("<form method=\"post\" action=\"/sign-out\""),
                          Not(HasSubstr("/sign-in"))));
}

TEST_F(PageTest, TheNavigationHasWhatTheViewerMayUseAndMarksWhereTheyAre) {
  auto const body = shown({.title = "x"});
  EXPECT_THAT(body, AllOf(HasSubstr("href=\"/say\" aria-current=\"true\""), Not(HasSubstr("href=\"/work\""))));
  m_request.path = "/say";
  EXPECT_THAT(shown({.title = "x"}), HasSubstr("href=\"/say\" aria-current=\"page\""));
  m_request.path = "/sayings";
  EXPECT_THAT(shown({.title = "x"}), Not(HasSubstr("aria-current")));
}

TEST_F(PageTest, TheFirstLinkLeadsPastTheHeader) {
  auto const body = shown({.title = "x"});
  EXPECT_LT(body.find("href=\"#content\""), body.find("<header"));
  EXPECT_THAT(body, HasSubstr("<main id=\"content\">"));
}

TEST_F(PageTest, CarriesNoStyleOrScriptOfItsOwn) {
  auto const body = shown({.title = "x", .back = "/say", .problems = {{"a", msg("b")}}}, "content");
  EXPECT_THAT(body, AllOf(Not(HasSubstr(" style=")), Not(HasSubstr("<style")), Not(HasSubstr(" onclick"))));
  EXPECT_THAT(body, AllOf(HasSubstr("<script type=\"module\" src=\"/assets/main-"), HasSubstr("></script>")));
}

TEST_F(PageTest, ShowsTheWayBackAndTheContentAndTheFooter) {
  auto const body = shown({.title = "x", .back = "/say"}, element("h1", {}, "What happened?"));
  EXPECT_THAT(body, AllOf(HasSubstr("<a href=\"/say\" class=\"govuk-back-link\">Back</a>"),
                          HasSubstr("<h1>What happened?</h1>"), HasSubstr("href=\"/accessibility\""),
                          HasSubstr("href=\"/privacy\""), HasSubstr("href=\"/other-ways\""),
                          HasSubstr("href=\"/about\""), EndsWith("</body></html>")));
}

TEST_F(PageTest, AFeedIsAnnouncedAndAPrivatePageIsNotIndexed) {
  auto const body = shown({.title = "x", .feed = "/changes.atom", .index = false});
  EXPECT_THAT(body, AllOf(HasSubstr("type=\"application/atom+xml\""), HasSubstr("href=\"/changes.atom\""),
                          HasSubstr("<meta name=\"robots\" content=\"noindex\">")));
  EXPECT_THAT(shown({.title = "x"}), AllOf(Not(HasSubstr("atom+xml")), Not(HasSubstr("noindex"))));
}

TEST_F(PageTest, AFormPostsWithTheTokenOfItsVisit) {
  auto const sent = form(context(), "/say/words", "fields").markup();
  EXPECT_THAT(sent, AllOf(StartsWith("<form method=\"post\" action=\"/say/words\""),
                          HasSubstr("<input type=\"hidden\" name=\"csrf\" value=\""), EndsWith("fields</form>")));
  EXPECT_THAT(form_with_files(context(), "/x", {}).markup(), HasSubstr("enctype=\"multipart/form-data\""));
}

}  // namespace
}  // namespace earshot::ui
