// How files are asked for, named and shown.

#include <algorithm>

#include "attachments/attachments.h"
#include "ui/fields.h"

namespace earshot::attachments {

Html fields(i18n::Translator const& t, web::FormState const& state) {
  return html(ui::file_field(t, {.name = kPhotosField,
                                 .label = t("Photos"),
                                 .hint = t("Up to 3. JPEG or PNG, each at most 10 MB."),
                                 .error = ui::error_for(t, state, kPhotosField),
                                 .accept = "image/jpeg,image/png",
                                 .multiple = true}),
              ui::file_field(t, {.name = kRecordingField,
                                 .label = t("A voice recording"),
                                 .hint = t("One. MP3, M4A, OGG, WebM or WAV, at most 10 MB: about ten minutes."),
                                 .error = ui::error_for(t, state, kRecordingField),
                                 .accept = "audio/*,.mp3,.m4a,.ogg,.opus,.webm,.wav"}));
}

std::vector<std::string> names(i18n::Translator const& t, std::vector<Attachment> const& files) {
  auto const photos =
      std::count_if(files.begin(), files.end(), [](auto const& each) { return each.kind == Kind::photo; });
  auto number = 0;
  std::vector<std::string> all;
  for (auto const& file : files) {
    if (file.kind == Kind::recording)
      all.push_back(t("Recording"));
    else
      all.push_back(photos == 1 ? t("Photo") : t("Photo {1}", t.number(++number)));
  }
  return all;
}

std::string label(i18n::Translator const& t, State state) {
  switch (state) {
    case State::held:
      return t("A moderator looks at it first. Nobody else sees it until then.");
    case State::shown:
      return t("A moderator let it pass. The people who look at what you said see it.");
    case State::refused:
      return t("A moderator did not let it pass. Nobody sees it.");
  }
  return {};
}

Html shown(Attachment const& file, Url const& address, std::string const& name) {
  if (file.kind == Kind::recording) {
    Attributes attributes{{"class", "recording"}, {"preload", "none"}, {"src", address.text()}, {"aria-label", name}};
    return element("audio", attributes.flag("controls"), {});
  }
  return void_element("img", {{"class", "photo"},
                              {"src", address.text()},
                              {"alt", name},
                              {"width", std::to_string(file.width)},
                              {"height", std::to_string(file.height)},
                              {"loading", "lazy"}});
}

}  // namespace earshot::attachments
