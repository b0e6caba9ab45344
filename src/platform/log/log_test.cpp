#include "platform/log/log.h"

#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::log {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class Lines : public testing::Test {
 protected:
  void SetUp() override {
    set_sink([this](std::string_view text) { m_lines.emplace_back(text); });
  }
  void TearDown() override {
    set_sink({});
    set_level(Level::info);
  }

  std::vector<std::string> m_lines;
};

TEST_F(Lines, HoldTheLevelTheTextAndTheFields) {
  info("Listening", {{"port", 8080}, {"secure", false}, {"took", Milliseconds(12)}, {"share", 0.5}});
  EXPECT_THAT(m_lines, ElementsAre("level=info text=Listening port=8080 secure=false took=12 share=0.5"));
}

TEST_F(Lines, QuoteWhatIsNotOnePlainWord) {
  warning("Too slow", {{"path", "/a b"}, {"query", "a=1"}, {"empty", ""}, {"said", "\"yes\""}});
  EXPECT_THAT(m_lines, ElementsAre(R"(level=warning text="Too slow" path="/a b" query="a=1" empty="" said="\"yes\"")"));
}

TEST_F(Lines, CannotBeForgedByAValue) {
  error("Bad", {{"value", "x\nlevel=error text=forged"}, {"bell", "\a"}});
  EXPECT_THAT(m_lines, ElementsAre(R"(level=error text=Bad value="x\nlevel=error text=forged" bell="\x07")"));
}

TEST_F(Lines, CutLongValuesBetweenTwoCharacters) {
  info("x", {{"value", std::string(kLongestValue - 1, 'a') + "ŵŵŵ"}});
  EXPECT_THAT(m_lines, ElementsAre("level=info text=x value=\"" + std::string(kLongestValue - 1, 'a') + "…\""));
}

TEST_F(Lines, TellOnlyTheSizeOfWhatAPersonWrote) {
  info("Voice", {{"words", only_size("My daughter waits")}});
  EXPECT_THAT(m_lines, ElementsAre("level=info text=Voice words=\"(17 bytes)\""));
}

TEST_F(Lines, WriteTimesAndIds) {
  info("x", {{"at", Time(Milliseconds(0))}, {"voice", Id<struct Voice>{7}}});
  EXPECT_THAT(m_lines, ElementsAre("level=info text=x at=1970-01-01T00:00:00.000Z voice=7"));
}

TEST_F(Lines, BelowTheLevelAreLeftOut) {
  debug("Not yet");
  set_level(Level::debug);
  debug("Now");
  set_level(Level::error);
  warning("No more");
  EXPECT_THAT(m_lines, ElementsAre("level=debug text=Now"));
}

TEST_F(Lines, OfManyThreadsAreAllWritten) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] {
      for (int n = 0; n < 100; ++n) info("x", {{"n", n}});
    });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(m_lines, SizeIs(400));
}

}  // namespace
}  // namespace earshot::log
