#include "ui/work_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(WorkList, EachItemLeadsToItsPageAndTellsItsFacts) {
  auto const list =
      work_list("Waiting", {{.href = "/voices/7", .words = "<b>Bus</b>", .language = "ur", .facts = {"Late"}}});
  EXPECT_THAT(list.markup(), HasSubstr("aria-label=\"Waiting\""));
  EXPECT_THAT(list.markup(), HasSubstr("lang=\"ur\" href=\"/voices/7\">&lt;b&gt;Bus&lt;/b&gt;</a>"));
  EXPECT_THAT(list.markup(), HasSubstr("<div class=\"work__fact\">Late</div>"));
  EXPECT_THAT(list.markup(), Not(HasSubstr("<b>")));
}

}  // namespace
}  // namespace earshot::ui
