#include "ui/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::AllOf;
using testing::HasSubstr;

i18n::Translator english() { return i18n::Translator(i18n::language("en")); }

TEST(Timeline, EveryStepSaysItsStateInWords) {
  auto const steps = timeline(english(), {{.state = Step::State::done, .title = "You told us"},
                                          {.state = Step::State::now, .title = "A worker reads it"},
                                          {.state = Step::State::next, .title = "You hear back"}})
                         .markup();
  EXPECT_THAT(steps, AllOf(HasSubstr(">Done</span> You told us"), HasSubstr(">Now</span> A worker reads it"),
                           HasSubstr(">Next</span> You hear back")));
}

TEST(Timeline, TheStepThatIsHappeningIsTheCurrentOne) {
  auto const steps = timeline(english(), {{.state = Step::State::now, .title = "A worker reads it"}}).markup();
  EXPECT_THAT(steps, HasSubstr("aria-current=\"step\""));
}

TEST(Timeline, TellsByWhenAndWhatHappened) {
  auto const steps =
      timeline(english(),
               {{.title = "You hear back", .when = "by 13 December 2026", .details = element("p", {}, "By text.")}})
          .markup();
  EXPECT_THAT(steps, AllOf(HasSubstr(">by 13 December 2026</p>"), HasSubstr("<p>By text.</p>")));
}

TEST(Timeline, WithoutStepsIsNothing) { EXPECT_TRUE(timeline(english(), {}).empty()); }

}  // namespace
}  // namespace earshot::ui
