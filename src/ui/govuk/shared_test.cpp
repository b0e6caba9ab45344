#include "ui/govuk/shared.h"

#include <gtest/gtest.h>

namespace earshot::govuk {

TEST(Shared, WordsAreSpacedAndEmptyOnesLeftOut) {
  EXPECT_EQ(spaced({"a", "", "b c"}), "a b c");
  EXPECT_EQ(spaced({"", ""}), "");
}

TEST(Shared, TextsForAScriptAreEscaped) {
  EXPECT_EQ(ScriptTexts().add("show", "\"Dangos\" & mwy").markup(), " data-i18n.show=\"&quot;Dangos&quot; &amp; mwy\"");
  EXPECT_EQ(ScriptTexts().add("show", "").markup(), "");
}

TEST(Shared, APluralRuleIsOneWordOrIsLeftOut) {
  EXPECT_EQ(ScriptTexts().add("left", Plurals{{"one", "1 ar ôl"}, {"x onclick=", "no"}, {"", "no"}}).markup(),
            " data-i18n.left.one=\"1 ar ôl\"");
}

}  // namespace earshot::govuk
