// Recordings for tests: put together here, with the tags that recorders write. Only tests include this.
#pragma once

#include <string>

namespace earshot::audio {

inline constexpr char const* kTag = "Kitchen, 1 High Street, 52.4862 N";

inline std::string an_mp3() {
  using namespace std::string_literals;
  auto const frame = "\xFF\xFB\x90\x00"s + std::string(413, 'm');
  auto tag = "ID3\x04\0\0\0\0\0"s + static_cast<char>(std::string(kTag).size()) + kTag;
  auto trailer = "TAG"s + kTag;
  trailer.resize(128);
  return tag + frame + frame + trailer;
}

inline std::string little_endian(std::size_t number) {
  std::string bytes;
  for (unsigned each = 0; each < 4; ++each) bytes += static_cast<char>(number >> (each * 8U) & 0xFFU);
  return bytes;
}

inline std::string a_wav() {
  using namespace std::string_literals;
  auto const chunk = [](std::string const& name, std::string const& content) {
    return name + little_endian(content.size()) + content + (content.size() % 2 != 0 ? "\0"s : ""s);
  };
  auto const form = "WAVE"s + chunk("fmt ", "\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0"s) +
                    chunk("LIST", "INFO"s + kTag) + chunk("data", std::string(400, 'w')) + chunk("id3 ", kTag);
  return "RIFF" + little_endian(form.size()) + form;
}

/// A box of MP4.
inline std::string box(std::string const& type, std::string const& content) {
  auto const length = content.size() + 8;
  std::string bytes;
  for (unsigned each = 4; each > 0; --each) bytes += static_cast<char>(length >> ((each - 1) * 8U) & 0xFFU);
  return bytes + type + content;
}

/// `handler` is "soun", or "vide" for a film.
inline std::string an_mp4(std::string const& handler = "soun") {
  using namespace std::string_literals;
  auto const track = box("trak", box("mdia", box("hdlr", "\0\0\0\0\0\0\0\0"s + handler)) + box("udta", kTag));
  return box("ftyp", "M4A \0\0\0\0mp42"s) + box("moov", track + box("udta", kTag) + box("meta", kTag)) +
         box("mdat", std::string(400, 's')) + box("uuid", kTag);
}

inline std::string an_ogg() { return "OggS" + std::string(24, '\0') + "OpusHead" + std::string(400, 'o'); }

inline std::string a_webm(std::string const& codec = "A_OPUS") {
  return "\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm" + std::string(40, '.') + codec + std::string(400, 'o');
}

}  // namespace earshot::audio
