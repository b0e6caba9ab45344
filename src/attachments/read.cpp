// What comes in a form: which files may be kept, and what is wrong with the others.

#include <algorithm>

#include "attachments/attachments.h"
#include "platform/audio/audio.h"
#include "platform/base/text.h"
#include "platform/images/images.h"

namespace earshot::attachments {
namespace {

/// So much of a file's name tells it from the others; the rest is kept out of sentences.
constexpr std::size_t kLongestName = 60;

Type type_of(audio::Format format) {
  switch (format) {
    case audio::Format::mp3:
      return Type::mp3;
    case audio::Format::mp4:
      return Type::mp4;
    case audio::Format::ogg:
      return Type::ogg;
    case audio::Format::webm:
      return Type::webm;
    case audio::Format::wav:
      return Type::wav;
  }
  return Type::mp3;
}

std::string name_of(http::Upload const& upload) {
  auto name = shortened(tidy(upload.file_name), kLongestName);
  return name.empty() ? std::string("?") : name;
}

Result<Ready> read_photo(http::Upload const& upload) {
  auto picture = images::written_anew(upload.bytes);
  if (picture)
    return Ready{.kind = Kind::photo,
                 .type = Type::jpeg,
                 .bytes = std::move(picture->jpeg),
                 .width = picture->width,
                 .height = picture->height};
  if (picture.error() == images::Fault::too_large)
    return refuse(upload.field,
                  msg("“{1}” is too large a picture. Make it smaller, or take a picture of it.", name_of(upload)));
  return refuse(upload.field, msg("“{1}” cannot be opened: the picture is broken. Choose it again, or another one.",
                                  name_of(upload)));
}

Result<Ready> read_recording(http::Upload const& upload) {
  auto recording = audio::without_tags(upload.bytes);
  if (recording)
    return Ready{.kind = Kind::recording, .type = type_of(recording->format), .bytes = std::move(recording->bytes)};
  if (recording.error() == audio::Fault::not_a_recording)
    return refuse(upload.field, msg("“{1}” is a film. Send a recording of the sound alone.", name_of(upload)));
  return refuse(upload.field, msg("“{1}” cannot be played: the recording is broken. Choose it again, or another one.",
                                  name_of(upload)));
}

Result<Ready> read_file(http::Upload const& upload) {
  if (upload.bytes.empty()) return refuse(upload.field, msg("“{1}” is empty. Choose another file.", name_of(upload)));
  if (upload.bytes.size() > kLargestFile)
    return refuse(upload.field,
                  msg("“{1}” is larger than 10 MB. Choose a smaller file, or a shorter recording.", name_of(upload)));
  // What it is called and said to be tells nothing; its bytes do.
  if (images::format_of(upload.bytes)) return read_photo(upload);
  if (audio::format_of(upload.bytes)) return read_recording(upload);
  return refuse(upload.field, msg("“{1}” is no photo or recording that we can take. Photos: JPEG or PNG. Recordings: "
                                  "MP3, M4A, OGG, WebM or WAV.",
                                  name_of(upload)));
}

}  // namespace

Sent read(http::Form const& form) {
  Sent sent;
  for (auto const& upload : form.uploads) {
    if (upload.field != kPhotosField && upload.field != kRecordingField) continue;
    auto file = read_file(upload);
    if (file)
      sent.ready.push_back(std::move(*file));
    else
      sent.problems.insert(sent.problems.end(), file.error().problems.begin(), file.error().problems.end());
  }
  return sent;
}

}  // namespace earshot::attachments
