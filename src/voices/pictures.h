// The pictures of the path for younger children: our own drawings, each beside a word. For that path alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"
#include "ui/html/html.h"
#include "voices/voices.h"

namespace earshot::voices {

/// Something that a child's life is made of.
struct Picture {
  std::string_view name;   ///< As it is stored and sent: "school".
  char const* label;       ///< Marked for translation.
  std::string_view shape;  ///< What is drawn, in a square of 48.
};

std::vector<Picture> const& picture_list();

Html drawing(Picture const& picture);

/// A face for how it feels.
Html face(Feeling feeling);

/// How one leaves by the red button: one page, and at once another.
Html way_out();

/// What a child said: the pictures they chose, by name and in their language, and under them what they typed.
/// `about` is what rules::join_about() made of them.
std::string words_of_child(i18n::Translator const& t, std::string_view about, std::string_view typed);

}  // namespace earshot::voices
