#include "ui/html/html.h"

#include <gtest/gtest.h>

namespace earshot {
namespace {

TEST(HtmlTest, TextIsEscapedWhenItEntersMarkup) {
  std::string const hostile = "<script>alert('\"&')</script>";
  EXPECT_EQ(element("p", {}, hostile).markup(), "<p>&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;</p>");
}

TEST(HtmlTest, MarkupIsNotEscapedTwice) {
  auto const inner = element("b", {}, "a & b");
  EXPECT_EQ(element("p", {}, html("x < ", inner)).markup(), "<p>x &lt; <b>a &amp; b</b></p>");
}

TEST(HtmlTest, AttributeValuesCannotEndTheirQuotes) {
  EXPECT_EQ(void_element("input", Attributes{{"value", "\"><script>"}}).markup(),
            "<input value=\"&quot;&gt;&lt;script&gt;\">");
}

TEST(HtmlTest, AnAttributeNameThatIsNoWordIsDropped) { EXPECT_TRUE(Attributes({{"onclick=alert(1) x", "y"}}).empty()); }

TEST(UrlTest, AddressesOfThisSiteAndTheWebPass) {
  for (auto const* address : {"/say", "#main", "?service=7", "say/words", "https://example.org/a?b=c",
                              "mailto:a@example.org", "tel:999", "/a:b"})
    EXPECT_EQ(Url(address).text(), address);
}

TEST(UrlTest, AddressesThatRunSomethingOrLeaveTheSiteUnsaidDoNot) {
  for (auto const* address :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
        "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example"})
    EXPECT_EQ(Url(address).text(), "#");
}

}  // namespace
}  // namespace earshot
