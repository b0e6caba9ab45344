// The rows of the table, by what they are about. Each measures in the stage it is given, and adds what it found.
#pragma once

#include "recorder.h"
#include "stage.h"
#include "table.h"

namespace earshot::bench {

/// What everybody reads, sent whole and not sent again, beside nginx with the same bytes. It comes from memory, and no
/// engine has a part in it.
void add_pages(Stage const& stage, Table& table);

/// Lists that are made anew each time, beside their SQL alone.
void add_lists(Stage const& stage, Table& table);

/// Saying something: its last step beside bare inserts, and all of it.
void add_saying(Stage const& stage, Table& table);

/// A spreadsheet of voices, beside a bare bulk insert. Comes last: there are many more voices afterwards.
void add_import(Stage const& stage, Table& table);

/// From the start of the process to the first answer.
void add_start(Stage const& stage, Table& table);

/// Memory of the server, idle and at full load, beside nginx.
void add_memory(Stage const& stage, Table& table);

}  // namespace earshot::bench
