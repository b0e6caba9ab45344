// Making the demonstration county in whichever database.
#pragma once

#include <functional>
#include <string>

#include "demonstration/demonstration.h"

namespace earshot::app {

/// Makes the demonstration county in the database at `url`, which has every migration and no services. For PostgreSQL
/// it is made in a file beside and then moved: every statement there takes a way over a connection, and a county has
/// millions. `progress` is told what is being done, and how far it has come.
demonstration::Made make_county(
    std::string const& url, demonstration::Plan const& plan,
    std::function<void(std::string const& what, std::size_t done, std::size_t total)> const& progress);

}  // namespace earshot::app
