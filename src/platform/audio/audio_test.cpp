// Recordings are known by their bytes and lose what was written beside the sound.
#include "platform/audio/audio.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/audio/testing.h"

namespace earshot::audio {
namespace {

using testing::HasSubstr;
using testing::Not;

Fault fault_of(std::string const& bytes) {
  auto const recording = without_tags(bytes);
  EXPECT_FALSE(recording.has_value()) << bytes;
  return recording ? Fault{} : recording.error();
}

std::string sound_of(std::string const& bytes) {
  auto const recording = without_tags(bytes);
  EXPECT_TRUE(recording.has_value());
  return recording ? recording->bytes : std::string();
}

TEST(Audio, IsKnownByItsBytes) {
  EXPECT_EQ(format_of(an_mp3()), Format::mp3);
  EXPECT_EQ(format_of(an_mp3().substr(43)), Format::mp3) << "without a tag before it";
  EXPECT_EQ(format_of("\xFF\xFB\x90\x64"
                      "ftyp"),
            Format::mp3)
      << "any letters may stand in a frame";
  EXPECT_EQ(format_of(an_mp4()), Format::mp4);
  EXPECT_EQ(format_of(an_ogg()), Format::ogg);
  EXPECT_EQ(format_of(a_webm()), Format::webm);
  EXPECT_EQ(format_of(a_wav()), Format::wav);
  for (auto const* other :
       {"", "ID", "RIFF....AVI ", "<html>", "\xFF\xFE<", "\xFF\xD8\xFF\xE0", "%PDF", "\xFF\xF1\x50\x80"})
    EXPECT_EQ(format_of(other), std::nullopt) << other;
}

TEST(Audio, LosesWhatIsWrittenBesideTheSound) {
  for (auto const& bytes : {an_mp3(), an_mp4(), a_wav()}) {
    ASSERT_THAT(bytes, HasSubstr(kTag));
    auto const sound = sound_of(bytes);
    EXPECT_THAT(sound, Not(HasSubstr("High Street")));
    EXPECT_EQ(format_of(sound), format_of(bytes));
    EXPECT_EQ(sound_of(sound), sound) << "nothing more goes the second time";
  }
  EXPECT_THAT(sound_of(an_mp3()), HasSubstr(std::string(413, 'm')));
  EXPECT_THAT(sound_of(a_wav()), HasSubstr(std::string(400, 'w')));
}

TEST(Audio, AnMp3LosesEveryTagBehindTheSound) {
  auto const once = an_mp3();
  EXPECT_EQ(sound_of(once + once.substr(once.size() - 128)), sound_of(once));
}

TEST(Audio, InMp4TheSoundStaysWhereItWas) {
  auto const before = an_mp4();
  auto const after = sound_of(before);
  EXPECT_EQ(after.size(), before.size());
  EXPECT_EQ(after.find("mdat"), before.find("mdat"));
}

TEST(Audio, OggAndWebmAreKeptAsTheyAre) {
  EXPECT_EQ(sound_of(an_ogg()), an_ogg());
  EXPECT_EQ(sound_of(a_webm()), a_webm());
}

TEST(Audio, AFilmIsNoRecording) {
  EXPECT_EQ(fault_of(an_mp4("vide")), Fault::not_a_recording);
  EXPECT_EQ(fault_of(a_webm("A_OPUS V_VP9")), Fault::not_a_recording);
  EXPECT_EQ(fault_of("OggS" + std::string(24, '\0') + "\x80theora"), Fault::not_a_recording);
  EXPECT_EQ(fault_of("\x1A\x45\xDF\xA3 matroska A_OPUS"), Fault::not_a_recording);
}

TEST(Audio, WhatEndsTooEarlyOrHoldsNoSoundIsBroken) {
  using namespace std::string_literals;
  EXPECT_EQ(fault_of(an_mp3().substr(0, 30)), Fault::broken);
  EXPECT_EQ(fault_of("ID3\x04\0\0\x7F\x7F\x7F\x7F"s), Fault::broken);
  EXPECT_EQ(fault_of("ID3\x04\0\0\0\0\0\0<html>"s), Fault::broken);
  EXPECT_EQ(fault_of(an_mp4().substr(0, 100)), Fault::broken);
  EXPECT_EQ(fault_of(an_mp4("text")), Fault::broken);
  EXPECT_EQ(fault_of(box("ftyp", "isom") + "\0\0\0\0moov"s), Fault::broken);
  EXPECT_EQ(fault_of(box("ftyp", "isom") + "\0\0\0\x01moov\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s), Fault::broken);
  auto deep = box("mdia", "");
  for (int level = 0; level < 10'000; ++level) deep = box("moov", deep);
  EXPECT_EQ(fault_of(box("ftyp", "isom") + deep), Fault::broken);
  EXPECT_EQ(fault_of(a_wav().substr(0, 30)), Fault::broken);
  EXPECT_EQ(fault_of("OggS and nothing"), Fault::broken);
}

TEST(Audio, NoBytesBreakTheProgram) {
  std::mt19937 chance(7);
  for (auto const& whole : {an_mp3(), an_mp4(), a_wav(), an_ogg(), a_webm()}) {
    for (int time = 0; time < 500; ++time) {
      auto bent = whole.substr(0, chance() % whole.size() + 1);
      for (int each = 0; each < 3; ++each) bent[chance() % bent.size()] = static_cast<char>(chance());
      auto const recording = without_tags(bent);
      if (recording) {
        EXPECT_EQ(format_of(recording->bytes), recording->format);
      }
    }
  }
}

}  // namespace
}  // namespace earshot::audio
