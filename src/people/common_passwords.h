// The words that the commonest passwords are made of, in small letters and without digits at their ends.
#pragma once

#include <string_view>

namespace earshot::people {

/// Whether many passwords are just this word. `word` has small letters and digits only.
bool is_common_word(std::string_view word);

}  // namespace earshot::people
