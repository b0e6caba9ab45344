// Voices stored with nothing around it: rows put into a copy of the table, with its indexes, at the durability of the
// product. No words to be found by, no record, no receipt.
#pragma once

#include <string>
#include <vector>

#include "stage.h"

namespace earshot::bench {

/// What is said again and again.
inline constexpr char const* kSaid = "The bus is gone before school ends, and my daughter waits in the rain";

/// Rows a second, each with a commit of its own, from so many connections at once.
double inserts_per_second(Stage const& stage, int connections);

/// Rows a second, all in one transaction; a row for each of `words`.
double bulk_per_second(Stage const& stage, std::vector<std::string> const& words);

}  // namespace earshot::bench
